import type { Claim, Score } from './score.ts';

type Count = { right: number; total: number };

/** Adds up scores by whatever they are sorted by: fields right of fields there were. */
export class Tally {
  readonly #counts = new Map<string, Map<string, Count>>();
  readonly claims: Claim[] = [];

  /** @param keys "format text", "edition 2021" ...: what the report is counted under */
  add(score: Score, keys: readonly string[]): void {
    this.claims.push(...score.claims);
    for (const { field, right, total } of score.fields) {
      for (const key of ['all', ...keys]) {
        const fields = this.#counts.get(key) ?? new Map<string, Count>();
        this.#counts.set(key, fields);
        const count = fields.get(field) ?? { right: 0, total: 0 };
        count.right += right;
        count.total += total;
        fields.set(field, count);
      }
    }
  }

  get keys(): string[] {
    return [...this.#counts.keys()];
  }

  /** Share right of each field under a key, 0 to 1. */
  fields(key = 'all'): Map<string, number> {
    return new Map([...(this.#counts.get(key) ?? [])].map(([field, { right, total }]) => [field, right / total]));
  }

  /** How many parts of a field there were. */
  size(field: string, key = 'all'): number {
    return this.#counts.get(key)?.get(field)?.total ?? 0;
  }

  /** The mean of the fields' shares under a key: every field weighs the same, however many parts it has. */
  mean(key = 'all'): number {
    const shares = [...this.fields(key).values()];
    return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  }
}

export type Bucket = { readonly from: number; readonly count: number; readonly right: number };

/** Claims by confidence, in steps of a tenth: how many there were, and the share that is right. */
export function calibration(claims: readonly Claim[], field?: string): Bucket[] {
  const chosen = claims.filter((claim) => field === undefined || claim.field === field);
  return Array.from({ length: 10 }, (_, i) => {
    const within = chosen.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10 + 1e-9)) === i);
    return {
      from: i / 10,
      count: within.length,
      right: within.filter((claim) => claim.right).length / Math.max(1, within.length),
    };
  }).filter((bucket) => bucket.count > 0);
}
