import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  count,
  date,
  dateRange,
  daysBetween,
  financialYear,
  inWords,
  isoDay,
  late,
  millions,
  month,
  pounds,
  time,
} from './dates-and-money.ts';

test('days are written in words, as they are in London', () => {
  assert.equal(date('2027-01-31'), '31 January 2027');
  assert.equal(month('2027-01-31'), 'January 2027');
  // Half past eleven at night by UTC in July is already tomorrow in London.
  assert.equal(date(new Date('2026-07-14T23:30:00Z')), '15 July 2026');
  assert.equal(isoDay(new Date('2026-07-14T23:30:00Z')), '2026-07-15');
  assert.throws(() => date('soon'), /Not a date/);
});

test('a range says month and year once', () => {
  assert.equal(dateRange('2026-09-15', '2026-09-18'), '15 to 18 September 2026');
  assert.equal(dateRange('2026-09-28', '2026-10-02'), '28 September to 2 October 2026');
  assert.equal(dateRange('2026-12-30', '2027-01-02'), '30 December 2026 to 2 January 2027');
  assert.equal(dateRange('2026-09-15', '2026-09-15'), '15 September 2026');
});

test('times follow the clock on the wall', () => {
  assert.equal(time(new Date('2026-11-20T10:42:00Z')), '10:42am');
  assert.equal(time(new Date('2026-07-20T05:00:00Z')), '6am');
  assert.equal(time(new Date('2026-11-20T12:00:00Z')), 'midday');
  assert.equal(time(new Date('2026-11-20T00:05:00Z')), '12:05am');
  assert.equal(time(new Date('2026-11-20T00:00:00Z')), 'midnight');
});

test('financial years turn on 1 April', () => {
  assert.equal(financialYear('2027-03-31'), '2026/27');
  assert.equal(financialYear('2027-04-01'), '2027/28');
  assert.equal(financialYear(1999), '1999/00');
});

test('lateness counts London days, and nothing on time is called late', () => {
  assert.equal(late('2026-10-30', '2026-11-22'), '23 days late');
  assert.equal(late('2026-10-30', '2026-10-31'), '1 day late');
  assert.throws(() => late('2026-10-30', '2026-10-30'), /Not late/);
  // Across the night when clocks go back.
  assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
});

test('money shows pounds, pennies where there are any, and millions to one place', () => {
  assert.equal(pounds(1_800_000), '£18,000');
  assert.equal(pounds(41_230_627), '£412,306.27');
  assert.equal(pounds(1_800_000, { pennies: true }), '£18,000.00');
  assert.equal(pounds(-25_005), '−£250.05');
  assert.equal(millions(260_000_000), '£2.6 million');
  assert.equal(millions(0), '£0.0 million');
  assert.equal(millions(-4_000_000), '£0.0 million');
  assert.throws(() => pounds(0.5), /Not whole pence/);
});

test('pounds can be read back to the same pence', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (pence) => {
      const text = pounds(pence, { pennies: true });
      assert.equal(BigInt(text.replace('−', '-').replace(/[£,.]/g, '')), pence);
    }),
  );
});

test('counts and small numbers read as words', () => {
  assert.equal(count(1, 'recommendation'), '1 recommendation');
  assert.equal(count(1400, 'reply', 'replies'), '1,400 replies');
  assert.equal(inWords(2), 'two');
  assert.equal(inWords(0), 'no');
  assert.equal(inWords(14), '14');
});
