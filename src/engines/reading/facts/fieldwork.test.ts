import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldworkOf } from './fieldwork.ts';
import { linesOf } from './lines.ts';
import { laidOut } from './testing.ts';

const days = (blocks: Parameters<typeof laidOut>[0], kind = 'corporate-peer-challenge' as const) =>
  fieldworkOf(linesOf(laidOut(blocks)), kind).days;

test('the days on the front are the days of work, and each has its place', () => {
  const report = laidOut([
    'Ashcombe Borough Council',
    'Corporate Peer Challenge',
    '3/4/7 & 20 May 2021',
    'Feedback report',
  ]);
  const { days, places } = fieldworkOf(linesOf(report), 'corporate-peer-challenge');
  assert.deepEqual(days, ['2021-05-03', '2021-05-04', '2021-05-07', '2021-05-20']);
  assert.equal(places.length, 4);
  for (const { span } of places) assert.equal(report.text.slice(...span), '3/4/7 & 20 May 2021');
});

test('a sentence that says when the team came serves where the front does not', () => {
  const told =
    'The peer team spent three days in Ashcombe, from Tuesday 4 to Thursday 6 March 2025, and met many people.';
  assert.deepEqual(days(['Ashcombe Borough Council', 'Feedback report', 'March 2025', 'x '.repeat(150), told]), [
    '2025-03-04',
    '2025-03-05',
    '2025-03-06',
  ]);
  const yearless = 'The team was on site between 4 and 6 March.';
  assert.equal(days(['Ashcombe Borough Council', 'March 2025', 'x '.repeat(150), yearless]).length, 3);
});

test('days of other things are no fieldwork', () => {
  for (const sentence of [
    'The previous peer challenge team visited on 4 to 6 March 2018.',
    'The final report was published on 3 and 4 June 2025.',
    'The team will return on site on 12 and 13 January 2026 to see what has changed.',
    'Staff from both councils spent 4 and 5 May 2024 at a fair.',
    'A follow-up visit took place on 2 and 3 May 2024.',
  ])
    assert.deepEqual(days(['Ashcombe Borough Council', 'Feedback report', 'x '.repeat(150), sentence]), [], sentence);
  assert.deepEqual(days(['Ashcombe Borough Council', 'Feedback report', '9 January 2019']), []);
});

test('the report of a progress review has the days of the review, not of the challenge', () => {
  const blocks = [
    'Ashcombe Borough Council',
    'Progress review',
    'x '.repeat(150),
    'The peer challenge took place on site from 4 to 6 March 2023.',
    'The progress review took place on site on 12 January 2024 with two of the team.',
  ];
  assert.deepEqual(fieldworkOf(linesOf(laidOut(blocks)), 'progress-review').days, ['2024-01-12']);
});

test('days on screen and days in the building, told together, are one visit', () => {
  const told = 'The peer team held virtual meetings on 7 and 8 June 2021 and was on site from 21 to 22 June 2021.';
  assert.deepEqual(days(['Feedback report', 'x '.repeat(150), told]), [
    '2021-06-07',
    '2021-06-08',
    '2021-06-21',
    '2021-06-22',
  ]);
});
