/*
 * What a member did in kinds that lie on each other: effort week by week, commitments month by month. No kind is better
 * than another.
 */

import { addDays, type Day, daysBetween, monthsUpTo } from "@/lib/dates";
import type { CommitmentOutcome, GoalCategory } from "@/lib/generated/enums";
import { categories } from "@/lib/goals/schema";
import { type Counted, isEffort, WEEKS_OF_EFFORT, weeksFrom } from "@/lib/numbers/rules";

/** Some kinds of the same, counted side by side: a week or a month, and how often each kind was there. */
export type Stack<Kind extends string> = { from: Day; to: Day; counts: Record<Kind, number> };

/** Effort of each kind, week by week. */
export function effortByWeek(counted: Counted[], today: Day): Stack<GoalCategory>[] {
  const first = weeksFrom(today, WEEKS_OF_EFFORT);
  const weeks = Array.from({ length: WEEKS_OF_EFFORT }, (_, at): Stack<GoalCategory> => {
    const from = addDays(first, 7 * at);
    return { from, to: addDays(from, 6), counts: { applications: 0, people: 0, skills: 0, routine: 0 } };
  });
  for (const { day, doing, times } of counted) {
    const week = weeks[Math.floor(daysBetween(first, day) / 7)];
    if (week && isEffort(doing)) week.counts[doing] += times;
  }
  return weeks;
}

export const stacked = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** "Effort 41 times in 26 weeks: Applications 20, People 9, Wellbeing 12." */
export function sayEffortByWeek(weeks: Stack<GoalCategory>[], names: Record<GoalCategory, string>): string {
  const of = (category: GoalCategory) => weeks.reduce((sum, { counts }) => sum + counts[category], 0);
  const all = weeks.reduce((sum, { counts }) => sum + stacked(counts), 0);
  if (all === 0) return "Nothing is logged in these weeks, and that is fine.";
  const said = categories.filter((category) => of(category) > 0);
  const times = all === 1 ? "once" : `${all} times`;
  return `Effort ${times} in ${weeks.length} weeks: ${said.map((one) => `${names[one]} ${of(one)}`).join(", ")}.`;
}

/** Commitments that were marked, by how they went, month by month. None is better than another. */
export function commitmentsByMonth(
  said: { month: Day; outcome: CommitmentOutcome; count: number }[],
  today: Day,
): Stack<CommitmentOutcome>[] {
  return monthsUpTo(today).map((from) => {
    const counts: Record<CommitmentOutcome, number> = { kept: 0, partly: 0, not_this_week: 0, changed: 0 };
    for (const { month, outcome, count } of said) if (month === from) counts[outcome] += count;
    return { from, to: lastOfMonth(from), counts };
  });
}

const lastOfMonth = (first: Day): Day => {
  const [year = 1970, month = 1] = first.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** "14 commitments marked in 12 months: kept 8, partly 3, changed 3." */
export function sayCommitments(
  months: Stack<CommitmentOutcome>[],
  names: Record<CommitmentOutcome, string>,
): string {
  const all = months.reduce((sum, { counts }) => sum + stacked(counts), 0);
  if (all === 0) return "No commitment is marked in these months.";
  const said = (Object.keys(names) as CommitmentOutcome[]).flatMap((outcome) => {
    const count = months.reduce((sum, { counts }) => sum + counts[outcome], 0);
    return count > 0 ? [`${names[outcome].toLowerCase()} ${count}`] : [];
  });
  return `${all} ${all === 1 ? "commitment" : "commitments"} marked in ${months.length} months: ${said.join(", ")}.`;
}
