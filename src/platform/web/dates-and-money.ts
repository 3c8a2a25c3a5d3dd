/**
 * How dates, times, money and counts are written for people. Display only: nothing here calculates a figure that is
 * stored. Days and times are those of Europe/London; money comes in as whole pence.
 */

/** A moment (Date, or an ISO text with a time) or a calendar day ("2027-01-31"). */
export type Moment = Date | string;

const LONDON = 'Europe/London';
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_A_DAY = 86_400_000;

const dayParts = new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, day: 'numeric', month: 'long', year: 'numeric' });
const clockParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});
const isoParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

function instantOf(moment: Moment): Date {
  // A calendar day has no clock; noon keeps it the same day in London in summer and in winter.
  const instant =
    typeof moment === 'string' ? new Date(DAY_ONLY.test(moment) ? `${moment}T12:00:00Z` : moment) : moment;
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not a date: ${String(moment)}`);
  return instant;
}

function partsOf(format: Intl.DateTimeFormat, moment: Moment): Record<string, string> {
  return Object.fromEntries(format.formatToParts(instantOf(moment)).map((part) => [part.type, part.value]));
}

/** "31 January 2027". */
export function date(moment: Moment): string {
  const { day, month, year } = partsOf(dayParts, moment);
  return `${day} ${month} ${year}`;
}

/** The London calendar day as "2027-01-31", for `datetime` attributes and sums of days. */
export function isoDay(moment: Moment): string {
  if (typeof moment === 'string' && DAY_ONLY.test(moment)) return moment;
  const { day, month, year } = partsOf(isoParts, moment);
  return `${year}-${month}-${day}`;
}

/** "January 2027". */
export function month(moment: Moment): string {
  const parts = partsOf(dayParts, moment);
  return `${parts.month} ${parts.year}`;
}

/** "15 to 18 September 2026"; month and year are said once when both ends share them. */
export function dateRange(from: Moment, to: Moment): string {
  if (isoDay(from) === isoDay(to)) return date(from);
  const start = partsOf(dayParts, from);
  const end = partsOf(dayParts, to);
  if (start.year !== end.year) return `${date(from)} to ${date(to)}`;
  if (start.month !== end.month) return `${start.day} ${start.month} to ${date(to)}`;
  return `${start.day} to ${date(to)}`;
}

/** "10:42am", "6am", "midday", "midnight". */
export function time(moment: Moment): string {
  const parts = partsOf(clockParts, moment);
  const hour = Number(parts.hour);
  const minute = parts.minute ?? '00';
  if (minute === '00' && hour === 0) return 'midnight';
  if (minute === '00' && hour === 12) return 'midday';
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `:${minute}`}`;
  return `${clock}${hour < 12 ? 'am' : 'pm'}`;
}

/** "10:42am on 3 November 2026". */
export function dateTime(moment: Moment): string {
  return `${time(moment)} on ${date(moment)}`;
}

/** The financial year, 1 April to 31 March, a day falls in: "2027/28". A number is the year in which it starts. */
export function financialYear(yearOrMoment: number | Moment): string {
  const start = typeof yearOrMoment === 'number' ? yearOrMoment : startOfFinancialYear(isoDay(yearOrMoment));
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

function startOfFinancialYear(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < '04-01' ? year - 1 : year;
}

/** Whole London calendar days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Moment, to: Moment): number {
  return Math.round((Date.parse(isoDay(to)) - Date.parse(isoDay(from))) / MILLISECONDS_A_DAY);
}

/** "23 days late". Throws when the day has not passed: a page must not say "0 days late". */
export function late(due: Moment, today: Moment): string {
  const days = daysBetween(due, today);
  if (days <= 0) throw new RangeError(`Not late: due ${isoDay(due)}, today ${isoDay(today)}`);
  return `${count(days, 'day')} late`;
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * Pence as pounds: "£18,000", and with pennies when there are any, "£412,306.27". `pennies: true` always prints them
 * (statements go to the penny). Below zero it prints a true minus: "−£250".
 */
export function pounds(pence: number | bigint, options: { readonly pennies?: boolean } = {}): string {
  if (typeof pence === 'number' && !Number.isSafeInteger(pence)) throw new RangeError(`Not whole pence: ${pence}`);
  const all = BigInt(pence);
  const size = all < 0n ? -all : all;
  const penny = size % 100n;
  const tail = options.pennies === true || penny !== 0n ? `.${String(penny).padStart(2, '0')}` : '';
  return `${all < 0n ? '−' : ''}£${groupThousands(String(size / 100n))}${tail}`;
}

/** Pence as "£2.6 million", to one place, halves away from zero. Zero is "£0.0 million". */
export function millions(pence: number | bigint): string {
  const all = BigInt(pence);
  const size = all < 0n ? -all : all;
  const tenths = (size + 5_000_000n) / 10_000_000n;
  const sign = all < 0n && tenths !== 0n ? '−' : '';
  return `${sign}£${groupThousands(String(tenths / 10n))}.${tenths % 10n} million`;
}

/** "1 action", "14 actions"; give the plural where adding "s" is wrong: count(2, 'reply', 'replies'). */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${groupThousands(String(number))} ${number === 1 ? one : many}`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Small numbers as words for running text: "two"; from ten on, figures: "14". Zero is "no". */
export function inWords(number: number): string {
  return WORDS[number] ?? groupThousands(String(number));
}
