/** Numbers as reports print them: "1,240", "230", "forty-five", "a hundred and twenty". */

const small: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i]),
);
const tens: Record<string, number> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + i * 10]),
);
const word = `(?:${[...Object.keys(tens), ...Object.keys(small).reverse()].join('|')})`;
const words = `(?:(?:an?|${word}) (?:hundred|thousand)|${word}|(?:hundred|thousand))(?:(?:[- ]| and )(?:${word}|hundred|thousand))*`;

/** Source of a pattern for a number in figures or words; use with the flags "iu". */
export const numberPattern = `(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|${words})`;

/** The number that a match of `numberPattern` means. */
export function numberOf(printed: string): number {
  const plain = printed.toLowerCase().replace(/,/gu, '');
  if (/^\d/u.test(plain)) return Number(plain);
  let total = 0;
  let run = 0;
  for (const part of plain.split(/[\s-]+/u)) {
    if (part === 'and') continue;
    if (part === 'a' || part === 'an') run = 1;
    else if (part === 'hundred') run = Math.max(1, run) * 100;
    else if (part === 'thousand') {
      total += Math.max(1, run) * 1000;
      run = 0;
    } else run += tens[part] ?? small[part] ?? 0;
  }
  return total + run;
}
