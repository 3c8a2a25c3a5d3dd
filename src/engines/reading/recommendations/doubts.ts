import type { Piece } from '../pieces.ts';
import { endsSentence, wordCount } from '../pieces.ts';
import type { RecordBlock } from '../record.ts';
import type { Numbered } from './propose.ts';

/**
 * A reason to look, in words a person can check, and the share of such proposals that turn out wrong, about: counted over
 * eight hundred damaged reports (test/reports), a little nearer to the middle where there were few.
 */
export type Doubt = { readonly says: string; readonly risk: number };

/** How likely it is that a proposal with these doubts is right in every field. */
export function sure(doubts: readonly Doubt[]): number {
  return Math.round(doubts.reduce((p, d) => p * (1 - d.risk), 0.98) * 100) / 100;
}

/** What a person should check about one recommendation. */
export function doubtsAbout(
  item: Numbered,
  wording: { readonly text: string; readonly parts: readonly { readonly label: string; readonly text: string }[] },
  blocks: readonly RecordBlock[],
  pieces: readonly Piece[],
  firstOfLaterList: boolean,
): Doubt[] {
  const out: Doubt[] = [];
  const add = (risk: number, says: string) => out.push({ says, risk });
  if (blocks.some((b) => b.pageBreaks.length > 0)) add(0.03, 'The sentence runs over a page break.');
  else if (blocks.length > 1 && blocks[0]!.page !== null && blocks.at(-1)!.pageEnd !== blocks[0]!.page)
    add(0.06, 'It goes on over a page break.');
  if (pieces.some((p) => p.joined))
    add(0.07, 'Two pieces of text were joined here: the first stopped in mid-sentence.');
  if (item.carriedOn)
    add(
      0.1,
      `The printed numbers start again here, after a sentence that was cut in two. We counted on to ${item.number}.`,
    );
  if (item.alone) add(0.05, `Each item has a list of its own with the same label. We counted on to ${item.number}.`);
  if (item.restarts) add(0.8, `A second list starts at ${item.number} here, without a heading of its own.`);
  else if (firstOfLaterList) add(0.01, `A second list starts at ${item.number} here.`);
  if (item.before !== null && item.number > item.before + 1) add(0.1, missing(item.before + 1, item.number - 1));
  if (item.before === null && !item.restarts && item.number > 1 && !item.counted && !firstOfLaterList)
    add(0.06, `The list starts at ${item.number}, not at 1.`);
  if (item.scheme === 'paragraphs') add(0.15, 'It stands in no list. Each paragraph was taken as one recommendation.');
  else if (item.scheme === 'headlines' || item.scheme === 'bold')
    add(0.04, 'No number is printed. Each headline was taken as one recommendation.');
  else if (item.scheme === 'table') add(0.03, 'It comes from a row of a table.');
  else if (item.counted && !item.alone) add(0.03, 'No number is printed. It was counted by its place in the list.');
  if (!item.headed) add(0.01, 'No heading announces this list, only a sentence.');
  if (item.unit.continued) add(0.5, 'A paragraph without a number was taken as part of it.');
  const last = wording.parts.at(-1)?.text ?? wording.text;
  const cutShort = /[,–—-]$/u.test(last) || (/\p{Ll}$/u.test(last) && wordCount(last) > 12 && !endsSentence(last));
  if (cutShort) add(0.8, 'It does not end in a full stop. Check that nothing is missing.');
  const words = [wording.text, ...wording.parts.map((part) => part.text)];
  const doubled = words.map(doubledWord).find((word) => word !== null);
  if (doubled) add(0.1, `‘${doubled}’ stands twice, one after the other. Check whether the report prints it so.`);
  if (words.some((one) => noteMark.test(one)))
    add(0.12, 'An asterisk stands with it. Check whether it points to a note that belongs to the wording.');
  if (/:$/u.test(wording.text) && wording.parts.length === 0)
    add(0.7, 'It ends in a colon, but no points were found under it.');
  return out;
}

/** A word that stands twice, one after the other; null for none. "That that" may be meant, and a name may be double. */
function doubledWord(text: string): string | null {
  for (const { groups } of text.matchAll(
    /(?<![\p{L}\p{N}'’-])(?<word>\p{L}+)\s+(?=(?<next>\p{Ll}+)(?![\p{L}\p{N}'’-]))/gu,
  )) {
    const { word, next } = groups!;
    if (word!.toLowerCase() === next && !/^(?:that|had|is|do|very)$/u.test(next)) return next;
  }
  return null;
}

/** An asterisk or dagger set against a word, before it or behind. */
const noteMark = /(?:^|[\s(‘“])[*†‡](?=\p{L})|[\p{L}\p{N}.,;:)’”][*†‡](?:\s|[.,;:)]|$)/u;

function missing(from: number, to: number): string {
  return from === to
    ? `Number ${from} is missing before this one.`
    : `Numbers ${from} to ${to} are missing before this one.`;
}
