/** A percentage in a text: [start, end) holds it as printed. */
export type Share = {
  readonly start: number;
  readonly end: number;
  /** The number printed; below nought only with a printed minus. */
  readonly percent: number;
  readonly confidence: number;
  readonly range: 'from' | 'to' | null;
};

const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const values = new Map<string, number>([
  ...['zero', ...units, ...teens].map((word, n): [string, number] => [word, n]),
  ...tens.flatMap((word, t): [string, number][] => [
    [word, (t + 2) * 10],
    ...units.map((unit, u): [string, number] => [`${word}-${unit}`, (t + 2) * 10 + u + 1]),
  ]),
  ['hundred', 100],
  ['a hundred', 100],
  ['one hundred', 100],
]);
const words = [...values.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('-', '[- ]');
const number = String.raw`(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,7})(?:\.\d{1,8})?|\.\d{1,8}`;
const unit = String.raw`(?:\s?%|[\s-]{0,2}per\s?cent(?!\p{L})(?!age))`;
// Percentage points measure the distance of two percentages, and are none themselves.
const noPoints = String.raw`(?!(?:age)?[\s-]points?\b)`;

const shares = new RegExp(
  `(?<![\\d.,/£\\p{L}])(?<minus>[-−])?(?<number>${number}|(?:${words})(?=[\\s-]per))(?:(?<glue>\\s?(?:-|–|—|to|and|or)\\s?)(?<upper>${number}|(?:${words})(?=[\\s-]per)))?${unit}${noPoints}`,
  'giu',
);

/**
 * Every percentage in a text, in order: 13%, 2.5 per cent, one per cent; of "5-10%" and "between 5 and 10 per cent"
 * both ends. Percentage points are left out. Linear in the length of the text.
 */
export function findShares(text: string): Share[] {
  return text
    .matchAll(shares)
    .toArray()
    .flatMap((match): Share[] => {
      const { minus, number: printed = '', glue, upper } = match.groups!;
      const end = match.index + match[0].length;
      const sign = minus && /^$|[\s(]/u.test(text[match.index - 1] ?? '') ? -1 : 1;
      const start = match.index + (minus && sign > 0 ? 1 : 0);
      const share = (from: number, to: number, percent: number, range: Share['range']): Share => ({
        start: from,
        end: to,
        percent,
        confidence: range === 'from' ? 0.85 : /\d/u.test(printed) ? 0.97 : 0.9,
        range,
      });
      if (upper === undefined || glue === undefined)
        return [share(start, end, sign * numberOf(printed), rangeOf(text, start, end))];
      const numberEnd = match.index + (minus?.length ?? 0) + printed.length;
      const last = share(numberEnd + glue.length, end, numberOf(upper), 'to');
      const word = glue.trim().toLowerCase();
      const isRange =
        word !== 'and' || /\bbetween\s(?:\p{L}{1,14}\s){0,2}$/iu.test(text.slice(Math.max(0, start - 40), start));
      // "In 2021 and 5% in the year after": the first number is no percentage.
      if (!isRange || /^(?:19|20)\d\d$/u.test(printed)) return [{ ...last, range: null }];
      return [share(start, numberEnd, sign * numberOf(printed), 'from'), last];
    });
}

function numberOf(printed: string): number {
  return values.get(printed.toLowerCase().replace(/(?<=ty)\s/u, '-')) ?? Number(printed.replaceAll(',', ''));
}

/** "5% to 10%": each end has its own sign. */
function rangeOf(text: string, start: number, end: number): Share['range'] {
  if (/^\s?(?:-|–|—|to)\s?\d{1,7}(?:\.\d{1,8})?(?:\s?%| per ?cent)/iu.test(text.slice(end, end + 30))) return 'from';
  return /(?:%| per ?cent)\s?(?:-|–|—|to)\s?$/iu.test(text.slice(Math.max(0, start - 16), start)) ? 'to' : null;
}
