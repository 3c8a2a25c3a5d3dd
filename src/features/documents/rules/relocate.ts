// Where words that were found stand in the text of a later reading, which may have joined or cut lines in another way.
import type { Span } from './find.ts';

/** Text without white space, and for each of its letters where it stood. */
function squeeze(text: string): { letters: string; at: Uint32Array } {
  const at = new Uint32Array(text.length + 1);
  const letters: string[] = [];
  for (let index = 0; index < text.length; index++) {
    if (/\s/.test(text[index]!)) continue;
    at[letters.length] = index;
    letters.push(text[index]!);
  }
  return { letters: letters.join(''), at };
}

/** Letters on either side that tell one mention from another, the most telling first. */
const ROUND = [80, 40, 15, 0];

/**
 * A function from a place in the earlier text to the same words in the later one; null when they are not there any more.
 * Words that occur more than once are told apart by what stands round them.
 */
export function relocator(earlier: string, later: string): (span: Span) => Span | null {
  if (earlier === later) return (span) => span;
  const { letters, at } = squeeze(later);
  const bare = (from: number, to: number) => earlier.slice(Math.max(0, from), Math.max(0, to)).replaceAll(/\s+/g, '');
  return ([start, end]) => {
    const words = bare(start, end);
    if (words === '') return null;
    for (const round of ROUND) {
      const before = bare(start - round, start);
      const found = letters.indexOf(before + words + bare(end, end + round));
      if (found < 0) continue;
      const first = found + before.length;
      return [at[first]!, at[first + words.length - 1]! + 1];
    }
    return null;
  };
}
