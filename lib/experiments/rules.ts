/*
 * An experiment is one change, tried for so many applications or until a day; each application is counted by hand,
 * as better or not. It is over when that many are counted, when the day has come, or when its member ends it early.
 * Then it says what came of it in plain numbers; of fewer than ten applications it says that they are too few to
 * tell. What to make of it, keep, drop or try again, is its member's to say, and can be taken back.
 *
 * At most two run at once: two changes at a time already blur which of them did it.
 *
 * On a day on which a setback was logged nobody is asked for a change, a decision or a lesson (lib/phases/rules.ts).
 * Counting, undoing, ending early and going on are for any day.
 */

import { type Day, sayDay } from "@/lib/dates";
import { wilson } from "@/lib/wilson";

export const MOST_AT_ONCE = 2;

/** Fewer cases than this are too few to tell. */
export const ENOUGH_TO_TELL = 10;

/** How long an experiment lasts, and the day on which it was ended early. */
export type Course = { cases: number | null; untilDay: Day | null; endedOn: Day | null };

export const isOver = ({ cases, untilDay, endedOn }: Course, counted: number, today: Day): boolean =>
  endedOn !== null || (cases !== null && counted >= cases) || (untilDay !== null && untilDay <= today);

/** Whether it would go on if it had not been ended early. */
export const canGoOn = (course: Course, counted: number, today: Day): boolean =>
  course.endedOn !== null && !isOver({ ...course, endedOn: null }, counted, today);

/** How far it has come: what was counted, never what is missing. */
export function sayProgress({ cases, untilDay }: Course, counted: number, today: Day): string {
  if (cases !== null) return counted === 0 ? `For ${cases} applications` : `${counted} of ${cases} counted`;
  const day = untilDay === null ? "later" : sayDay(untilDay, today);
  return counted === 0 ? `Until ${day}` : `${counted} counted, until ${day}`;
}

/** What came of it, in whole percents; `share` is null where there are too few cases to tell. */
export type Result = {
  cases: number;
  better: number;
  share: { seen: number; low: number; high: number } | null;
};

export function resultOf(better: number, cases: number): Result {
  if (cases < ENOUGH_TO_TELL) return { cases, better, share: null };
  const { low, high } = wilson(better, cases);
  return { cases, better, share: { seen: percent(better / cases), low: percent(low), high: percent(high) } };
}

const percent = (share: number): number => Math.round(share * 100);
