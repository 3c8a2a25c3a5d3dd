import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findSums } from './sums.ts';

const read = (text: string) => findSums(text).map((sum) => [text.slice(sum.start, sum.end), sum.pence]);
const million = 100_000_000;

test('every printed form of a sum is read to the penny', () => {
  const forms: [string, number][] = [
    ['£470million', 470 * million],
    ['£1.2bn', 1200 * million],
    ['£120k', 12_000_000],
    ['£4.1 million', 410_000_000],
    ['£12,500.50', 1_250_050],
    ['£0.798m', 79_800_000],
    ['£ 3M', 3 * million],
    ['£.5m', 50_000_000],
    ['£19.99', 1999],
    ['£0', 0],
    ['£35 thousand', 3_500_000],
    ['GBP 2.5 million', 250_000_000],
    ['4.5 million pounds', 450_000_000],
    ['45p', 45],
    ['£2.3\nmillion', 230_000_000],
    ['£2\n\nbillion', 2000 * million],
    ['£1,234,567,890', 123_456_789_000],
    ['£0.1234567m', 12_345_670],
    ['£8.29m', 829_000_000],
  ];
  for (const [text, pence] of forms) {
    assert.deepEqual(read(text), [[text, pence]]);
    assert.deepEqual(read(`The fund holds ${text}, they said.`), [[text, pence]]);
  }
});

test('the first end of a range is in the scale of the second', () => {
  const ranges: [string, [string, number][]][] = [
    [
      '£3m-£4m',
      [
        ['£3m', 3],
        ['£4m', 4],
      ],
    ],
    [
      '£3m to £4m',
      [
        ['£3m', 3],
        ['£4m', 4],
      ],
    ],
    [
      '£3-4m',
      [
        ['£3', 3],
        ['4m', 4],
      ],
    ],
    [
      '£3 – £4 million',
      [
        ['£3', 3],
        ['£4 million', 4],
      ],
    ],
    [
      'between £3 and £4 million',
      [
        ['£3', 3],
        ['£4 million', 4],
      ],
    ],
    [
      'between £3 and 4 million',
      [
        ['£3', 3],
        ['4 million', 4],
      ],
    ],
    [
      '£900,000 to £1m',
      [
        ['£900,000', 0.9],
        ['£1m', 1],
      ],
    ],
    [
      'from £500 to £1m',
      [
        ['£500', 0.0005],
        ['£1m', 1],
      ],
    ],
    [
      'cut from £5 to £4 million',
      [
        ['£5', 5],
        ['£4 million', 4],
      ],
    ],
    [
      '£3.2, £4.1 and £5.0 million',
      [
        ['£3.2', 3.2],
        ['£4.1', 4.1],
        ['£5.0 million', 5],
      ],
    ],
  ];
  for (const [text, wanted] of ranges)
    assert.deepEqual(
      read(text),
      wanted.map(([printed, millions]) => [printed, Math.round(millions * million)]),
    );
  assert.deepEqual(read('a charge of £3 and income of £4 million'), [
    ['£3', 300],
    ['£4 million', 4 * million],
  ]);
  assert.deepEqual(read('£5 to 40 million visitors'), [['£5', 500]]);
  assert.deepEqual(read('£2,000-2,500 a week'), [
    ['£2,000', 200_000],
    ['2,500', 250_000],
  ]);
});

test('a minus and the brackets of accounts make a sum negative, other dashes and brackets do not', () => {
  for (const text of ['-£2m', '−£2m', '£-2m', 'minus £2m'])
    assert.deepEqual(read(`It was ${text}.`), [[text, -2 * million]]);
  assert.deepEqual(read('a variance of (£2.3m) at the end'), [['(£2.3m)', -230_000_000]]);
  assert.deepEqual(read('the shortfall (£2.3m) grew'), [['£2.3m', 230_000_000]]);
  assert.deepEqual(read('Market hall - £22m'), [['£22m', 22 * million]]);
  assert.deepEqual(read('Market hall –£22m'), [['£22m', 22 * million]]);
  assert.deepEqual(read('Rent\t-£22m\t(£4k)'), [
    ['-£22m', -22 * million],
    ['(£4k)', -400_000],
  ]);
});

test('units, years, counts and other currencies are no sums', () => {
  for (const text of [
    'Figures in £000 and £m, or £1000s, or £000s',
    'There were 4.5 million visits and 12,500 homes in 2024',
    'It weighs 10 pounds, see page 12 and p45',
    'The £ sign; a £-for-£ match; €3m; $4 million',
    'The £ and the 45 posts',
  ])
    assert.deepEqual(read(text), [], text);
});

/** A number of `places` decimals as it may be printed, with the pence it is worth. */
const printed = fc
  .record({
    whole: fc.integer({ min: 0, max: 89_999 }),
    fraction: fc.option(fc.stringMatching(/^\d{1,3}$/u), { nil: '' }),
    grouped: fc.boolean(),
    scale: fc.constantFrom(
      ...([
        ['', 2],
        ['k', 5],
        [' thousand', 5],
        ['m', 8],
        ['million', 8],
        [' million', 8],
        ['\nmillion', 8],
        ['bn', 11],
        [' billion', 11],
      ] as const),
    ),
    sign: fc.constantFrom('£', '£ ', '-£', '−£', 'GBP '),
  })
  .map(({ whole, fraction, grouped, scale: [word, power], sign }) => {
    const cut = word === '' && fraction !== '' ? fraction.slice(0, 2).padEnd(2, '0') : fraction;
    // No sum is printed in three noughts: that is a unit.
    const digits = `${grouped ? whole.toLocaleString('en-GB') : whole}${cut && `.${cut}`}`;
    const pence = BigInt(`${whole}${cut.padEnd(power, '0')}`);
    return { text: `${sign}${digits}${word}`, pence: Number(/^[-−]/u.test(sign) ? -pence : pence) + 0 };
  });
const joint = fc.constantFrom(
  ' for roads, and ',
  ' this year; ',
  '. The rest: ',
  ' in 2024/25 (of which ',
  ') went on homes, so ',
  ' — then ',
);
const opening = fc.constantFrom('The gap is ', 'In all, over ', 'A saving of ', 'Councillors found (', 'On ');

test('sums in every form, anywhere in a sentence, come back with their pence and their place', () => {
  fc.assert(
    fc.property(opening, fc.array(fc.tuple(printed, joint), { minLength: 1, maxLength: 6 }), (start, parts) => {
      let text = start;
      const wanted: [string, number, number][] = [];
      for (const [sum, after] of parts) {
        wanted.push([sum.text, sum.pence, text.length]);
        text += sum.text + after;
      }
      assert.deepEqual(
        findSums(text).map((sum) => [text.slice(sum.start, sum.end), sum.pence, sum.start]),
        wanted,
      );
    }),
    { numRuns: 300 },
  );
});
