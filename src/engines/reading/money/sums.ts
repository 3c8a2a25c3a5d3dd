import { scaleOf, toPence } from './exact.ts';

/** A sum of money in a text: [start, end) holds it as printed. */
export type Sum = {
  readonly start: number;
  readonly end: number;
  /** Whole pence; negative where a minus or accountants' brackets are printed. */
  readonly pence: number;
  /** 0 to 1: how plain the print is. */
  readonly confidence: number;
  /** Does the text itself say thousands or millions? */
  readonly scaled: boolean;
  /** The end of a range that it is, or null. */
  readonly range: 'from' | 'to' | null;
};

const number = String.raw`(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,12})?|\d{1,18}(?:\.\d{1,12})?|\.\d{1,12})`;
// A scale in full may have come away over a line or a page; letters stand at the number or one space off.
const scale = String.raw`(?:[\s-]{0,3}(?:thousands?|millions?|billions?|trillions?)|bn?| ?(?:k|mn|mln|mil|m|bn|tn))(?![\p{L}\p{N}])`;
// A pound sign may end one page and its number begin the next; alone in its block it heads a column.
const sign = String.raw`(?:£|\bGBP)(?:[ \u00a0\u2009]{0,2}|(?<=\S £)\n\n)`;

const sterling = new RegExp(`(?<minus>[-−–])?${sign}(?<inner>[-−])?(?<number>${number})(?<scale>${scale})?`, 'giu');
const inWords = new RegExp(`(?<![\\d.,£])(?<number>${number})(?<scale>${scale})\\s(?:pounds|sterling)\\b`, 'giu');
const pennies = /(?<![\d.,£\p{L}])(?<number>\d{1,2}(?:\.\d)?)(?:p| pence)(?![\p{L}\p{N}])/gu;
const bareEnd = new RegExp(`^(?<glue>\\s?(?:-|–|—|to|and|or)\\s?)(?<number>${number})(?<scale>${scale})?`, 'iu');

/** A number with a scale, before it is known whether it borrows its neighbour's. */
type Printed = {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly scale: string | undefined;
  readonly negative: boolean;
  readonly confidence: number;
  readonly pennies?: true;
};

/**
 * Every sum of money in a text, in order, none overlapping: £4.5m, £470million, £12,500.50, GBP 3bn, 4 million pounds,
 * 45p. Of a range such as "£3 to £4 million" or "£3-4m" both ends are given, the first in the scale of the second.
 * Linear in the length of the text.
 */
export function findSums(text: string): Sum[] {
  const all = inOrder([...printedWithSign(text), ...printedWithWord(text)]);
  const scales = lendScales(text, all);
  return all.flatMap((sum, i): Sum[] => {
    const pence = sum.pennies ? toPence(sum.digits.padStart(1, '0'), 0) : toPence(sum.digits, scaleOf(scales[i]));
    if (pence === null) return [];
    const whole = sum.pennies ? Math.round(pence / 100) : pence;
    const lent = scales[i] !== sum.scale;
    return [
      {
        start: sum.start,
        end: sum.end,
        pence: sum.negative && whole !== 0 ? -whole : whole,
        confidence: Math.min(sum.confidence, lent ? 0.85 : 1, sum.negative ? 0.85 : 1),
        scaled: scales[i] !== undefined,
        range: isRange(text, sum, all[i + 1]) ? 'from' : isRange(text, all[i - 1], sum) ? 'to' : null,
      },
    ];
  });
}

