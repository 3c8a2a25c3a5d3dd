import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReport } from '../../../engines/reading/index.ts';
import { readText } from '../../../platform/readers/text.ts';
import { reportText } from '../testing.ts';
import { hasFilter, readAsked, searchAddress, yearsOf } from './asked.ts';
import { foundIn, knownCouncil, themeOf } from './found.ts';
import { likeness, pairsOf, tellingWords } from './like.ts';
import { partsOf } from './words.ts';

const TERMS = [
  { phrase: 'mtfs', concept: 'medium term financial plan' },
  { phrase: 'medium term financial plan', concept: 'medium term financial plan' },
  { phrase: 'medium term plan', concept: 'medium term financial plan' },
  { phrase: "children's services", concept: "children's services" },
];
const inWords = (typed: string) =>
  partsOf(typed, TERMS).map(({ kind, text, not }) => `${not ? '-' : ''}${kind} ${text}`);

test('the box is taken apart into words, phrases, terms and what must not be there', () => {
  assert.deepEqual(inWords('reserves “named owner” -staff -"by chance"'), [
    'word reserves',
    'phrase named owner',
    '-word staff',
    '-phrase by chance',
  ]);
  assert.deepEqual(inWords('the Medium Term Financial Plans -MTFS'), [
    'word the',
    'concept medium term financial plan',
    '-concept medium term financial plan',
  ]);
  assert.deepEqual(inWords('children’s services'), ["concept children's services"]);
  assert.deepEqual(inWords('medium term'), ['word medium', 'word term']);
  assert.deepEqual(inWords('🙂 " - -- "" … £'), []);
  assert.deepEqual(inWords('well-being s151. "unclosed'), ['word well-being', 'word s151.', 'word unclosed']);
});

test('what is asked survives the way through the address', () => {
  const query = fc.record({
    q: fc.string({ unit: 'grapheme', maxLength: 30 }),
    theme: fc.constantFrom('', 'finance', 'nonsense'),
    year: fc.constantFrom('', '2021', '21', '1066'),
    council: fc.constantFrom('', 'county'),
    kind: fc.constantFrom('', 'suggestion'),
    strength: fc.constantFrom('', 'must'),
  });
  fc.assert(
    fc.property(query, (typed) => {
      const asked = readAsked(typed, 2026);
      const address = new URL(searchAddress('/public/library', asked), 'https://example.org');
      assert.deepEqual(readAsked(Object.fromEntries(address.searchParams), 2026), asked);
      assert.equal(
        hasFilter(asked.filters),
        [...address.searchParams.keys()].some((name) => name !== 'q'),
      );
    }),
  );
  assert.deepEqual(yearsOf(readAsked({ year: '2021' }, 2026).filters, 2026), [2021]);
  assert.equal(yearsOf(readAsked({}, 2026).filters, 2026).at(-1), 0);
});

test('words that few passages hold tell most; terms of the field tell more; likeness never passes one', () => {
  const words = [
    { word: 'plan', others: 90 },
    { word: 'harbour', others: 2 },
    { word: '=~reserves', others: 2 },
    { word: 'zebra', others: 0 },
  ];
  const whole = { size: 100, whole: true };
  assert.deepEqual(
    tellingWords(words, whole).map(({ word }) => word),
    ['=~reserves', 'harbour'],
  );
  assert.ok(tellingWords(words, { ...whole, whole: false }).some(({ word }) => word === 'zebra'));
  const wanted = tellingWords(words, whole);
  assert.deepEqual(pairsOf(wanted), [['=~reserves', 'harbour']]);
  assert.equal(likeness(wanted, ['=~reserves', 'harbour']), 1);
  assert.equal(likeness(wanted, ['=~reserves']), 0);
});

test('of a report that was read, advice and its strength go to the library, with theme and page, and facts do not', () => {
  const text = reportText({
    ...{ about: 'Eastwold District Council', year: 2023, authority: 'district' },
    recommendations: ['Publish the reserves floor, and say how it was reached.'],
    prose: [
      'The council must close the gap in the budget before the summer.',
      'The council is in the north of the county and has 48 members.',
    ],
  });
  const found = foundIn(readReport(readText(new TextEncoder().encode(text))));
  assert.equal(found.about, 'Eastwold District Council');
  assert.equal(found.year, 2023);
  assert.deepEqual(
    found.passages.map(({ kind, strength, theme }) => [kind, strength, theme]),
    [
      ['recommendation', null, null],
      ['suggestion', 'must', 'finance'],
    ],
  );
});

test('headings of every edition name their theme, and councils are known by the names people use', () => {
  assert.equal(themeOf('Financial planning and viability'), 'finance');
  assert.equal(themeOf('Leadership of Place'), 'leadership');
  assert.equal(themeOf('Understanding of the local place and priority setting'), 'priorities');
  assert.equal(themeOf('Waste'), null);
  assert.equal(knownCouncil('Stoke-on-Trent City Council')?.gss, 'E06000021');
  assert.equal(knownCouncil('the telford and wrekin council')?.name, 'Telford & Wrekin Council');
  assert.equal(knownCouncil('Northmere City Council'), null);
});
