// Numbers that look random and are the same on every machine for the same seed.

export interface Random {
  /** A fraction from 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** True as often as the share says, from 0 to 1. */
  chance(share: number): boolean;
  /** A version 4 UUID. */
  uuid(): string;
}

/** Sfc32 (a generator of 128 bits of state, public domain) seeded by one integer. */
export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed >>> 0];
  const bits = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 20; i++) bits();
  const hex = () => bits().toString(16).padStart(8, '0');
  const next = () => bits() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)]!,
    chance: (share) => next() < share,
    uuid() {
      const all = hex() + hex() + hex() + hex();
      const variant = '89ab'[Number.parseInt(all[16]!, 16) & 3];
      return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-${variant}${all.slice(17, 20)}-${all.slice(20)}`;
    },
  };
}