function printedWithSign(text: string): Printed[] {
  const out: Printed[] = [];
  for (const match of text.matchAll(sterling)) {
    const { minus, inner, number: digits = '', scale: word } = match.groups!;
    const end = match.index + match[0].length;
    const next = text.slice(end, end + 3);
    // "£000" and "£1000s" name a unit, and are no sums.
    if (word === undefined && (/^0{2,}$/u.test(digits) || /^['’]?s(?!\p{L})/u.test(next))) continue;
    const confidence = /^(?:[\p{N}]|[.,]\d|\p{L})/u.test(next) && !/^p[acwmh]/u.test(next) ? 0.5 : 0.97;
    const atMinus = match.index;
    const atSign = atMinus + (minus ? 1 : 0);
    const below = inner !== undefined || (minus !== undefined && isMinus(text, atMinus, end));
    out.push(
      withBrackets(text, { start: below ? atMinus : atSign, end, digits, scale: word, negative: below, confidence }),
    );
    const last = secondOfRange(text, out.at(-1)!);
    if (last) out.push(last);
  }
  return out;
}

/** Is the dash at `at` a minus, and neither the dash of a range, of a list, nor one between words? */
function isMinus(text: string, at: number, end: number): boolean {
  const before = text[at - 1] ?? '\n';
  const alone = /[\n\t]/u.test(before) && /^\)?(?:[\n\t]|$)/u.test(text.slice(end, end + 2));
  if (alone) return true;
  return (
    text[at] !== '–' && (before === ' ' || before === '(') && !/[-–—] $/u.test(text.slice(Math.max(0, at - 2), at))
  );
}

/** "minus £2m"; and "(£2m)" where a sentence or a cell has nothing but the brackets for the sum. */
function withBrackets(text: string, sum: Printed): Printed {
  const before = text.slice(Math.max(0, sum.start - 14), sum.start);
  const word = before.match(/\bminus\s$/iu);
  if (word) return { ...sum, start: sum.start - word[0].length, negative: true };
  if (!before.endsWith('(') || text[sum.end] !== ')') return sum;
  const cell = /(?:^|[\n\t])\($/u.test(before) && /^\)(?:[\n\t]|$)/u.test(text.slice(sum.end, sum.end + 2));
  const wanted = /(?:\b(?:of|to|was|is|at|from|by|were)|:)\s\($/iu.test(before);
  return cell || wanted ? { ...sum, start: sum.start - 1, end: sum.end + 1, negative: true } : sum;
}

/** The second end of "£3m-4m", "£10-12" or "between £3 and 4 million", which has no sign of its own. */
function secondOfRange(text: string, first: Printed): Printed | null {
  const match = text.slice(first.end, first.end + 60).match(bareEnd);
  if (!match || first.negative) return null;
  const { glue = '', number: digits = '', scale: word } = match.groups!;
  const end = first.end + match[0].length;
  const after = text.slice(end, end + 24);
  if (/^[\p{L}\p{N}%]|^[.,]\d|^ (?:per ?cent|%)/iu.test(after)) return null;
  const upward = (toPence(digits, 0) ?? 0) > (toPence(first.digits, 0) ?? 0);
  const dash = /^[-–—]$/u.test(glue);
  if (!dash && word === undefined) return null;
  if (word === undefined && (first.scale !== undefined || !upward)) return null;
  if (/[a-z]/iu.test(glue)) {
    if (glue.trim().toLowerCase() === 'and' && !/between\s(?:\p{L}{1,14}\s){0,2}$/iu.test(textBefore(text, first)))
      return null;
    // "from £3 to 4 million people": what is counted there is no money.
    if (
      /^\s\p{L}/u.test(after) &&
      !/^\s(?:of|a|an|the|per|in|by|for|over|to|and|or|each|from|on|is|was|will|at)\s/iu.test(after)
    )
      return null;
  }
  return { start: first.end + glue.length, end, digits, scale: word, negative: false, confidence: 0.85 };
}

function textBefore(text: string, sum: { readonly start: number }): string {
  return text.slice(Math.max(0, sum.start - 40), sum.start);
}

function printedWithWord(text: string): Printed[] {
  const at = (m: RegExpExecArray) => ({
    start: m.index,
    end: m.index + m[0].length,
    digits: m.groups!.number!,
    negative: false,
  });
  return [
    ...text.matchAll(inWords).map((m): Printed => ({ ...at(m), scale: m.groups!.scale, confidence: 0.9 })),
    ...text.matchAll(pennies).map((m): Printed => ({ ...at(m), scale: undefined, confidence: 0.8, pennies: true })),
  ];
}

function inOrder(sums: readonly Printed[]): Printed[] {
  const out: Printed[] = [];
  for (const sum of [...sums].sort((a, b) => a.start - b.start || b.end - a.end))
    if (out.length === 0 || sum.start >= out.at(-1)!.end) out.push(sum);
  return out;
}

function isRange(text: string, a: Printed | undefined, b: Printed | undefined): boolean {
  if (!a || !b || b.start - a.end > 16) return false;
  const glue = text.slice(a.end, b.start);
  if (/^\s{0,3}(?:-|–|—|to)\s{0,3}(?:around |about |nearly |over |some )?$/iu.test(glue)) return true;
  return /^\s{1,3}and\s{1,3}$/iu.test(glue) && /between\s(?:\p{L}{1,14}\s){0,2}$/iu.test(textBefore(text, a));
}

/**
 * The scale of each sum, a sum without one taking that of the next where the two are printed as one: a range, or a row
 * of sums such as "£3.2, £4.1 and £5 million", whose first is no number of pounds and pence.
 */
function lendScales(text: string, all: readonly Printed[]): (string | undefined)[] {
  const scales = all.map((sum) => sum.scale);
  for (let i = all.length - 2; i >= 0; i--) {
    const sum = all[i]!;
    const next = all[i + 1]!;
    const lender = scales[i + 1];
    if (sum.scale !== undefined || lender === undefined || sum.pennies || sum.digits.includes(',')) continue;
    const [own, other] = [toPence(sum.digits, 0) ?? 0, toPence(next.digits, 0) ?? 0];
    if (isRange(text, sum, next)) {
      if (own < other || (scaleOf(lender) >= 6 && own < other * 10)) scales[i] = lender;
    } else if (
      /\.(?:\d|\d{3,})$/u.test(sum.digits) &&
      /^,?\s(?:(?:and|or)\s)?$/u.test(text.slice(sum.end, next.start).slice(0, 8))
    )
      scales[i] = lender;
  }
  return scales;
}
