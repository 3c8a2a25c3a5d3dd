// The words of the search box, taken apart: words, phrases in quotes, what must not stand there, and the field's own
// terms, which stand for all their other names.

/** A term of the field, from the table library_term. */
export interface Term {
  readonly phrase: string;
  readonly concept: string;
}

export interface Part {
  readonly kind: 'word' | 'phrase' | 'concept';
  /** The word, the words of the phrase, or the concept's name. */
  readonly text: string;
  /** After a minus: must not stand in the passage. */
  readonly not: boolean;
}

export const MOST_LETTERS = 300;
const MOST_PARTS = 24;

const PIECE = /(-?)"([^"]*)"|(\S+)/gu;

/**
 * Takes apart what was typed. Phrases in quotes are looked for as they stand; other words may be terms of the field, and
 * the longest term wins: "medium term financial plan" is one concept, not four words.
 */
export function partsOf(typed: string, terms: readonly Term[]): Part[] {
  const parts: Part[] = [];
  let run: string[] = [];
  const lookup = termsByFirstWord(terms);
  const endRun = () => {
    parts.push(...partsOfRun(run, lookup));
    run = [];
  };
  for (const [piece, minus, phrase, word] of typed.replace(/[“”„«»]/gu, '"').matchAll(PIECE)) {
    if (phrase !== undefined) {
      endRun();
      if (hasWord(phrase)) parts.push({ kind: 'phrase', text: worded(phrase), not: minus === '-' });
    } else if (/^-[^-]/u.test(word ?? '')) {
      endRun();
      const [part] = partsOfRun([piece.slice(1)], lookup);
      if (part) parts.push({ ...part, not: true });
    } else run.push(piece.replaceAll('"', ''));
  }
  endRun();
  return parts.slice(0, MOST_PARTS);
}

type Lookup = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly concept: string }[]>;

/** Terms by their first word, longest first. */
function termsByFirstWord(terms: readonly Term[]): Lookup {
  const split = terms.map(({ phrase, concept }) => ({ words: phrase.split(' ').map(bare), concept }));
  split.sort((a, b) => b.words.length - a.words.length);
  return Map.groupBy(split, ({ words }) => words[0]!);
}

function partsOfRun(run: readonly string[], lookup: Lookup): Part[] {
  const words = run.map((word) => ({ word: worded(word), bare: bare(word) })).filter(({ word }) => hasWord(word));
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const found = (lookup.get(words[at]!.bare) ?? []).find((term) =>
      term.words.every((word, i) => words[at + i]?.bare === word),
    );
    parts.push(
      found
        ? { kind: 'concept', text: found.concept, not: false }
        : { kind: 'word', text: words[at]!.word, not: false },
    );
    at += found ? found.words.length : 1;
  }
  return parts;
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Letters, figures and the signs that stand within words; a server without a locale would take any other for a letter. */
function worded(text: string): string {
  return text
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/[–—]/gu, '-')
    .replace(/[^\p{L}\p{N}\p{M}'&/.@_-]+/gu, ' ')
    .trim();
}

/** A word as terms are compared: small letters, no marks around it, one form for one and many. */
function bare(word: string): string {
  const small = word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}&]+|[^\p{L}\p{N}&]+$/gu, '');
  return /[^s]s$/u.test(small) && small.length > 3 ? small.slice(0, -1) : small;
}
