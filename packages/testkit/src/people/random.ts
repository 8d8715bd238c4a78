/** A source of numbers that gives the same row for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/**
 * Numbers for the `index`-th thing made from `seed`: any one can be made again without the ones
 * before it. The mixing step is SplitMix's (Steele, Lea, Flood 2014) narrowed to 32 bits.
 */
export function randomFor(seed: number, index: number): Random {
  let state = (mix(seed) ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state);
  };
  const below = (bound: number) => Math.floor((next() / 0x1_0000_0000) * bound);
  return {
    below,
    chance: (probability) => next() / 0x1_0000_0000 < probability,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
  };
}

function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
