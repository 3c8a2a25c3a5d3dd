/** A year, years or a date in a text: [start, end) holds it as printed. */
export type Period = { readonly start: number; readonly end: number; readonly text: string };

const months = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const year = String.raw`(?:19|20)\d\d`;
const span = String.raw`${year} ?[/–-] ?(?:${year}|\d\d)(?!\d)`;
const short = String.raw`\d\d/\d\d(?![\d/])`;
const to = `(?: ?[–-] ?| to | and )`;
const financial = `(?:${span}|${short})(?:${to}(?:${span}|${short}))?`;
const dated = String.raw`(?:(?:\d{1,2}(?:st|nd|rd|th)? )?${months} |(?:spring|summer|autumn|winter) (?:of )?)${year}(?!\d)`;
const plain = String.raw`${year}(?!\d)(?:${to}${year}(?!\d))?`;
const relative = String.raw`\b(?:this|next|last|current|previous|coming) (?:financial |municipal |calendar )?year\b`;

// A bare year is one only where a word says so: 2,000 or 2000 may be a number of homes.
const periods = new RegExp(
  String.raw`(?<![\d/.,£–-])(?:(?:FY ?)?${financial}|${dated}|(?<=\b(?:in|for|by|from|since|to|until|till|during|of|late|early|mid|year|between|FY) |\()${plain}(?![.,]\d|%))|${relative}`,
  'giu',
);

/** Every year, run of years and date in a text, in order. Linear in the length of the text. */
export function findPeriods(text: string): Period[] {
  const out: Period[] = [];
  for (const match of text.matchAll(periods)) {
    const printed = match[0];
    if (/^\d\d\/\d\d$/u.test(printed) && Number(printed.slice(3)) !== (Number(printed.slice(0, 2)) + 1) % 100) continue;
    // "For 2000 homes" counts homes.
    const after = text.slice(match.index + printed.length, match.index + printed.length + 24);
    if (
      /^\d{4}$/u.test(printed) &&
      /^\s(?!is\b|was\b|has\b|as\b|its\b|this\b)(?:\p{Ll}{2,}s\b|people\b|staff\b)/u.test(after)
    )
      continue;
    out.push({ start: match.index, end: match.index + printed.length, text: printed });
  }
  return out;
}

/** A sum or a percentage, as far as its neighbours matter. */
type Mark = { readonly start: number; readonly end: number };

/**
 * The period each mark of a sentence is for. A period belongs to the mark before it ("£3m of savings in 2025/26"), or
 * to the one after where it opens a clause ("and for 2026/27 £4m"). A mark that has none of its own takes the last that
 * was named ("In 2025/26 the council saved £8.3m of a planned £10.6m").
 * @param marks in order; @param found periods of the same sentence, in order
 */
export function periodsOf(text: string, marks: readonly Mark[], found: readonly Period[]): (string | null)[] {
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  const carried: (string | null)[] = [];
  let last: Period | null = null;
  for (const period of found) {
    while (carried.length < marks.length && marks[carried.length]!.start < period.start)
      carried.push(stillMeant(text, last, marks[carried.length]!));
    const mark = marks[carried.length - 1];
    const next = marks[carried.length];
    last = period;
    if (mark && belongsBack(text, mark, period, next)) {
      if (!after.has(carried.length - 1)) after.set(carried.length - 1, period.text);
    } else if (next) before.set(carried.length, period.text);
  }
  while (carried.length < marks.length) carried.push(stillMeant(text, last, marks[carried.length]!));
  return marks.map((mark, i) => {
    if (/^\s(?:an?|one|two|three|the)\syears?\s(?:later|earlier|before)/iu.test(text.slice(mark.end, mark.end + 30)))
      return null;
    return after.get(i) ?? before.get(i) ?? carried[i] ?? null;
  });
}

/** Does a period named earlier in the sentence still hold at a mark, or has something else begun? */
function stillMeant(text: string, period: Period | null, mark: Mark): string | null {
  if (!period || mark.start - period.end > 400) return null;
  return text.slice(period.end, mark.start).includes(';') ? null : period.text;
}

function belongsBack(text: string, mark: Mark, period: Period, next: Mark | undefined): boolean {
  const between = text.slice(mark.end, period.start).slice(-200);
  const prepared = between.match(
    /\b(?:in|for|by|from|since|to|until|during|of|on|at|over|as at|between)\s(?:the\s)?(?:(?:end|start|beginning|close) of\s)?(?:(?:financial )?years?\s|period\s)?$/iu,
  );
  const lead = (prepared ? between.slice(0, prepared.index) : between).trimEnd();
  // "£2m (2022/23), £3m (in 2023/24)": the brackets belong to the sum before them.
  if (/^\s?\(?$/u.test(lead)) return true;
  const opensClause = /[,;:(–—]$|\b(?:and|but|then|while|with|or|plus)$/iu.test(lead);
  const breaks = lead.match(/[,;:(–—]|\b(?:and|but|while|which|then)\b/giu)?.length ?? 0;
  if (opensClause) return next === undefined && breaks <= 1 && prepared !== null && lead.length <= 2;
  if (breaks > 0 && lead.length > 30) return false;
  return prepared !== null || next === undefined || period.start - mark.end <= next.start - period.end;
}
