import { glueLines, wordsOf } from './hyphens.ts';
import { boldness, cut, endsSentence, join, type Piece, wordCount } from './pieces.ts';

/** Words after which a sentence cannot stop. */
const cannotEnd =
  /(?:^|\s)(?:a|an|the|of|to|and|or|for|with|in|on|at|by|from|as|that|which|is|are|was|were|be|been|its|their|your|our|this|these|those|than|into|across|between|will|would|should|could|can|must|has|have|had|not|more|both|each|any|all)$/iu;

/** Letters of the longest passage that is joined further: nothing that goes on for so long was one sentence. */
const longest = 6000;

/**
 * Joins what a page break (or a stray empty line) cut in two: a paragraph or list item that does not end as a
 * sentence, and the unlabelled piece after it that goes on with it.
 */
export function joinCutSentences(pieces: readonly Piece[]): Piece[] {
  const words = wordsOf(pieces.map((p) => p.text));
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before && continues(before, piece)) {
      const { cutBefore, glue } = glueLines(before.text, piece.text, words);
      const turned = before.pageEnd !== piece.page;
      out[out.length - 1] = {
        ...join(cutBefore ? cut(before, 0, before.text.length - cutBefore) : before, piece, glue),
        joined: before.joined || piece.joined || !turned,
      };
    } else out.push(piece);
  }
  return out;
}

function continues(before: Piece, piece: Piece): boolean {
  if (piece.kind !== 'paragraph' || piece.contents || before.contents) return false;
  if (before.kind !== 'paragraph' && before.kind !== 'list-item') return false;
  if (piece.label !== undefined || before.text.length > longest || endsSentence(before.text)) return false;
  if (piece.afterFurniture) return true;
  const turned = piece.page !== undefined && before.pageEnd !== undefined && piece.page === before.pageEnd + 1;
  if (boldness(piece) > 0.95 && boldness(before) < 0.5 && !turned) return false;
  if (piece.size !== undefined && before.size !== undefined && Math.abs(piece.size - before.size) > 1) return false;
  const lower = /^[‘’“”"'(]*\p{Ll}/u.test(piece.text);
  const open = /[,–—‐-]$/u.test(before.text) || cannotEnd.test(before.text);
  // Contact lines and titles rarely end in a stop either: a short piece needs a page turn or an open end to be cut.
  const cutItem =
    before.kind === 'list-item' &&
    wordCount(before.text) >= 5 &&
    (endsSentence(piece.text) || piece.place !== undefined);
  if (lower) return open || turned || cutItem || before.text.length > 60;
  if (!turned || before.text.length < 40) return false;
  // The last word or two of the sentence that leads up to a list.
  if (/:$/u.test(piece.text) && wordCount(piece.text) <= 4 && /\b(?:following|recommend\w*)\b/iu.test(before.text))
    return true;
  return open && /^[‘’“”"'(£]*[\p{L}\p{N}£]/u.test(piece.text) && boldness(piece) < 0.95;
}
