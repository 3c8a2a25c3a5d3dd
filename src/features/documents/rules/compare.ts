// Two texts word by word, and two lists of finds against each other: what is the same, changed, new, gone.
import type { Find, Wording } from './find.ts';
import { allWords, folded } from './wording.ts';

/** Another version of a report. */
export interface Version {
  readonly documentId: string;
  readonly title: string;
  readonly fileName: string;
}

export interface DiffPiece {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Words as they are compared: without case, quotation marks' shape or punctuation at their ends. */
function plainWords(text: string): string[] {
  return folded(text)
    .split(' ')
    .filter((word) => word !== '');
}
const bare = (word: string) =>
  word
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/^\p{P}+|\p{P}+$/gu, '') || word;

/** Longer texts are compared as wholes, since the work grows with the square of their words. */
const MOST_WORDS = 800;

/** Length of the longest common run of words, kept in order, for every pair of beginnings. */
function table(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      rows[i]![j] = one[i] === other[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
    }
  }
  return rows;
}

/** What went out of the earlier words and what came in, in reading order. Joined, "same" and "in" give the later text. */
export function wordDiff(earlier: string, later: string): DiffPiece[] {
  const [one, other] = [plainWords(earlier), plainWords(later)];
  if (one.length > MOST_WORDS || other.length > MOST_WORDS) {
    return [
      { kind: 'out', text: one.join(' ') },
      { kind: 'in', text: other.join(' ') },
    ];
  }
  const rows = table(one, other);
  const pieces: { kind: DiffPiece['kind']; words: string[] }[] = [];
  const say = (kind: DiffPiece['kind'], word: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else pieces.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      say('same', other[j]!);
      i += 1;
      j += 1;
    } else if (i < one.length && (j >= other.length || rows[i + 1]![j]! >= rows[i]![j + 1]!)) {
      say('out', one[i]!);
      i += 1;
    } else {
      say('in', other[j]!);
      j += 1;
    }
  }
  return pieces.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

/**
 * How alike two texts are, 0 to 1: twice the words they share in order, over all their words. Texts that share too few
 * words in any order are told apart without the longer look.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [plainWords(one).map(bare), plainWords(other).map(bare)];
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(word, count - 1);
    }
  }
  const atMost = (2 * shared) / (a.length + b.length);
  if (atMost < ALIKE || a.length > MOST_WORDS || b.length > MOST_WORDS) return atMost < ALIKE ? 0 : atMost;
  return (2 * table(a, b)[0]![0]!) / (a.length + b.length);
}

/** From here on two wordings are taken for versions of one another, for a person to confirm. */
export const ALIKE = 0.6;

export interface Pair {
  readonly earlier: Find;
  readonly later: Find;
}

export interface Comparison {
  readonly same: readonly Pair[];
  readonly changed: readonly Pair[];
  readonly added: readonly Find[];
  readonly gone: readonly Find[];
  /** Of no version's own list: a person added them, or took them from the suggestions. Neither new nor gone. */
  readonly own: { readonly earlier: readonly Find[]; readonly later: readonly Find[] };
}

/** The report's words for a find; a person's, where it was added by hand. */
export const readWording = (find: Find): Wording => find.asRead ?? find.wording;

/** A person's words stand in place of the report's, in the text or its number, heading or points. */
export function isCorrected(find: Find): boolean {
  return find.asRead !== null && allWords(find.asRead) !== allWords(find.wording);
}

/** Whether a person put it among the recommendations: it is no part of the report's list. */
export const isOwn = (find: Find) => find.asRead === null || find.fromSuggestion === true;

/**
 * Pairs the finds of two versions, the most alike first, by what was read: a person's corrections are no change of the
 * report. What a person has matched already is a pair whatever its words.
 */
export function compareFinds(
  earlier: readonly Find[],
  later: readonly Find[],
  matched: ReadonlyMap<string, string>,
): Comparison {
  const words = new Map([...earlier, ...later].map((find) => [find.id, allWords(readWording(find))]));
  const candidates: (Pair & { alike: number })[] = [];
  for (const one of later) {
    for (const other of earlier) {
      const byPerson = matched.get(one.id) === other.id;
      const alike = byPerson ? 2 : likeness(words.get(other.id)!, words.get(one.id)!);
      // The same number settles between two that are equally alike, and the report's own list comes before what was added.
      const number = readWording(one).number === readWording(other).number ? 0.01 : 0;
      const listed = isOwn(one) === isOwn(other) ? 0.02 : 0;
      if (alike >= ALIKE) candidates.push({ earlier: other, later: one, alike: alike + number + listed });
    }
  }
  candidates.sort((a, b) => b.alike - a.alike);
  const taken = new Set<string>();
  const pairs: Pair[] = [];
  for (const { earlier: one, later: other } of candidates) {
    if (taken.has(one.id) || taken.has(other.id)) continue;
    taken.add(one.id).add(other.id);
    pairs.push({ earlier: one, later: other });
  }
  pairs.sort((a, b) => a.later.position - b.later.position);
  const isSame = (pair: Pair) => words.get(pair.earlier.id) === words.get(pair.later.id);
  return {
    same: pairs.filter(isSame),
    changed: pairs.filter((pair) => !isSame(pair)),
    added: later.filter((find) => !taken.has(find.id) && !isOwn(find)),
    gone: earlier.filter((find) => !taken.has(find.id) && !isOwn(find)),
    own: {
      earlier: earlier.filter((find) => !taken.has(find.id) && isOwn(find)),
      later: later.filter((find) => !taken.has(find.id) && isOwn(find)),
    },
  };
}
