import { addDays, type Day, sayDay } from "@/lib/dates";
import { type StrengthOf, strengthOver } from "@/lib/goals/strength";
import { WEEKS_OF_EFFORT, weeksFrom } from "@/lib/numbers/rules";

export type Strengths = { id: string; title: string; weeks: { day: Day; strength: number }[] };

/**
 * How strong each goal was at the end of each of the last weeks, and is today. A goal that is younger than that begins
 * later; one on which nothing was ever logged is not drawn.
 */
export function strengthsOf(
  goals: readonly (StrengthOf & { id: string; title: string })[],
  today: Day,
): Strengths[] {
  const first = weeksFrom(today, WEEKS_OF_EFFORT);
  return goals
    .filter(({ efforts }) => Object.keys(efforts).length > 0)
    .map((goal) => {
      const over = new Map(strengthOver(goal, first, today).map(({ day, strength }) => [day, strength]));
      const weeks = sundaysOf(first, today).flatMap((day) => {
        const strength = over.get(day);
        return strength === undefined ? [] : [{ day, strength }];
      });
      return { id: goal.id, title: goal.title, weeks };
    })
    .filter(({ weeks }) => weeks.length > 0);
}

/** The last day of each week, and of this one today. */
export const sundaysOf = (first: Day, today: Day): Day[] =>
  Array.from({ length: WEEKS_OF_EFFORT }, (_, at) => {
    const sunday = addDays(first, 7 * at + 6);
    return sunday < today ? sunday : today;
  });

/** "64 of 100 today; since Monday, 1 June between 20 and 71." */
export function sayStrength(weeks: Strengths["weeks"], today: Day): string {
  const all = weeks.map(({ strength }) => strength);
  const now = all.at(-1) ?? 0;
  const [first] = weeks;
  if (!first || weeks.length === 1) return `${now} of 100 today.`;
  return `${now} of 100 today; since ${sayDay(first.day, today)} between ${Math.min(...all)} and ${Math.max(...all)}.`;
}
