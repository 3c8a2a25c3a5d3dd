import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { datesIn, daysIn } from './dates.ts';

const only = (text: string) => daysIn(text).map((d) => d.days.map((day) => day.slice(5)).join(' '));
const whole = (text: string) => daysIn(text).flatMap((d) => d.days);

test('days are read however they are printed', () => {
  for (const [printed, days] of [
    ['3/4/7/11 & 20 May 2021', '05-03 05-04 05-07 05-11 05-20'],
    ['6th-9th October 2015', '10-06 10-07 10-08 10-09'],
    ['4 – 7 December 2018', '12-04 12-05 12-06 12-07'],
    ['Tuesday 12 to Thursday 14 March 2024', '03-12 03-13 03-14'],
    ['Monday, 3rd and Wednesday, 5th June 2019', '06-03 06-05'],
    ['between 27 February and 1 March 2023', '02-27 02-28 03-01'],
    ['from the 1st to the 3rd of June 2022', '06-01 06-02 06-03'],
    ['7, 8 and 9 Sept. 2020', '09-07 09-08 09-09'],
    ['20—22 MAY 2014', '05-20 05-21 05-22'],
    ['28 Nov - 1 Dec 2022', '11-28 11-29 11-30 12-01'],
    ['10/07/2021 to 12/07/2021', '07-10 07-11 07-12'],
    ['5-6 June and 2 July 2019', '06-05 06-06 07-02'],
  ] as const)
    assert.deepEqual(only(printed), [days], printed);
});

test('a run over New Year takes both years, and a leap day exists only where it does', () => {
  assert.deepEqual(whole('30 December to 1 January 2025'), ['2024-12-30', '2024-12-31', '2025-01-01']);
  assert.deepEqual(whole('30 December 2024 to 1 January 2025'), ['2024-12-30', '2024-12-31', '2025-01-01']);
  assert.deepEqual(whole('28 to 29 February 2024'), ['2024-02-28', '2024-02-29']);
  assert.deepEqual(whole('28 to 29 February 2023'), []);
});

test('what only looks like days is none', () => {
  for (const text of [
    'In July 2021 the council met',
    'a gap of 12 or 13 may 2021',
    '2021/22 and 2022/23',
    '£12 May 2021',
    'from 3 March 2020 to 9 November 2021',
    'pages 12-15',
    '5 to 7 June',
  ])
    assert.deepEqual(whole(text), [], text);
});

test('a year left out comes from elsewhere when somebody knows it', () => {
  assert.deepEqual(
    daysIn('from 5 to 6 June', (month) => (month === 6 ? 2019 : null)).flatMap((d) => d.days),
    ['2019-06-05', '2019-06-06'],
  );
});

test('any run of days in one month is read as itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(' to ', '-', ' – ', '–'),
      (from, more, dash) => {
        const [found] = daysIn(`The team came on ${from}${dash}${from + more} March 2024.`);
        assert.deepEqual(
          found?.days,
          Array.from({ length: more + 1 }, (_, i) => `2024-03-${String(from + i).padStart(2, '0')}`),
        );
      },
    ),
  );
});

test('dates are as exact as they are printed, and a financial year is none', () => {
  const dates = (text: string) => datesIn(text).map((d) => d.date);
  assert.deepEqual(dates('by 18 December 2026, in May 2027 or by 2030'), ['2026-12-18', '2027-05', '2030']);
  assert.deepEqual(dates('Friday 1st July 2022 and 03/02/2023'), ['2022-07-01', '2023-02-03']);
  assert.deepEqual(dates('in 2021/22, 2022-23 and 2023–24, a target of 2,030'), []);
});
