/** A small random source (mulberry32): the same seed gives the same numbers on every machine. */
export type Random = {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, and without, the bound. */
  readonly below: (bound: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return { next, below, pick: (from) => from[below(from.length)]! };
}
