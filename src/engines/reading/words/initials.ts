/** Words that a short form may pass over. */
const small = new Set('and of the for to in on at with a an or from by'.split(' '));
const most = 14;

type Part = { readonly letters: string; readonly start: number; readonly optional: boolean };

/**
 * Where, at the end of a text, the words begin that a short form stands for; null where the words before it are others.
 * Every word gives its first letter, in order ("medium term financial strategy" for MTFS), and may give more of its own
 * ("chief executive" for CEx); small words and the second half of a hyphenated word may give none.
 * @param whole the words are all of the text, from its first letter on
 */
export function longFormStart(text: string, short: string, whole = false): number | null {
  const wanted = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const parts = partsOf(text);
  const memo = new Map<number, number | null>();
  const from = (at: number, left: number): number | null => {
    if (at < 0 || left === 0) return null;
    const key = at * 32 + left;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const found = tryPart(at, left);
    memo.set(key, found);
    return found;
  };
  const tryPart = (at: number, left: number): number | null => {
    const part = parts[at]!;
    for (let given = 1; given <= left && given <= part.letters.length; given++) {
      if (!gives(part.letters, wanted.slice(left - given, left))) continue;
      if (given === left && (!whole || at === 0) && (!part.optional || at === 0)) return part.start;
      const before = from(at - 1, left - given);
      if (before !== null) return before;
    }
    return part.optional ? from(at - 1, left) : null;
  };
  return wanted.length < 2 || wanted.length > 12 ? null : from(parts.length - 1, wanted.length);
}

/** Does a word hold these letters in order, the first of them at its head? */
function gives(word: string, letters: string): boolean {
  if (word[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The last words of a text, their hyphenated parts apart, back to the nearest stop or bracket. */
function partsOf(text: string): Part[] {
  const tail = text.slice(-180);
  const base = text.length - tail.length;
  const stop = Math.max(
    ...['. ', '; ', ': ', '(', ')', '\n', '\t'].map(
      (mark) => tail.lastIndexOf(mark) + mark.length * Math.min(1, tail.lastIndexOf(mark) + 1),
    ),
    0,
  );
  const parts = tail
    .slice(stop)
    .matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.]*/gu)
    .map(({ 0: word, index }): Part => {
      const lower = word.toLowerCase();
      const joined = /[-‐‑/&]/u.test(tail[stop + index - 1] ?? ' ');
      return { letters: lower, start: base + stop + index, optional: joined || small.has(lower) };
    })
    .toArray();
  return parts.slice(-most);
}
