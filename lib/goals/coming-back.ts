/*
 * How steadily somebody showed up for a goal is said in days of the last seven, and after a gap the words are about
 * coming back. Of days that were missed nothing is said.
 *
 * A goal around which it was quiet for two weeks is offered to become smaller. Days of rest are no quiet ones, and
 * whoever says that it fits as it is hears nothing of it for two weeks more.
 *
 * A goal that was finished, or whose strength has grown to 70, asks once what helped.
 */

import { addDays, type Day } from "@/lib/dates";
import { isAtFinishLine, type Kept, lastSevenDays, restsOn } from "@/lib/goals/rules";

const QUIET_DAYS = 14;

/** A strength at which a goal has grown: with what is for every day, after about three and a half weeks. */
export const GROWN = 70;

type Steady = Kept & {
  since: Day;
  /** The newest day with effort. */
  newest: Day | null;
  /** The last day on which it was made smaller, or left as it is. */
  fitsOn: Day | null;
};

/** Whether for two weeks nothing was done, rested or decided about a goal. */
export function isQuiet(goal: Steady, today: Day): boolean {
  if (isAtFinishLine(goal) || restsOn(goal, today)) return false;
  const mark = [goal.since, goal.newest ?? "", goal.fitsOn ?? ""].sort().at(-1) ?? "";
  const days = Math.max(QUIET_DAYS, goal.everyDays ?? 0);
  let quiet = 0;
  for (let day = addDays(today, -1); day > mark && quiet < days; day = addDays(day, -1)) {
    if (!restsOn(goal, day)) quiet++;
  }
  return quiet >= days;
}

/** "4 of the last 7 days", or a word to whoever comes back. */
export function saySteady(goal: Pick<Steady, "efforts" | "rests" | "begun">, today: Day): string {
  const { showedUp, rested } = lastSevenDays(
    today,
    (day) => (goal.efforts[day] ?? 0) > 0,
    (day) => restsOn(goal, day),
  );
  if (showedUp === 0) {
    if (restsOn(goal, today)) return "It rests, and rest counts.";
    return goal.begun ? "Good to see you. One small step brings it back." : "It begins with the first one.";
  }
  if (rested === 0) return `${showedUp} of the last 7 days.`;
  return `${showedUp} of the last 7 days, and ${rested === 1 ? "one" : rested} of rest.`;
}

/** Whether a goal asks what helped: once, when it was finished or has grown. */
export const asksWhatHelped = (goal: {
  helpedAt: Date | null;
  finished: boolean;
  begun: boolean;
  strength: number;
}): boolean => goal.helpedAt === null && (goal.finished ? goal.begun : goal.strength >= GROWN);
