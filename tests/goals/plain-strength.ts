import type { Rest, Rhythm } from "@/lib/goals/rules";

/*
 * Strength as the help says it, one day after the other, with none of Onward's own reckoning: what its tests compare
 * it with.
 */

/** What the help says of a rhythm. */
export type Said = {
  /** So much at once is worth so many days, and no day is worth more. */
  amount: number;
  days: number;
  /** Days that ask, until half of it is gone. */
  half: number;
  /** Which weekdays ask, Monday is 1. */
  weekdays: number[];
};

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export function saidOf({ rhythm, times, usual = 1, everyDays, weekdays = [] }: Rhythm): Said {
  const days = { day: 1, weekdays: 1, every_days: everyDays ?? 1, week: 7, finish_line: 7 }[rhythm];
  const amount = rhythm === "finish_line" ? usual : times;
  if (rhythm === "weekdays") {
    const gap = 7 / weekdays.length;
    return { amount, days, half: (14 * Math.sqrt(gap)) / gap, weekdays };
  }
  const taps = amount > usual ? amount / usual : 1;
  const gap = days / taps > 1 ? days / taps : 1;
  return { amount, days, half: 14 * Math.sqrt(gap), weekdays: EVERY_DAY };
}

const DAY = 86_400_000;
const numberOf = (day: string) => Date.parse(`${day}T00:00Z`) / DAY;
const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
const weekdayOf = (number: number) => new Date(number * DAY).getUTCDay() || 7;

type Lived = { efforts: Record<string, number>; rests: Rest[] };

/** How strong a goal was on the evening of each day, from its first effort on, 0 to 100. */
export function plainStrength(
  { efforts, rests }: Lived,
  /** The rhythms that it had, oldest first, each with the last day that was lived by it: the last goes on. */
  rhythms: { said: Said; until: string | null }[],
  to: string,
): Map<string, number> {
  const evenings = new Map<string, number>();
  const first = Object.keys(efforts).sort()[0];
  if (!first) return evenings;
  let [strength, held] = [0, 0];
  for (let number = numberOf(first); number <= numberOf(to); number++) {
    const day = dayOf(number);
    const at = rhythms.findIndex(({ until }) => until === null || day <= until);
    const { said, until } = rhythms[at] ?? { said: saidOf({ rhythm: "day", times: 1 }), until: null };
    const rested = rests.some(({ startedOn, endedOn }) => startedOn <= day && (!endedOn || day < endedOn));
    const asks = until !== day && !rested && said.weekdays.includes(weekdayOf(number));
    const done = efforts[day] ?? 0;
    if (done > 0) {
      const worth = Math.min((done / said.amount) * said.days, said.days);
      strength = 1 - (1 - strength) * 0.5 ** (worth / said.half);
      if (held < said.days) held = Math.min(held + worth, said.days);
    }
    evenings.set(day, Math.round(100 * strength));
    if (asks && done === 0 && held < 1) strength *= 0.5 ** ((1 - held) / said.half);
    if (asks) held = held > 1 ? held - 1 : 0;
    const next = until === day ? rhythms[at + 1]?.said : undefined;
    if (next) held = Math.max((held * next.weekdays.length) / said.weekdays.length, next.days);
  }
  return evenings;
}
