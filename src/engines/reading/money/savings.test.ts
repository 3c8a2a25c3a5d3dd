import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block } from '../blocks.ts';
import { laidOut, tableOf } from '../facts/testing.ts';
import { readMoney } from './money.ts';

const head = ['Area of saving', '2025/26 £000', '2026/27 £000'];
const body = [
  ['Waste contract', '1,250', '1,400'],
  ['Finance, HR and legal', '600', '-'],
  ['Phase 2 offices', '(50)', '75'],
];
const total = ['Total', '1,800', '1,475'];
const wanted = [
  ['Waste contract', 1_250_000, 1_400_000],
  ['Finance, HR and legal', 600_000, 0],
  ['Phase 2 offices', -50_000, 75_000],
  ['Total', 1_800_000, 1_475_000],
];
const savings = (...blocks: Parameters<typeof laidOut>[0][number][]) => readMoney(laidOut(blocks)).savings;

test('a table of savings is the same whether its cells are known, merged, or printed as lines', () => {
  const rows = [head, ...body, total];
  const merged = rows.map((row, i) => (i === 2 ? [`${row[0]} ${row[1]}`, row[2]!] : row));
  const layouts: Record<string, (string | Block)[]> = {
    cells: tableOf(rows),
    merged: tableOf(merged),
    'units in a row of their own': tableOf([
      ['Area of saving', '2025/26', '2026/27'],
      ['', '£000', '£000'],
      ...body,
      total,
    ]),
    lines: rows.map((row) => row.join(' ')),
    'head apart': ['Area of saving', '2025/26 £000 2026/27 £000', ...tableOf([...body, total])],
    'head and rows run together': [rows.map((row) => row.join(' ')).join(' ')],
    'under one another': ['Area of saving', '2025/26 £000', '2026/27 £000', ...[...body, total].flat()],
    'a caption with the unit': [
      'Table 2: Planned savings (£000)',
      ...[['2025/26 2026/27'], ...body, total].map((row) => row.join(' ')),
    ],
  };
  for (const [layout, blocks] of Object.entries(layouts)) {
    const report = laidOut(['Savings agreed in March are set out in the table below.', ...blocks, 'More will follow.']);
    const found = readMoney(report);
    assert.deepEqual(found.savings?.years, ['2025/26', '2026/27'], layout);
    assert.deepEqual(found.savings?.rows, wanted, layout);
    assert.ok(found.savings!.confidence > 0.9, layout);
    assert.match(report.text.slice(...found.savings!.span), /2025\/26[\s\S]*1,475$/u, layout);
    const cell = found.figures.find((figure) => figure.text === '1,400');
    assert.deepEqual([cell?.pence, cell?.period, cell?.measures], [140_000_000, '2026/27', 'Waste contract'], layout);
    for (const figure of found.figures) assert.equal(report.text.slice(...figure.span), figure.text);
  }
});

test('totals that do not add up lower the confidence, across as well as down', () => {
  const wrong = savings(...tableOf([head, ...body, ['Total', '1,900', '1,475']]));
  assert.ok(wrong!.confidence < 0.5);
  const rounded = savings(
    ...tableOf([
      ['Savings', '2025/26 £m', '2026/27 £m'],
      ['Waste', '1.25', '2'],
      ['Total', '1.25', '2'],
    ]),
  );
  assert.deepEqual(rounded?.rows[0], ['Waste', 1_250_000, 2_000_000]);
  const across = (sum: string) =>
    savings(
      ...tableOf([
        ['Savings', '2025/26', '2026/27', 'Total'],
        ['Waste', '£5k', '£7k', sum],
        ['Fleet', '£1k', '£1k', '£2k'],
      ]),
    );
  assert.deepEqual(across('£12k')!.rows, [
    ['Waste', 5000, 7000],
    ['Fleet', 1000, 1000],
  ]);
  assert.ok(across('£12k')!.confidence > 0.9 && across('£13k')!.confidence < 0.5);
  const sections = [
    ['Waste', '100', '200'],
    ['Subtotal', '100', '200'],
    ['Fleet', '1', '2'],
    ['Grand total', '101', '202'],
  ];
  assert.ok(savings(...tableOf([head, ...sections]))!.confidence > 0.9);
});

test('a reference is no name, and a head whose cells run over rows and columns still stands over its numbers', () => {
  const referenced = tableOf([
    ['Ref', 'Saving', '2025/26 £m', '2026/27 £m'],
    ['A1', 'Agency staff', '0.5', '0.25'],
    ['A2', 'Parking', '1', '-'],
  ]);
  assert.deepEqual(savings(...referenced)?.rows, [
    ['Agency staff', 500_000, 250_000],
    ['Parking', 1_000_000, 0],
  ]);
  const spanned = tableOf([
    ['Service', 'Savings (£000)'],
    ['2025/26', '2026/27'],
    ['Adults', '10', '20'],
    ['Places', '5', ''],
    ['Total', '15', '20'],
  ]);
  const found = savings(...spanned);
  assert.deepEqual(found?.rows, [
    ['Adults', 10_000, 20_000],
    ['Places', 5000, null],
    ['Total', 15_000, 20_000],
  ]);
  assert.ok(found!.confidence > 0.9);
});

