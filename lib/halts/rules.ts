/*
 * A goal goes on until it comes to a halt: it is finished, or put away without being finished. Onward does neither by
 * itself. At a halt a goal asks for nothing, is offered nowhere, and takes no effort; nothing of it is lost.
 *
 * Days of a halt are days of rest. Its strength stays where it was, and when the goal is taken up again, those days
 * are kept as a rest like any other. Whoever takes it up has just decided that it fits, so nothing smaller is offered
 * for a while (lib/goals/coming-back.ts).
 */

import { type Day, dayIn } from "@/lib/dates";
import type { Rest } from "@/lib/goals/rules";

/** When a goal came to a halt, and how: neither where it goes on. */
export type Halting = { finishedAt: Date | null; archivedAt: Date | null };

/** Since when a goal stands still. What was put away and finished from there has stood since it was put away. */
export const haltedAt = ({ finishedAt, archivedAt }: Halting): Date | null => archivedAt ?? finishedAt;

/** The days of a halt that goes on, as the rest that they are. */
export function restOfHalt(goal: Halting, timeZone: string): Rest[] {
  const since = haltedAt(goal);
  return since ? [{ startedOn: dayIn(timeZone, since), endedOn: null }] : [];
}

/** The days of a halt that ends today, as the rest that they were: none where it began today. */
export function restUntil(
  today: Day,
  since: Date,
  timeZone: string,
): { startedOn: Day; endedOn: Day } | null {
  const startedOn = dayIn(timeZone, since);
  return startedOn < today ? { startedOn, endedOn: today } : null;
}

/** Why no effort is logged on a goal at a halt, and what to do about it; null where it goes on. */
export function whyNoEffort({ finishedAt, archivedAt }: Halting): string | null {
  if (finishedAt) return "This goal is finished. Take it up again first, and then log what you did.";
  if (archivedAt) return "This goal is put away. Bring it back first, and then log what you did.";
  return null;
}
