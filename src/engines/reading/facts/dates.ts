/** A day, a month or a year of the calendar: as exact as it is printed. */
export type PrintedDate = {
  /** "2022-01-31", "2022-01" or "2022". */
  readonly date: string;
  /** As printed, and where in the text it was searched in. */
  readonly text: string;
  readonly start: number;
};

/** Several days printed as one expression: "12/13/15 & 28 July 2021", "between 30 January and 2 February 2023". */
export type PrintedDays = {
  /** Each day once, in order, as "2021-07-12". */
  readonly days: readonly string[];
  readonly text: string;
  readonly start: number;
  /** Is every day printed as itself, none meant by "to" or a dash? */
  readonly listed: boolean;
  /** Was the year printed, or taken from `yearOf`? */
  readonly yearPrinted: boolean;
};

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
// "May" and "March" are words as well: only capitals make a month.
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![\\p{L}])\\.?';
const year = '(?:(?:19|20)\\d{2})(?![\\d/])';
const weekday = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )';
const unit = `${weekday}?(?:the )?(?<![\\d.£])\\d{1,2}(?: ?(?:st|nd|rd|th))?(?![\\d.%])(?:(?: of)? ${month}(?:,? ${year})?)?`;
const numericDate = `(?<![\\d/.])\\d{1,2}[/.]\\d{1,2}[/.](?:20)?\\d{2}(?![\\d/]|\\.\\d)`;
const separator = `(?:,? ?(?:to|until|till|through|and|&|\\+|[-‐‑–—−]|/) ?|, ?)`;
const chainPattern = new RegExp(
  `(?<![\\p{L}\\d£/.])(?:(?<between>between |from )?)(?<chain>(?:${numericDate}|${unit})(?:${separator}(?:${numericDate}|${unit}))*)`,
  'giu',
);
const partPattern = new RegExp(
  `(?<numeric>${numericDate})|(?<day>\\d{1,2})(?: ?(?:st|nd|rd|th))?(?:(?: of)? (?<month>${month})(?:,? (?<year>${year}))?)?`,
  'giu',
);
const monthCase = /^\p{Lu}/u;
/** Longer than any visit: a span of more days is a period, not days of work. */
const longestRun = 31;

type Part = { day: number; month: number | null; year: number | null; ranged: boolean };

/**
 * Every expression of days in a text, each with the days it means. Days come before months (British order). A range
 * means each day in it, weekends included. Where no year is printed, `yearOf` may know it from the month (1 to 12).
 */
export function daysIn(text: string, yearOf: (month: number) => number | null = () => null): PrintedDays[] {
  const out: PrintedDays[] = [];
  for (const match of text.matchAll(chainPattern)) {
    const printed = match.groups!.chain!;
    const between = match.groups!.between?.toLowerCase() === 'between ';
    const parts = partsOf(printed, between);
    if (!parts) continue;
    const yearPrinted = parts.some((p) => p.year !== null);
    const days = daysOf(parts, yearOf);
    if (!days) continue;
    const lead = printed.length - printed.trimStart().length;
    const start = match.index + match[0].length - printed.length + lead;
    out.push({ days, text: printed.trim(), start, listed: !parts.some((p) => p.ranged), yearPrinted });
  }
  return out;
}

function partsOf(printed: string, between: boolean): Part[] | null {
  const parts: Part[] = [];
  let last = 0;
  for (const match of printed.matchAll(partPattern)) {
    const gap = printed.slice(last, match.index);
    last = match.index + match[0].length;
    const ranged =
      parts.length > 0 &&
      (/[-‐‑–—−]|\b(?:to|until|till|through)\b/iu.test(gap) || (between && /\band\b|&/iu.test(gap)));
    const { numeric, day, month: named, year: printedYear } = match.groups!;
    if (numeric) {
      const [d, m, y] = numeric.split(/[/.]/u).map(Number) as [number, number, number];
      parts.push({ day: d, month: m, year: y < 100 ? 2000 + y : y, ranged });
    } else {
      if (named && !monthCase.test(named)) return null;
      parts.push({
        day: Number(day),
        month: named ? monthNumber(named) : null,
        year: printedYear ? Number(printedYear) : null,
        ranged,
      });
    }
  }
  return parts.some((p) => p.month !== null) ? parts : null;
}

/** Fills in months and years from the right, as they are left out on the left; null where that gives no calendar day. */
function daysOf(given: readonly Part[], yearOf: (month: number) => number | null): string[] | null {
  // "12 July 2021 and 3": a number after the last month belongs to something else.
  const lastMonth = given.findLastIndex((p) => p.month !== null);
  const parts = given.slice(0, lastMonth + 1);
  let { month: m, year: y } = parts.at(-1)!;
  y ??= yearOf(m!);
  if (y === null) return null;
  const out: string[] = [];
  let later: Part | null = null;
  for (const part of parts.toReversed()) {
    const ownMonth: number = part.month ?? m!;
    const ownYear: number = part.year ?? (ownMonth > m! ? y - 1 : y);
    m = ownMonth;
    y = ownYear;
    const day = isoDay(ownYear, ownMonth, part.day);
    if (day === null) return null;
    if (later?.ranged) {
      const run = daysBetween(day, out[0]!);
      if (!run) return null;
      out.unshift(...run);
    } else out.unshift(day);
    later = part;
  }
  return [...new Set(out)].sort();
}

function isoDay(y: number, m: number, d: number): string | null {
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d && y > 1900 ? date.toISOString().slice(0, 10) : null;
}

/** From one day up to, and without, another; null where that is backwards or too long. */
function daysBetween(first: string, last: string): string[] | null {
  const out: string[] = [];
  for (let at = Date.parse(first); at < Date.parse(last); at += 86_400_000) {
    out.push(new Date(at).toISOString().slice(0, 10));
    if (out.length > longestRun) return null;
  }
  return out.length > 0 ? out : null;
}

function monthNumber(printed: string): number {
  const start = printed.toLowerCase().slice(0, 3);
  return monthNames.findIndex((name) => name.startsWith(start)) + 1;
}

const datePattern = new RegExp(
  `(?<![\\p{L}\\d£/])(?:${weekday}?(?<day>\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: of)? (?<month>${month})(?:,? (?<year>${year}))|(?<numeric>${numericDate})|(?<month2>${month}),?(?: of)? (?<year2>${year})|(?<year3>${year}))`,
  'giu',
);

/** Every date with a year in a text: a day, a month or a bare year. Financial years ("2021/22") are none. */
export function datesIn(text: string): PrintedDate[] {
  const out: PrintedDate[] = [];
  for (const match of text.matchAll(datePattern)) {
    const g = match.groups!;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
    if (/^[-–—/]\d/u.test(after)) continue;
    const named = g.month ?? g.month2;
    if (named && !monthCase.test(named)) continue;
    let date: string | null;
    if (g.numeric) {
      const [d, m, y] = g.numeric.split(/[/.]/u).map(Number) as [number, number, number];
      date = isoDay(y < 100 ? 2000 + y : y, m, d);
    } else if (g.day) date = isoDay(Number(g.year), monthNumber(g.month!), Number(g.day));
    else if (g.month2) date = `${g.year2}-${String(monthNumber(g.month2)).padStart(2, '0')}`;
    else date = g.year3!;
    if (date !== null) out.push({ date, text: match[0], start: match.index });
  }
  return out;
}

/** Months printed with a year, as "2021-07": a front page often names them where a sentence does not. */
export function monthsIn(text: string): string[] {
  return datesIn(text).flatMap(({ date }) => (date.length >= 7 ? [date.slice(0, 7)] : []));
}
