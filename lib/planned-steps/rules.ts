/*
 * A weekly plan says what, when and where, in steps: each has a day, and a time, a length and a place if its member
 * likes. A week begins on Monday, in its member's time zone. A step is done or open, and nothing is said of one that
 * stayed open: it can be taken along, once its day is over, into a week that is not, where no step lands on a day that
 * is over.
 *
 * A time is one on the clocks of wherever the member lives, whatever daylight saving does.
 */

import { addDays, type Day, daysBetween, instantAt, mondayOf, sayDay, weekOf } from "@/lib/dates";

export const WORDS_LENGTH = 200;

/** So many steps a week holds: more than this is no plan any more, and all of them stand on one page. */
export const MOST_A_WEEK = 60;

/** So many steps all weeks hold together: more than anybody looks back on, and a disk has an end. */
export const MOST_STEPS = 10_000;

/** How long a step stands in a calendar that nobody gave a length. */
const CALENDAR_MINUTES = 30;

export type When = { day: Day; time: string | null; minutes: number | null };

/** Whether steps can still be taken into a week: it is today's, or comes later. */
export const isAhead = (monday: Day, today: Day): boolean => monday >= mondayOf(today);

/** Where a step of the week before stands when it is taken along: on its weekday, or today where that is over. */
export const dayTakenTo = (day: Day, today: Day): Day => {
  const next = addDays(day, 7);
  return next < today ? today : next;
};

/** The days that a step of a week can be moved to: those of its week, and of the one after. */
export const daysToMoveTo = (monday: Day): Day[] => [...weekOf(monday), ...weekOf(addDays(monday, 7))];

/** When a step stands in a calendar: from one moment to another, or all of its day. */
export function calendarOf(
  { day, time, minutes }: When,
  timeZone: string,
): { day: Day } | { begins: Date; ends: Date } {
  if (time === null) return { day };
  const begins = instantAt(day, time, timeZone);
  return { begins, ends: new Date(begins.getTime() + (minutes ?? CALENDAR_MINUTES) * 60_000) };
}

/** "18:00, 45 minutes"; empty where only the day was said. */
export const sayTime = ({ time, minutes }: Omit<When, "day">): string =>
  [time, minutes !== null && (minutes === 1 ? "1 minute" : `${minutes} minutes`)].filter(Boolean).join(", ");

/** How a week is called: "Your week", which is today's, "Next week", "Last week", or by its Monday. */
export function sayWeekOf(monday: Day, today: Day): string {
  const weeks = daysBetween(mondayOf(today), monday) / 7;
  return { [-1]: "Last week", 0: "Your week", 1: "Next week" }[weeks] ?? `Week of ${sayDay(monday, today)}`;
}
