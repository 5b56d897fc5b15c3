/*
 * A circle's week begins on the day on which it meets, by the circle's own calendar, and lasts seven days. What
 * somebody says on that day, in writing or in the meeting, has the whole week until they meet again: in a week that
 * began on Monday, a circle that meets on Thursdays would have three days for it. Where the circle chooses another
 * day, the weeks move with it; rows keep the first day that they were written under, and belong to whichever week
 * that day lies in now.
 */

import { addDays, type Day, dayIn, daysBetween, sayDay, weekdayOf } from "@/lib/dates";

/** The seven days of a circle's week, by its first and its last. */
export type Week = { first: Day; last: Day };

/** The circle's week that a day lies in. */
export function weekAround(day: Day, { meetingDay }: { meetingDay: number }): Week {
  const first = addDays(day, -((weekdayOf(day) - meetingDay + 7) % 7));
  return { first, last: addDays(first, 6) };
}

/** The week that goes on in a circle at this moment. */
export const weekNow = (circle: { meetingDay: number; timeZone: string }, now: Date): Week =>
  weekAround(dayIn(circle.timeZone, now), circle);

/**
 * The week that a meeting on some day begins. A circle that meets on another day than its own has moved the meeting
 * that is nearest to it: what is said on the three days before its day is for the week to come, and not for one that
 * ends.
 */
export function weekBegunOn(day: Day, circle: { meetingDay: number }): Week {
  const week = weekAround(day, circle);
  return daysBetween(day, week.last) < 3 ? weekAfter(week) : week;
}

/** The week before or after, `by` weeks away. */
export const weekAfter = ({ first, last }: Week, by = 1): Week => ({
  first: addDays(first, 7 * by),
  last: addDays(last, 7 * by),
});

export const isIn = ({ first, last }: Week, day: Day): boolean => first <= day && day <= last;

/** The days of a week from one of them on. */
export function daysLeft(week: Week, from: Day): Day[] {
  const first = from > week.first ? from : week.first;
  const count = Math.max(0, daysBetween(first, week.last) + 1);
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** "Thursday, 26 November to Wednesday, 2 December" */
export const sayWeek = ({ first, last }: Week, today: Day): string =>
  `${sayDay(first, today)} to ${sayDay(last, today)}`;

/** The day that an address asks for; nothing where it holds none that makes sense. */
export function dayAsked(text: unknown): Day | undefined {
  const real = typeof text === "string" && /^(19|20|21)\d\d-\d\d-\d\d$/.test(text);
  return real && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ? text : undefined;
}
