import { stopWords } from './data/stop-words.ts';
import { synonyms } from './data/synonyms.ts';
import { stem, words } from './stems.ts';

/** The telling words of a text: each stem once, with the word as printed and how often it stands there. */
export type Telling = ReadonlyMap<string, { readonly word: string; readonly count: number }>;

const groupOf = new Map<string, number>();
synonyms.forEach((group, i) => {
  for (const word of group) groupOf.set(stem(word), i);
});

/** A sum, a percentage or a year tells as a whole: "£30.2m" is not "30" and "2m". */
const sums = /£\s?\d+(?:[.,]\d+)*(?:\s?(?:bn|billion|million|thousand|[mk]\b))?|\d+(?:[.,/]\d+)+(?:%|[mk]\b)?|\d+%/giu;

/** The telling words of a text, by stem. */
export function tellingWords(text: string): Telling {
  const out = new Map<string, { word: string; count: number }>();
  for (const word of [...(text.match(sums) ?? []), ...words(text.replace(sums, ' '))]) {
    if (stopWords.has(word) || word.length < 2) continue;
    const key = stem(word);
    if (stopWords.has(key)) continue;
    const known = out.get(key);
    if (known) known.count += 1;
    else out.set(key, { word, count: 1 });
  }
  return out;
}

/** A word that two texts share. `as` is what stands in the other text where it is another word of the same meaning. */
export type Shared = { readonly word: string; readonly weight: number; readonly as: string | null };

/** Texts that can be asked for what is like them: BM25 over stems, with words of like meaning at a third of the weight. */
export class Likeness {
  readonly #texts: readonly Telling[];
  readonly #lengths: readonly number[];
  readonly #mean: number;
  readonly #holds = new Map<string, number>();
  readonly #groups: readonly ReadonlyMap<number, { word: string; count: number }>[];

  constructor(texts: readonly Telling[]) {
    this.#texts = texts;
    this.#lengths = texts.map((t) => [...t.values()].reduce((n, { count }) => n + count, 0));
    this.#mean = Math.max(1, this.#lengths.reduce((a, b) => a + b, 0) / Math.max(1, texts.length));
    for (const text of texts) for (const key of text.keys()) this.#holds.set(key, (this.#holds.get(key) ?? 0) + 1);
    this.#groups = texts.map((text) => {
      const groups = new Map<number, { word: string; count: number }>();
      for (const [key, { word, count }] of text) {
        const group = groupOf.get(key);
        if (group === undefined) continue;
        const known = groups.get(group);
        groups.set(group, { word: known?.word ?? word, count: (known?.count ?? 0) + count });
      }
      return groups;
    });
  }

  /** How rare a word is among the texts: 0 for one that stands in all of them. */
  rarity(key: string): number {
    const n = this.#holds.get(key) ?? 0;
    return n === 0 ? 0 : Math.log(1 + (this.#texts.length - n + 0.5) / (n + 0.5));
  }

  /** What a text shares with text number `i`, the weightiest first. */
  shared(asked: Telling, i: number): Shared[] {
    const text = this.#texts[i]!;
    const long = 0.25 + (0.75 * this.#lengths[i]!) / this.#mean;
    const out: Shared[] = [];
    for (const [key, { word }] of asked) {
      const own = text.get(key);
      if (own) {
        out.push({ word, as: null, weight: (this.rarity(key) * (own.count * 2.2)) / (own.count + 1.2 * long) });
        continue;
      }
      const group = groupOf.get(key);
      const like = group === undefined ? undefined : this.#groups[i]!.get(group);
      if (like)
        out.push({
          word,
          as: like.word,
          weight: (0.33 * this.rarity(stem(like.word)) * (like.count * 2.2)) / (like.count + 1.2 * long),
        });
    }
    return out.sort((a, b) => b.weight - a.weight);
  }

  score(asked: Telling, i: number): number {
    return this.shared(asked, i).reduce((sum, s) => sum + s.weight, 0);
  }
}
