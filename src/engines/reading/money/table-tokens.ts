import type { Scale } from './exact.ts';

/** What a token of a table is: a year, a unit of money, a value, or a word of a name. */
export type Token = {
  readonly kind: 'period' | 'unit' | 'value' | 'word';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const fy = String.raw`(?:FY ?)?(?:(?:19|20)\d\d ?[/–-] ?(?:(?:19|20)\d\d|\d\d)|\d\d/\d\d|(?:19|20)\d\d)|Year \d`;
const unit = String.raw`\(?£ ?(?:['’]?0{3}['’]?s?|k|mn|millions?|m|thousands?|bn)\)?|\(£\)|£`;
const amount = String.raw`£? ?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?(?:k|m|mn|bn)?`;
const value = String.raw`[-−–+]?${amount}|[-−–]?\(${amount}\)|[-–—]|nil|n/a|tbc|tbd`;
const tokens = new RegExp(
  String.raw`(?<!\S)(?:(?<period>(?:${fy}))|(?<unit>${unit})|(?<value>${value}))(?=\s|[,;:*]?(?:\s|$))|(?<word>\S+)`,
  'giu',
);

/** The tokens of [start, end) of a text, in order. Linear in its length. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  return text
    .slice(start, end)
    .matchAll(tokens)
    .map(({ 0: printed, index, groups }): Token => {
      const kind = groups!.period ? 'period' : groups!.unit ? 'unit' : groups!.value ? 'value' : 'word';
      return { kind, text: printed, start: start + index, end: start + index + printed.length };
    })
    .toArray();
}

/** Can a token stand in a column of values? A bare year may be a number. */
export function isValue(token: Token): boolean {
  return token.kind === 'value' || (token.kind === 'period' && /^\d{4}$/u.test(token.text));
}

/** The scale that a unit or a caption names ("£000", "(£m)", "in £ million"); null where it names none. */
export function unitIn(text: string): Scale | null {
  if (/£ ?['’]?0{3}|£ ?k\b|£ ?thousands?\b|\bthousands of pounds\b/iu.test(text)) return 3;
  if (/£ ?(?:m|mn|millions?)(?!\p{L})|\bmillions of pounds\b/iu.test(text)) return 6;
  if (/£ ?bn\b/iu.test(text)) return 9;
  return /(?:^|[\s(])£(?:[\s)]|$)/u.test(text) ? 0 : null;
}
