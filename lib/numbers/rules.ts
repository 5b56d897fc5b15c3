/*
 * Your numbers count what a member did: effort, wins, and words in their circles. They are counted from what was
 * written down, each time anew, and every figure opens what it was counted from. Days on which nothing was written
 * down count against nothing, and no figure is compared with another one, or with anybody.
 *
 * What is drawn of setbacks says how many cases it rests on; fewer than ten are too few to tell.
 */

import { addDays, type Day, daysBetween, sayMonth, weekdayOf } from "@/lib/dates";
import type { CommitmentOutcome, GoalCategory } from "@/lib/generated/enums";
import type { EntriesOf } from "@/lib/numbers/entries";

/** A year of days begins on a Monday, so that it is whole weeks; this one is the last of them. */
export const WEEKS_A_YEAR = 53;
export const WEEKS_OF_EFFORT = 26;
export const MONTHS = 12;

/** What was done: effort on a goal of some kind, a win written, a word said in a circle. */
export type Doing = GoalCategory | "win" | "word";
/** How often something was done on a day. */
export type Counted = { day: Day; doing: Doing; times: number };

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The Monday on which so many weeks begin, of which today's is the last. */
export const weeksFrom = (today: Day, weeks: number): Day => addDays(mondayOf(today), -7 * (weeks - 1));

/** The first days of the last twelve months, this one's the last. */
export function monthsUpTo(today: Day): Day[] {
  const [year = 1970, month = 1] = today.split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, at) =>
    new Date(Date.UTC(year, month - MONTHS + at, 1)).toISOString().slice(0, 10),
  );
}

/** "Nov" for a week in which a month begins, which is where its name has room. */
export function monthBegins(monday: Day): string | null {
  const sunday = addDays(monday, 6);
  return monday.endsWith("-01") || monday.slice(0, 7) !== sunday.slice(0, 7)
    ? sayMonth(sunday).slice(0, 3)
    : null;
}

const timesIn = (counted: Counted[], fits: (one: Counted) => boolean): number =>
  counted.reduce((sum, one) => sum + (fits(one) ? one.times : 0), 0);

/** How often somebody showed up, by day. */
export function byDay(counted: Counted[]): Map<Day, number> {
  const days = new Map<Day, number>();
  for (const { day, times } of counted) days.set(day, (days.get(day) ?? 0) + times);
  return days;
}

export const isEffort = (doing: Doing): doing is GoalCategory => doing !== "win" && doing !== "word";

export type Figure = { label: string; kind?: string; count: number; of?: string; entries: EntriesOf };

/** What is counted of the last days, of today's week and of the last weeks, each with what it is counted from. */
export function figuresOf(counted: Counted[], today: Day): { title: string; figures: Figure[] }[] {
  const year = weeksFrom(today, WEEKS_A_YEAR);
  const days = byDay(counted);
  const showedUp = (from: Day, label: string): Figure => ({
    label,
    count: [...days.keys()].filter((day) => from <= day && day <= today).length,
    of: `of ${daysBetween(from, today) + 1} days`,
    entries: { what: "shown", from, to: today },
  });
  const effort = (label: string, from: Day, category?: GoalCategory): Figure => ({
    label,
    count: timesIn(
      counted,
      ({ day, doing }) => day >= from && isEffort(doing) && (!category || doing === category),
    ),
    entries: { what: "effort", from, to: today, ...(category && { category }) },
  });
  const other = (what: "win" | "word", label: string): Figure => ({
    label,
    count: timesIn(counted, ({ day, doing }) => day >= year && doing === what),
    entries: { what, from: year, to: today },
  });
  return [
    {
      title: "Days you showed up",
      figures: [
        showedUp(addDays(today, -6), "In the last 7 days"),
        showedUp(addDays(today, -27), "In the last 4 weeks"),
        showedUp(year, "In a year"),
      ],
    },
    {
      title: "What you did",
      figures: [
        effort("Effort this week", mondayOf(today)),
        effort("Effort in a year", year),
        effort("Of it, for applications", year, "applications"),
        effort("For people", year, "people"),
        effort("For skills", year, "skills"),
        effort("For wellbeing", year, "routine"),
        other("win", "Wins you wrote"),
        other("word", "Times you spoke in a circle"),
      ],
    },
  ];
}

/** Some kinds of the same, counted side by side: a week or a month, and how often each kind was there. */
export type Stack<Kind extends string> = { from: Day; to: Day; counts: Record<Kind, number> };

const categoriesOfEffort = ["applications", "people", "skills", "routine"] as const;

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
  const said = categoriesOfEffort.filter((category) => of(category) > 0);
  const times = all === 1 ? "once" : `${all} times`;
  return `Effort ${times} in ${weeks.length} weeks: ${said.map((one) => `${names[one]} ${of(one)}`).join(", ")}.`;
}

/** "You showed up on 120 days of this year of days." */
export function sayYear(days: { count: number }[]): string {
  const showedUp = days.filter(({ count }) => count > 0).length;
  return `You showed up on ${showedUp} ${showedUp === 1 ? "day" : "days"} in a year.`;
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

/** "14 commitments in twelve months: kept 8, partly 3, changed 3." */
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

export type FeltWeek = { from: Day; to: Day; setbacks: number; noted: number; mean: number | null };

/** How strong the feelings were that were noted with setbacks, week by week, and how many setbacks there were. */
export function feelingsByWeek(
  felt: { week: Day; setbacks: number; noted: number; sum: number }[],
  today: Day,
): FeltWeek[] {
  const first = weeksFrom(today, WEEKS_OF_EFFORT);
  return Array.from({ length: WEEKS_OF_EFFORT }, (_, at) => {
    const from = addDays(first, 7 * at);
    const week = felt.find((one) => one.week === from);
    const noted = week?.noted ?? 0;
    return {
      from,
      to: addDays(from, 6),
      setbacks: week?.setbacks ?? 0,
      noted,
      // To a tenth, as it is said.
      mean: week && noted > 0 ? Math.round((10 * week.sum) / noted) / 10 : null,
    };
  });
}

/** "23 feelings in 26 weeks, and how strong they were: on average 5.4 of 10." */
export function sayFeelings(weeks: FeltWeek[], enough: number): string {
  const noted = weeks.reduce((sum, week) => sum + week.noted, 0);
  if (noted === 0) return "No feeling is noted in these weeks.";
  const many = `${noted} ${noted === 1 ? "feeling" : "feelings"} noted in ${weeks.length} weeks`;
  if (noted < enough) return `${many}: too few to tell anything from.`;
  const drawn = weeks.filter(({ mean }) => mean !== null).length;
  return `${many}, in ${drawn} of them. They come and go, and none is wrong.`;
}
