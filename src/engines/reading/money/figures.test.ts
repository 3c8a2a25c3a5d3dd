import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { laidOut } from '../facts/testing.ts';
import { findFigures } from './figures.ts';
import { findGrids } from './grid.ts';
import { findPercentages } from './percentages.ts';

const figures = (...blocks: Parameters<typeof laidOut>[0][number][]) => {
  const report = laidOut(blocks);
  return findFigures(report, findGrids(report)).map((f) => {
    assert.equal(report.text.slice(...f.span), f.text);
    return [f.text, f.qualifier, f.period, f.measures];
  });
};

test('a sum carries the word that bends it, the year it is for, and what it measures', () => {
  assert.deepEqual(figures('The council set a savings target of just over £12m for 2025/26.'), [
    ['£12m', 'just over', '2025/26', 'savings target'],
  ]);
  assert.deepEqual(figures('There is a funding gap in the region of £7.5 million by 2028, after a £3m overspend.'), [
    ['£7.5 million', 'in the region of', '2028', 'funding gap'],
    ['£3m', null, '2028', 'overspend'],
  ]);
  assert.deepEqual(figures('Reserves stood at c. £40m on 31 March 2024; borrowing is up to £90m.'), [
    ['£40m', 'c', '31 March 2024', 'Reserves'],
    ['£90m', 'up to', null, 'borrowing'],
  ]);
  assert.deepEqual(figures({ kind: 'list-item', label: '•', text: 'Harbour Deal - £22m' }), [
    ['£22m', null, null, 'Harbour Deal'],
  ]);
  assert.deepEqual(figures('They may ask for between £3 and £4 million or more.'), [
    ['£3', 'between', null, null],
    ['£4 million', 'or more', null, null],
  ]);
});

test('a name that nothing ties to its sum makes it less sure, and one that may be of another sum is not given', () => {
  const measures = (text: string) => {
    const report = laidOut([text]);
    return findFigures(report, []).map((f) => [f.text, f.measures, f.confidence >= 0.9]);
  };
  assert.deepEqual(measures('The year was balanced by £8m of savings and by £5m drawn from elsewhere.'), [
    ['£8m', 'savings', true],
    ['£5m', null, false],
  ]);
  assert.deepEqual(measures('They say that the budget is settled; it is so only because £4m of it is borrowed.'), [
    ['£4m', null, false],
  ]);
  assert.deepEqual(measures('The net budget for 2026/27 is £90m.'), [['£90m', 'net budget', true]]);
  assert.deepEqual(measures('Reserves have fallen since then by £6m.'), [['£6m', 'Reserves', false]]);
  assert.deepEqual(measures('Income fell below costs last year by £6m.'), [['£6m', null, false]]);
  // Nothing in the sentence could be its name: there is nothing to get wrong.
  assert.deepEqual(measures('A grant of £2m came. The minister later gave £3m.'), [
    ['£2m', 'grant', true],
    ['£3m', null, true],
  ]);
});

test('a year goes to the sum it stands with, and one named first holds for the sentence', () => {
  const periods = (text: string) => figures(text).map(([sum, , period]) => [sum, period]);
  assert.deepEqual(periods('The gap is £18m in 2027/28 and, if nothing is done, grows to £25m in 2028/29.'), [
    ['£18m', '2027/28'],
    ['£25m', '2028/29'],
  ]);
  assert.deepEqual(periods('For 2024/25 £5m of reserves are used, and for 2025/26 £3m.'), [
    ['£5m', '2024/25'],
    ['£3m', '2025/26'],
  ]);
  assert.deepEqual(periods('In 2023-24 the council saved £8m of a planned £10m.'), [
    ['£8m', '2023-24'],
    ['£10m', '2023-24'],
  ]);
  assert.deepEqual(periods('The fund was £4m on 31 March 2024 and will be £5m a year later. It cost £1m.'), [
    ['£4m', '31 March 2024'],
    ['£5m', null],
    ['£1m', null],
  ]);
  assert.deepEqual(periods('It needs £2m (2022/23), £3m (in 2023/24) and £4m.'), [
    ['£2m', '2022/23'],
    ['£3m', '2023/24'],
    ['£4m', '2023/24'],
  ]);
  assert.deepEqual(periods('It paid £9m for 2000 homes.'), [['£9m', null]]);
});

test('no sum is read in a contents list or in the label of a list', () => {
  assert.deepEqual(figures({ kind: 'list-item', label: '£3m', text: 'for the harbour' }), []);
});

test('percentages, in figures and in words, and none that are points', () => {
  const report = laidOut([
    'Over 13% of homes and between 5 and 10 per cent of shops stood empty in 2023, -2.5% on the year before.',
    'A rise of one per cent is worth more; it moved by 2 percentage points, and by 3 % points. In 2021 and 4% after.',
    'About twenty-five percent, 40-45%, 4.99%.',
  ]);
  assert.deepEqual(
    findPercentages(report).map((p) => [report.text.slice(...p.span), p.text, p.percent, p.qualifier]),
    [
      ['13%', '13%', 13, 'over'],
      ['5', '5', 5, 'between'],
      ['10 per cent', '10 per cent', 10, 'between'],
      ['-2.5%', '-2.5%', -2.5, null],
      ['one per cent', 'one per cent', 1, null],
      ['4%', '4%', 4, null],
      ['twenty-five percent', 'twenty-five percent', 25, 'about'],
      ['40', '40', 40, null],
      ['45%', '45%', 45, null],
      ['4.99%', '4.99%', 4.99, null],
    ],
  );
});

test('no text is too strange or too long: it is read once from end to end', () => {
  const bits = [
    '£',
    '1',
    ',000',
    '.',
    '(',
    '-',
    'm',
    ' to ',
    'between ',
    '%',
    ' per cent',
    '2021/22',
    '\n',
    'of ',
    'x',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 60 }), (parts) => {
      const report = laidOut([parts.join('')]);
      for (const f of [...findFigures(report, findGrids(report)), ...findPercentages(report)])
        assert.equal(report.text.slice(...f.span), f.text);
    }),
    { numRuns: 500 },
  );
  for (const bit of [
    ...bits,
    '£1 ',
    '£1m to ',
    '1,',
    '£1,000',
    '1 per ',
    '5% of ',
    '£3m in 2020 and ',
    '20/21 ',
    'a £1 b ',
    '((£1) ',
    '£3, ',
    '. A',
    'of of ',
  ]) {
    const report = laidOut([bit.repeat(60_000 / bit.length)]);
    assert.ok(findFigures(report, findGrids(report)).length + findPercentages(report).length >= 0);
  }
});
