/*
 * A goal rests from a day on, until somebody goes on or until a day that they named. A rest may lie ahead, for a
 * holiday, or behind, for a week in bed that was nothing to keep up in.
 */

import { type Day, daysBetween } from "@/lib/dates";
import { DAYS_BACK } from "@/lib/goals/rules";

/** A rest that begins later than this is none that somebody can plan. */
const DAYS_AHEAD = 366;

/** So many rests of one goal can lie in the last weeks and ahead of them: all of them stand on its page. */
export const MOST_RESTS = 50;

export const canRestFrom = (day: Day, today: Day): boolean =>
  daysBetween(day, today) <= DAYS_BACK && daysBetween(today, day) <= DAYS_AHEAD;
