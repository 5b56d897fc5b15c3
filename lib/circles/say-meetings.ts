import {
  clockIn,
  isMeeting,
  type Meeting,
  momentsOf,
  nextMeetings,
  nextOf,
  sayZone,
} from "@/lib/circles/rules";
import { sayDay, sayWeekday, weekdayOf } from "@/lib/dates";

/* When a circle meets, in words: by its own clock, or by a reader's. */

type Reader = { now: Date; timeZone: string };

/** "Thursdays at 18:00", or "Thursdays at 18:00 and Mondays at 12:30": by the circle's own clock. */
export const sayWeekly = (circle: Meeting): string =>
  momentsOf(circle)
    .map(({ meetingDay, meetingTime }) => `${sayWeekday(meetingDay)}s at ${meetingTime}`)
    .join(" and ");

/** When a circle's meetings are next, on a reader's clock and calendar: its first one first. */
export const clocksFor = (circle: Meeting, { now, timeZone }: Reader) =>
  momentsOf(circle).map((moment) => clockIn(timeZone, nextOf(moment, now)));

/** "Thursdays at 18:00 and Mondays at 12:30, Berlin time": by a reader's clock. */
export const sayWeeklyFor = (circle: Meeting, reader: Reader): string =>
  `${clocksFor(circle, reader)
    .map(({ day, time }) => `${sayWeekday(weekdayOf(day))}s at ${time}`)
    .join(" and ")}, ${sayZone(reader.timeZone)} time`;

export type SaidMeeting = ReturnType<typeof sayOne>;

/** A circle's meetings in words: when they are, the next one and the one after it, and the reader's own clock where it differs. */
export function sayMeeting(circle: Meeting, reader: Reader) {
  const { next, other } = nextMeetings(circle, reader.now);
  return {
    ...sayOne(next, circle, reader),
    /** "Thursdays at 18:00" */
    weekly: sayWeekly(circle),
    isToday: clockIn(reader.timeZone, next).day === clockIn(reader.timeZone, reader.now).day,
    isNow: isMeeting(next, reader.now),
    /** The other meeting of the week, where there are two. */
    other: other && sayOne(other, circle, reader),
  };
}

function sayOne(begins: Date, circle: { timeZone: string }, { now, timeZone }: Reader) {
  const there = clockIn(circle.timeZone, begins);
  const here = clockIn(timeZone, begins);
  const say = ({ day, time }: { day: string; time: string }, zone: string) =>
    `${sayDay(day, clockIn(zone, now).day)} at ${time}`;
  const differs = there.day !== here.day || there.time !== here.time;
  return {
    /** "Thursday, 26 November at 18:00" by the circle's clock */
    next: say(there, circle.timeZone),
    iso: begins.toISOString(),
    zone: sayZone(circle.timeZone),
    /** The same moment by the reader's clock; null where both clocks agree. */
    forMe: differs
      ? {
          next: say(here, timeZone),
          // The day is said once where both calendars agree on it.
          briefly: there.day === here.day ? here.time : say(here, timeZone),
          zone: sayZone(timeZone),
        }
      : null,
  };
}
