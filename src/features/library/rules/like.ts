// How alike two passages are: by the words they share, each weighed by how seldom it stands in others.

/** A word of a passage, as the index has it. */
export interface Weighed {
  readonly word: string;
  /** How many of the sampled passages hold it. */
  readonly others: number;
}

export interface Wanted {
  readonly word: string;
  readonly weight: number;
}

/** Words by which others are compared, and the fewer of them by which others are looked for. */
const COMPARED = 14;
const LOOKED_FOR = 7;
/** A long text has words for several things: what is shared is measured by so many of the most telling. */
const MEASURED = 10;
/** A term of the field says more than a word of it. */
const TERM = 1.6;
/** Shared words weigh at least this much of all that could be shared, and are at least two. */
const ALIKE = 0.3;
const LEAST_WORDS = 2;

/** What the weights rest on: how many passages of other councils were looked at, and whether those are all there are. */
export interface Sample {
  readonly size: number;
  readonly whole: boolean;
}

/** The words that tell a passage from others, the most telling first. */
export function tellingWords(words: readonly Weighed[], sample: Sample): Wanted[] {
  return (
    words
      // A word that no other passage of a whole library holds can be shared with none.
      .filter(({ others }) => !sample.whole || others > 0)
      .map(({ word, others }) => ({
        word,
        weight: Math.log((sample.size + 2) / (others + 1)) * (isTerm(word) ? TERM : 1),
      }))
      .filter(({ weight }) => weight > 0.4)
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, COMPARED)
  );
}

export const isTerm = (word: string): boolean => word.startsWith('=~');

/** Pairs of the most telling words: a passage that holds one of these is worth comparing. */
export function pairsOf(wanted: readonly Wanted[]): (readonly [string, string])[] {
  // Words that hardly any passage holds find nothing, so terms of the field come first among those looked for.
  const asked = [...wanted].sort((a, b) => Number(isTerm(b.word)) - Number(isTerm(a.word))).slice(0, LOOKED_FOR);
  return asked.flatMap(({ word }, at) => asked.slice(at + 1).map((other) => [word, other.word] as const));
}

/** How much of what could be shared is shared, 0 to 1; 0 when that is too little to speak of. */
export function likeness(wanted: readonly Wanted[], shared: readonly string[]): number {
  if (shared.length < LEAST_WORDS) return 0;
  const weigh = (list: readonly Wanted[]) => list.reduce((sum, { weight }) => sum + weight, 0);
  const share = weigh(wanted.filter(({ word }) => shared.includes(word))) / weigh(wanted.slice(0, MEASURED));
  return share >= ALIKE ? Math.min(1, share) : 0;
}
