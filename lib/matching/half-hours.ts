/*
 * A week in half hours, reckoned in UTC, and the moments at which somebody is free as bits of it.
 */

/** Half hours in a week, from Monday midnight UTC on. */
export const SLOTS = 336;
const WORDS = Math.ceil(SLOTS / 32);

export function bitsOf(starts: readonly number[]): Uint32Array {
  const bits = new Uint32Array(WORDS);
  for (const start of starts) bits[start >>> 5] = (bits[start >>> 5] ?? 0) | (1 << (start & 31));
  return bits;
}

export const everAt = (): Uint32Array => new Uint32Array(WORDS).fill(0xffffffff);
export const has = (bits: Uint32Array, start: number): boolean =>
  ((bits[start >>> 5] ?? 0) & (1 << (start & 31))) !== 0;
export const meet = (one: Uint32Array, other: Uint32Array): boolean =>
  one.some((word, at) => (word & (other[at] ?? 0)) !== 0);
export const both = (one: Uint32Array, other: Uint32Array): Uint32Array =>
  one.map((word, at) => word & (other[at] ?? 0));

const HALF_HOUR = 1_800_000;
/** The first Monday of the epoch, in half hours: 5 January 1970. */
const FIRST_MONDAY = 4 * 48;

/** The half hour of the week in which a moment lies, 0 to 335. */
export const slotAt = (instant: number): number =>
  (((Math.floor(instant / HALF_HOUR) - FIRST_MONDAY) % SLOTS) + SLOTS) % SLOTS;

/** The first that is free from a day after now on, on the full hour where there is one. */
export const soonest = (common: Uint32Array, now: number): number => inTurn(common, now)[0] ?? 0;

const TWO_DAYS = 96;

/** Whether two moments of the week are at least two days from each other, whichever of them comes first. */
const areApart = (one: number, other: number): boolean => {
  const ahead = (other - one + SLOTS) % SLOTS;
  return ahead >= TWO_DAYS && SLOTS - ahead >= TWO_DAYS;
};

/**
 * Two that are free, at least two days apart, chosen like the soonest; the soonest alone where there are no two such.
 */
export function soonestTwo(common: Uint32Array, now: number): { start: number; second: number | null } {
  const free = inTurn(common, now);
  for (const start of free) {
    const second = free.find((other) => areApart(start, other));
    if (second !== undefined) return { start, second };
  }
  return { start: free[0] ?? 0, second: null };
}

/** What is free, from a day after now on: full hours before half ones. */
function inTurn(common: Uint32Array, now: number): number[] {
  const from = slotAt(now) + 48;
  const free = Array.from({ length: SLOTS }, (_, step) => (from + step) % SLOTS).filter((slot) =>
    has(common, slot),
  );
  return [...free.filter((slot) => slot % 2 === 0), ...free.filter((slot) => slot % 2 === 1)];
}
