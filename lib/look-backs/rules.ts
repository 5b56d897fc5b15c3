/*
 * Looking back on a week or a year counts what was done: days on which somebody showed up, what went well, efforts,
 * answers to others, what they found helpful. It is something for the wall: no setback, no feeling, no name of an
 * employer, no picture and nothing that they said of a goal is on it unless its member ticks that it shall be. It
 * compares with nobody and with no other week, and what is not there is not mentioned.
 *
 * A week begins on Monday, a year on the first of January, both where the member lives. One that has not begun yet
 * is not there.
 */

import { addDays, type Day, daysBetween, sayMonth, weekdayOf } from "@/lib/dates";
import { categories, categoryWords, type GoalCategory } from "@/lib/goals/schema";
import { sayTimes } from "@/lib/say-times";

/** What stands on it unasked, and what stands on it when it is ticked. */
export const usual = ["days", "wins", "efforts", "others", "helped"] as const;
export const further = ["goals", "pictures", "names", "feelings", "setbacks"] as const;
export const parts = [...usual, ...further] as const;
export type Part = (typeof parts)[number];

export const partWords: Record<Part, string> = {
  days: "Days you showed up",
  wins: "Wins",
  efforts: "Efforts",
  others: "Others you answered",
  helped: "What helped",
  goals: "What you said helped with goals",
  pictures: "Your pictures",
  names: "Names of employers, as you wrote them",
  feelings: "Feelings you named",
  setbacks: "How many setbacks there were",
};

/** What was ticked, as the address says it: nothing said is what is usual. */
export function chosenParts(asked: { chosen?: unknown; part?: unknown }): Part[] {
  if (asked.chosen !== "1") return [...usual];
  const ticked = [asked.part].flat();
  return parts.filter((part) => ticked.includes(part));
}

/** A stretch of days, `until` the first that is not part of it any more. */
export type Span = { from: Day; until: Day };

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;

/** The week that an address names by its Monday; null where it names none that has begun. */
export function weekIn(text: string, today: Day): Span | null {
  if (!isDay(text) || weekdayOf(text) !== 1 || text > today || text < "2000-01-01") return null;
  return { from: text, until: addDays(text, 7) };
}

export function yearIn(text: string, today: Day): Span | null {
  if (!/^2\d{3}$/.test(text) || `${text}-01-01` > today) return null;
  return { from: `${text}-01-01`, until: `${Number(text) + 1}-01-01` };
}

export const lengthOf = ({ from, until }: Span): number => daysBetween(from, until);

/** One sentence on the days; of those that have not come it says nothing. */
export function sayDays(days: readonly Day[], span: Span, today: Day): string {
  const begun = Math.min(lengthOf(span), daysBetween(span.from, today) + 1);
  const count = days.length;
  if (count === 0) return "These were days of rest, and rest counts.";
  if (begun <= 7) return `You showed up on ${count} of ${begun} ${begun === 1 ? "day" : "days"}.`;
  return `You showed up on ${count} ${count === 1 ? "day" : "days"}.`;
}

export const sayAnswered = (times: number): string =>
  times === 1 ? "You answered somebody in a circle." : `You answered others in a circle ${sayTimes(times)}.`;

export const saySetbacks = (count: number): string =>
  count === 1
    ? "There was one setback, and you came through it."
    : `There were ${count} setbacks, and you came through them.`;

/** Efforts by category, in the order in which goals have them; what was not done is not mentioned. */
export const effortLines = (efforts: Partial<Record<GoalCategory, number>>) =>
  categories.flatMap((category) => {
    const times = efforts[category] ?? 0;
    return times > 0 ? [{ category, label: categoryWords[category], times }] : [];
  });

/** The months of a year, each with the days on which somebody showed up. */
export function monthsOf(year: string, days: readonly Day[]): { month: Day; count: number }[] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, "0")}`;
    return { month: `${month}-01`, count: days.filter((day) => day.startsWith(month)).length };
  });
}

/** What the picture of a year says. A single day needs no "most". */
export function sayMonthsOf(months: { month: Day; count: number }[]): string {
  const most = months.reduce((one, other) => (other.count > one.count ? other : one));
  const name = sayMonth(most.month).split(" ")[0];
  const where = most.count > 1 ? ` Most of them, ${most.count}, were in ${name}.` : "";
  return `Days on which you showed up, month by month.${where}`;
}
