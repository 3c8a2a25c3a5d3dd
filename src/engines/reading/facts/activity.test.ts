import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { activityOf } from './activity.ts';
import { linesOf } from './lines.ts';
import { numberOf, numberPattern } from './numbers.ts';
import { laidOut } from './testing.ts';

const read = (blocks: Parameters<typeof laidOut>[0]) => {
  const { people, meetings, hours } = activityOf(linesOf(laidOut(blocks)));
  const say = (q: typeof people) => q && `${q.qualifier ?? ''} ${q.value}`.trim();
  return [say(people), say(meetings), say(hours)];
};

test('people, meetings and hours are read with the words that bend them', () => {
  assert.deepEqual(
    read([
      'On site the team:',
      '- Spoke to nearly 140 people, staff and partners among them.',
      '- Gathered views from more than fifty-five meetings and visits.',
      '- Collectively spent over 1,240 hours to reach its findings, as one person would in more than 30 weeks.',
    ]),
    ['nearly 140', 'more than 55', 'over 1240'],
  );
  assert.deepEqual(
    read([
      '# The process',
      'In four days the peer team held 60+ interviews and met in person with around a hundred and twenty people.',
    ]),
    ['around 120', 'more than 60', null],
  );
  assert.deepEqual(read(['Over 90 different people were spoken to by the peer team in 41 meetings.']), [
    'over 90',
    '41',
    null,
  ]);
});

test('the span holds the words', () => {
  const report = laidOut(['The team spoke to just over 180 people.']);
  const { people } = activityOf(linesOf(report));
  assert.equal(report.text.slice(...people!.span), 'just over 180 people');
});

test('what others did is not what the team did', () => {
  for (const text of [
    'The council spoke to 3,000 residents in its budget consultation.',
    'They answer within 48 hours.',
    'The council has 5,400 staff and 60 councillors.',
    'It met three times with 12 per cent of members absent.',
    'We heard that the survey had 900 responses from staff.',
    'Cabinet held 14 meetings last year.',
  ])
    assert.deepEqual(read(['# Governance and culture', text]), [null, null, null], text);
});

test('numbers in words are the numbers in figures', () => {
  for (const [words, value] of [
    ['forty-five', 45],
    ['one hundred and forty', 140],
    ['a hundred', 100],
    ['twelve', 12],
    ['two thousand one hundred', 2100],
  ] as const) {
    assert.equal(new RegExp(`^${numberPattern}$`, 'iu').test(words), true, words);
    assert.equal(numberOf(words), value, words);
  }
  fc.assert(fc.property(fc.nat(99_999), (n) => numberOf(n.toLocaleString('en-GB')) === n));
});
