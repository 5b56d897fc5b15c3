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
export function soonest(common: Uint32Array, now: number): number {
  const from = slotAt(now) + 48;
  const inTurn = Array.from({ length: SLOTS }, (_, step) => (from + step) % SLOTS).filter((slot) =>
    has(common, slot),
  );
  return inTurn.find((slot) => slot % 2 === 0) ?? inTurn[0] ?? 0;
}
