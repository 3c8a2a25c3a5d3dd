import type { Span } from '../blocks.ts';
import type { Found } from '../findings.ts';
import { titleText } from '../headings.ts';
import type { LaidOut } from '../layout.ts';
import type { RecordBlock } from '../record.ts';

/** One block of a report with its words at hand: what most of the passes for facts go through. */
export type Line = {
  readonly block: RecordBlock;
  readonly text: string;
  /** Where the words begin in the record's text. */
  readonly start: number;
};

/** The blocks of a report that say something: lines of a contents list, and empty ones, left out. */
export function linesOf({ text, blocks }: LaidOut): Line[] {
  return blocks
    .filter((block) => !block.contents && block.span[1] > block.span[0])
    .map((block) => ({
      block,
      text: text.slice(block.span[0], Math.min(block.span[1], block.span[0] + longest)),
      start: block.span[0],
    }));
}

/** No printed paragraph is longer; what a broken file holds beyond that is not gone through. */
const longest = 10_000;

/** Span in the record's text of [start, end) in a line. */
export function spanIn(line: Line, start: number, end: number): Span {
  return [line.start + start, line.start + end];
}

/** A finding that covers `part` of a line, from `at` on. */
export function foundAt(line: Line, at: number, part: string, confidence: number): Found {
  return { span: spanIn(line, at, at + part.length), confidence };
}

/** Does the line stand as a heading, declared or inferred, or print like one (short, no stop, not a sentence)? */
export function isTitleLike(line: Line): boolean {
  if (line.block.kind === 'heading') return true;
  if (line.block.kind !== 'paragraph') return false;
  return line.text.length <= 90 && /^\p{Lu}/u.test(line.text) && !/[.;,?!]$/u.test(line.text);
}

/** A line's words without section number, closing colon and letter spacing, in lower case. */
export function plainTitle(line: Line): string {
  return titleText(line.text).toLowerCase();
}

/** The sentences of a text, with their places. A full stop within a title, a number, an initial or "No. 5" ends none. */
export function sentencesOf(text: string): { readonly text: string; readonly start: number }[] {
  const out: { text: string; start: number }[] = [];
  let from = 0;
  for (const stop of text.matchAll(/[.!?]["'’”)\]]*\s+(?=["'‘“([]*[\p{Lu}\p{N}])/gu)) {
    const before = text.slice(from, stop.index + 1);
    if (
      /(?:\b(?:Cllr|Cllrs|Dr|Mr|Mrs|Ms|Prof|St|No|Nos|Tel|Ext|Rev|Hon|approx|c|e\.g|i\.e|etc|vs)|\b\p{Lu})\.$/u.test(
        before,
      )
    )
      continue;
    push(text.slice(from, stop.index + stop[0].length), from);
    from = stop.index + stop[0].length;
  }
  push(text.slice(from), from);
  return out;

  function push(sentence: string, start: number): void {
    const trimmed = sentence.trim();
    if (trimmed) out.push({ text: trimmed, start: start + sentence.indexOf(trimmed) });
  }
}
