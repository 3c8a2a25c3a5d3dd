import type { Span } from '../blocks.ts';

/** What ends in a stop without ending a sentence. */
const shortened =
  /(?:^|[\s(])(?:\p{L}|c|ca|approx|e\.g|i\.e|eg|ie|etc|No|Nos|St|Mr|Mrs|Ms|Dr|Cllr|Prof|Rev|vs|p|pp|para|paras|Ref|Sec|Fig|Vol|Ltd|inc|incl|excl|est)\.$/iu;

/** The sentences of [start, end) of a text, in order, with their stops and closing marks. Linear in its length. */
export function sentencesOf(text: string, [start, end]: Span): Span[] {
  const out: Span[] = [];
  let from = start;
  const ends = /[.!?…]["'”’)\]]{0,3}\s+(?=["'“‘([]{0,3}[\p{Lu}\d£])|\n\s*/gu;
  for (const match of text.slice(start, end).matchAll(ends)) {
    const at = start + match.index;
    const stop = at + match[0].trimEnd().length;
    if (match[0].startsWith('.') && shortened.test(text.slice(Math.max(from, at - 8), at + 1))) continue;
    if (text.slice(from, stop).trim() !== '') out.push([from, stop]);
    from = at + match[0].length;
  }
  if (text.slice(from, end).trim() !== '') out.push([from, end]);
  return out;
}