test('an empty cell is not nought', () => {
  const found = savings(...tableOf([head, ['Waste', '', '20'], ['Fleet', '10', 'tbc'], ['Total', '10', '20']]));
  assert.deepEqual(found?.rows, [
    ['Waste', null, 20_000],
    ['Fleet', 10_000, null],
    ['Total', 10_000, 20_000],
  ]);
});

test('a line does not say which of its cells is empty, but the totals do', () => {
  const lines = [
    'Savings 2024/25 £000 2025/26 £000 2026/27 £000',
    'Waste 10 20 30',
    'Fleet 400 500',
    'Parks 70',
    'Total 480 20 530',
  ];
  const found = savings(...lines);
  assert.deepEqual(found?.rows.slice(1, 3), [
    ['Fleet', 400_000, null, 500_000],
    ['Parks', 70_000, null, null],
  ]);
  assert.ok(found!.confidence > 0.9);
  const unsure = savings(...lines.slice(0, 2), 'Fleet 400 500', 'Parks 1 2 3', 'Total 1 2 3');
  assert.ok(unsure!.confidence < 0.5);
});

test('other tables and lists are no tables of savings', () => {
  assert.equal(
    savings(
      'Homes built',
      ...tableOf([
        ['', '2024/25', '2025/26'],
        ['North', '120', '140'],
        ['South', '20', '40'],
      ]),
    ),
    null,
  );
  assert.equal(
    savings(
      'Table 1: The budget gap, £m',
      ...tableOf([
        ['', '2024/25', '2025/26'],
        ['Gap', '12', '14'],
        ['Savings', '2', '4'],
      ]),
    ),
    null,
  );
  assert.equal(savings('Savings rose in 2024/25 and 2025/26.', 'Staff numbers fell 120 140', 'Homes 3 4'), null);
  assert.deepEqual(readMoney(laidOut(['The savings of 2025/26', '1. Waste', '2. Fleet 30'])).figures, []);
});

test('columns that count something else hold no money', () => {
  const table = tableOf([
    ['Service', 'Budget £000', 'Staff FTE', 'Change %'],
    ['Waste', '1,200', '44', '3'],
    ['Fleet', '80', '6', '1'],
  ]);
  assert.deepEqual(
    readMoney(laidOut(table)).figures.map((figure) => [figure.text, figure.pence, figure.measures]),
    [
      ['1,200', 120_000_000, 'Waste, Budget'],
      ['80', 8_000_000, 'Fleet, Budget'],
    ],
  );
});

test('any table of savings comes back to the pound, and any text is read once from end to end', () => {
  const pounds = fc.integer({ min: 0, max: 99_999 });
  const names = fc.constantFrom('Waste', 'Fleet and depots', 'Legal, HR', 'Parks 2');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(names, pounds, pounds), { minLength: 2, maxLength: 8 }),
      fc.boolean(),
      (rows, cells) => {
        const printed = rows.map(([name, a, b]) => [name, a.toLocaleString('en-GB'), b.toLocaleString('en-GB')]);
        const found = savings(
          ...(cells ? tableOf([head, ...printed]) : [head, ...printed].map((row) => row.join(' '))),
        );
        assert.deepEqual(
          found?.rows,
          rows.map(([name, a, b]) => [name, a * 1000, b * 1000]),
        );
      },
    ),
    { numRuns: 100 },
  );
  const bits = ['2024/25 ', '£000 ', '1,000 ', 'Waste ', 'Total ', '- ', '£', '1 ', '(', '\t'];
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...bits), { maxLength: 8 }), { maxLength: 12 }), (lines) => {
      const report = laidOut(lines.map((line) => line.join('')));
      for (const figure of readMoney(report).figures) assert.equal(report.text.slice(...figure.span), figure.text);
    }),
    { numRuns: 300 },
  );
  for (const bit of bits) {
    assert.equal(savings(bit.repeat(60_000 / bit.length)), null);
    assert.ok(readMoney(laidOut(Array.from({ length: 1500 }, () => `${bit}Waste ${bit}`))).figures.length >= 0);
  }
});

test('rows that a narrow column broke, and a first row with an empty cell, are given back by the totals', () => {
  const broken = savings(
    'The savings are set out in the table.',
    'Area',
    '2024/25 £ 2025/26 £ 2026/27 £',
    'Waste contract',
    '1,000,000 1,325,000',
    '600,000',
    'Back office 1,475,000',
    '250,000',
    'Total',
    '2,475,000 1,325,000 850,000',
  );
  assert.deepEqual(broken?.rows, [
    ['Waste contract', 1_000_000, 1_325_000, 600_000],
    ['Back office', 1_475_000, null, 250_000],
    ['Total', 2_475_000, 1_325_000, 850_000],
  ]);
  const first = savings(
    'The savings are set out in the table.',
    'Area 2024/25 £000 2025/26 £000 2026/27 £000',
    'Waste contract 225 900',
    'Back office 775 50 550',
    'Total 1,000 50 1,450',
  );
  assert.deepEqual(first?.rows[0], ['Waste contract', 225_000, null, 900_000]);
});
