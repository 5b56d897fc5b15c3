import { addDays, type Day, dayIn, instantAt, timeIn, weekdayOf } from "@/lib/dates";
import { nameNow } from "@/lib/time-zones";

/*
 * A circle has eight seats and begins to meet when four are taken. A member sits in at most three
 * circles. It meets once a week, on its day, by the clock of its own time zone, whatever daylight saving
 * does; a meeting is the next one until an hour and a half after it began.
 */

export const SEATS = 8;
export const STARTS_AT = 4;
export const CIRCLES_A_MEMBER = 3;

const MEETING_MINUTES = 90;

/** When a circle meets: ISO weekday (Monday is 1) and wall clock ("18:00") in an IANA time zone. */
export type Meeting = { meetingDay: number; meetingTime: string; timeZone: string };

export const freeSeats = (taken: number): number => Math.max(0, SEATS - taken);

/** Whether a number can be a seat's: 1 to 8. */
export const isSeat = (seat: number): boolean => Number.isInteger(seat) && seat >= 1 && seat <= SEATS;

/** Whether somebody who sits in this many circles may sit in one more. */
export const hasRoomForCircle = (circles: number): boolean => circles < CIRCLES_A_MEMBER;

/** The moment at which a circle's next meeting begins, or began when it is going on. */
export function nextMeeting(meeting: Meeting, now: Date): Date {
  const today = dayIn(meeting.timeZone, now);
  // From yesterday on: a meeting late in the evening is still going on after midnight.
  let day = addDays(today, -1);
  while (weekdayOf(day) !== meeting.meetingDay) day = addDays(day, 1);
  const first = momentOf(day, meeting);
  const over = endOfMeeting(first) <= now;
  return over ? momentOf(addDays(day, 7), meeting) : first;
}

/** The moment at which a meeting that began at this one is over. */
export const endOfMeeting = (begins: Date): Date => new Date(begins.getTime() + MEETING_MINUTES * 60_000);

export const isMeeting = (begins: Date, now: Date): boolean => begins <= now && now < endOfMeeting(begins);

const momentOf = (day: Day, { meetingTime, timeZone }: Meeting): Date =>
  instantAt(day, meetingTime, timeZone);

/** A moment on the clock and calendar of a zone. */
export const clockIn = (timeZone: string, instant: Date): { day: Day; time: string } => ({
  day: dayIn(timeZone, instant),
  time: timeIn(timeZone, instant),
});

/** "Europe/Berlin" as people say it: "Berlin". */
export const sayZone = (timeZone: string): string =>
  (nameNow(timeZone).split("/").at(-1) ?? timeZone).replaceAll("_", " ");
