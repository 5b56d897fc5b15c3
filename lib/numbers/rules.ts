/*
 * Your numbers count what a member did: effort, wins, and words in their circles. They are counted from what was
 * written down, each time anew, and every figure opens what it was counted from. Days on which nothing was written
 * down count against nothing, and no figure is compared with another one, or with anybody.
 *
 * What is drawn of setbacks says how many cases it rests on; fewer than ten are too few to tell.
 */

import { addDays, type Day, daysBetween, mondayOf, sayMonth } from "@/lib/dates";
import type { GoalCategory } from "@/lib/generated/enums";
import type { EntriesOf } from "@/lib/numbers/entries";
import type { Week } from "@/lib/reminders/rules";

/** A year of days begins on a Monday, so that it is whole weeks; this one is the last of them. */
export const WEEKS_A_YEAR = 53;
/** As many days are a year where they are counted, and not drawn: they lie in its weeks. */
const DAYS_A_YEAR = 365;
export const WEEKS_OF_EFFORT = 26;

/** What was done: effort on a goal of some kind, a win written, a word said in a circle. */
export type Doing = GoalCategory | "win" | "word";
/** How often something was done on a day. */
export type Counted = { day: Day; doing: Doing; times: number };

/** The Monday on which so many weeks begin, of which today's is the last. */
export const weeksFrom = (today: Day, weeks: number): Day => addDays(mondayOf(today), -7 * (weeks - 1));

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

/** A week in numbers, as a digest says it. */
export function weekInNumbers(counted: Counted[], monday: Day): Week {
  const noted = counted.filter(({ day }) => monday <= day && day <= addDays(monday, 6));
  return {
    efforts: timesIn(noted, ({ doing }) => isEffort(doing)),
    days: byDay(noted).size,
    wins: timesIn(noted, ({ doing }) => doing === "win"),
  };
}

/** `amount`: how much it was in all, where more is counted than times. */
export type Figure = {
  label: string;
  kind?: string;
  count: number;
  of?: string;
  amount?: string;
  entries: EntriesOf;
};

/** What is counted of the last days, of today's week and of the last weeks, each with what it is counted from. */
export function figuresOf(counted: Counted[], today: Day): { title: string; figures: Figure[] }[] {
  // Weeks that are not over yet would make a year of some days more.
  const year = addDays(today, 1 - DAYS_A_YEAR);
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
        showedUp(year, "In the last 365 days"),
      ],
    },
    {
      // By itself: beside the others it would read as what they are a part of.
      title: "What you did this week",
      figures: [effort("Effort this week", mondayOf(today))],
    },
    {
      title: "What you did in a year",
      figures: [
        effort("Effort in the last 365 days", year),
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

/** "You showed up on 120 days in 53 weeks." */
export function sayYear(days: { count: number }[]): string {
  const showedUp = days.filter(({ count }) => count > 0).length;
  return `You showed up on ${showedUp} ${showedUp === 1 ? "day" : "days"} in ${WEEKS_A_YEAR} weeks.`;
}
