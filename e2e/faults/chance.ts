/** Chance that can be repeated: the same seed, the same run of numbers. */
export type Chance = {
  /** From 0 up to 1. */
  next: () => number;
  oneOf: <T>(some: readonly T[]) => T;
  between: (least: number, most: number) => number;
  happens: (probability: number) => boolean;
};

// mulberry32, by Tommy Ettinger; in the public domain.
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    oneOf: (some) => some[Math.floor(next() * some.length)] as (typeof some)[number],
    between: (least, most) => least + next() * (most - least),
    happens: (probability) => next() < probability,
  };
}
