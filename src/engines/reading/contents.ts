import type { Piece } from './pieces.ts';

const entry = /^(?=.*\p{L}).{2,140}?(?:\s*[.…·_]{3,}\s*|\t+\s*|\s{2,}|\s)(?:page\s*)?(\d{1,3})\s*$/iu;
const title = /^(?:(?:report|table of)\s+)?contents(?:\s+page)?\s*:?$/iu;

/** Reads a line of a contents list ("2. Key findings ..... 6"): the page it points to, or null. */
export function contentsPage(text: string): number | null {
  // The pattern is tried at every letter of what it is given: no line of a contents list is longer.
  const match = text.length > 400 ? null : text.match(entry);
  return match ? Number(match[1]) : null;
}

/** Marks contents lists: three or more lines in a row that end in page numbers which do not go down, or two under the word Contents. */
export function markContents(pieces: readonly Piece[]): Piece[] {
  const out = [...pieces];
  for (let i = 0; i < pieces.length; ) {
    const first = i;
    let last = 0;
    while (i < pieces.length && pieces[i]!.kind !== 'table-cell') {
      const page = contentsPage(pieces[i]!.text);
      if (page === null || page < last) break;
      last = page;
      i += 1;
    }
    const before = pieces[first - 1];
    const named = before !== undefined && title.test(before.text);
    if (i - first >= (named ? 2 : 3)) {
      for (let k = first; k < i; k++) out[k] = { ...pieces[k]!, contents: true };
      if (named) out[first - 1] = { ...before, contents: true };
    }
    i = Math.max(i, first + 1);
  }
  return out;
}

/** The titles that the contents list announces, folded for comparison. */
export function announcedTitles(pieces: readonly Piece[]): ReadonlySet<string> {
  return new Set(pieces.filter((p) => p.contents).map((p) => plainTitle(p.text.replace(/[\s.…·_]*\d{1,3}\s*$/u, ''))));
}

/** A title without number, punctuation, case and articles, for comparing. */
export function plainTitle(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\s\d.)(]+/u, '')
    .replace(/\b(?:the|a|an|of)\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
