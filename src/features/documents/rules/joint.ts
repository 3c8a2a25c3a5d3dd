// The same recommendation asked in two reports: the same words but for a few, to be linked by a person and never merged.
import { likeness } from './compare.ts';
import type { Wording } from './find.ts';
import { allWords } from './wording.ts';

/** A recommendation that may be read here: of this council, or of another as it was published. */
export interface Asked {
  readonly councilId: string;
  readonly council: string;
  readonly id: string;
  readonly report: string;
  readonly wording: Wording;
  /** Below the root of the site; null when it cannot be opened. */
  readonly href: string;
  readonly own: boolean;
}

export interface Likely {
  readonly ours: Asked;
  readonly other: Asked;
  readonly alike: number;
}

/** From here on two recommendations are the same words but for a few. */
export const NEARLY_THE_SAME = 0.85;
/** A wording this much shorter or longer cannot be as alike as that. */
const LENGTHS = [0.73, 1.37] as const;

/** Pairs that are nearly the same, the most alike first. Two of one report are never a pair. */
export function likelyJoint(ours: readonly Asked[], others: readonly Asked[]): Likely[] {
  const words = new Map([...ours, ...others].map((one) => [one, allWords(one.wording)]));
  const pairs: Likely[] = [];
  for (const one of ours) {
    const own = words.get(one)!;
    for (const other of others) {
      const text = words.get(other)!;
      const ratio = text.length / Math.max(1, own.length);
      if (other.id === one.id || ratio < LENGTHS[0] || ratio > LENGTHS[1]) continue;
      const alike = likeness(own, text);
      if (alike >= NEARLY_THE_SAME) pairs.push({ ours: one, other, alike });
    }
  }
  return pairs.sort((a, b) => b.alike - a.alike);
}
