import type { Line } from './lines.ts';

/** Letters that a header or a page number between two halves of a line may have. */
const longestStray = 80;

/**
 * The line at `at` with its other half, where a page's turn or a lost line end cut it in two: the half after it begins in
 * small letters, and stands right below or under one stray line. `next` is the first line after both.
 */
export function wholeLine(lines: readonly Line[], at: number): { readonly line: Line; readonly next: number } {
  const line = lines[at]!;
  const whole = { line, next: at + 1 };
  if (line.block.cell || /[.:;?!]["'’”]?$/u.test(line.text)) return whole;
  const below = lines[at + 1];
  const further = lines[at + 2];
  if (below && goesOn(below)) return { line: joined(line, below), next: at + 2 };
  // A bare name is whole; what stands under it is the next thing.
  const isOpen = /(?::|\s[-–—])\s/u.test(line.text) || line.text.length > 45;
  const isStray =
    isOpen && below && !below.block.cell && below.text.length <= longestStray && !/[.:;?!]$/u.test(below.text);
  if (isStray && further && goesOn(further) && below.block.kind !== 'list-item')
    return { line: joined(line, further), next: at + 3 };
  return whole;
}

/** The second half of a sentence: a paragraph in small letters, up to a stop. */
function goesOn({ block, text }: Line): boolean {
  return block.kind === 'paragraph' && /^\p{Ll}/u.test(text) && /[.:;?!]["'’”]?$/u.test(text);
}

function joined(line: Line, rest: Line): Line {
  const block = { ...line.block, span: [line.block.span[0], rest.block.span[1]] as const };
  return { block, text: `${line.text} ${rest.text}`, start: line.start };
}
