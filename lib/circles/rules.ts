import { addDays, type Day, dayIn, instantAt, timeIn, weekdayOf } from "@/lib/dates";
import type { Pace } from "@/lib/generated/enums";
import { nameNow } from "@/lib/time-zones";

/*
 * A circle has eight seats and begins to meet when four are taken. A member sits in at most three
 * circles. It meets once a week, or twice on two days, by the clock of its own time zone, whatever daylight
 * saving does; a meeting is the next one until an hour and a half after it began. A circle that would like to
 * meet twice meets once until its second day is chosen.
 */

export const SEATS = 8;
export const STARTS_AT = 4;
export const CIRCLES_A_MEMBER = 3;

const MEETING_MINUTES = 90;

/** A moment of the week: ISO weekday (Monday is 1) and wall clock ("18:00") in an IANA time zone. */
export type Moment = { meetingDay: number; meetingTime: string; timeZone: string };

/** When a circle meets: once a week, or twice where the second moment is there. */
export type Meeting = Moment & { secondMeetingDay: number | null; secondMeetingTime: string | null };

/** The second moment of a circle's week; null where it meets once, or has not chosen it yet. */
const secondOf = ({ secondMeetingDay, secondMeetingTime, timeZone }: Meeting): Moment | null =>
  secondMeetingDay === null || secondMeetingTime === null
    ? null
    : { meetingDay: secondMeetingDay, meetingTime: secondMeetingTime, timeZone };

/** The moments of the week at which a circle meets, its first one first. */
export function momentsOf(circle: Meeting): Moment[] {
  const second = secondOf(circle);
  return second ? [circle, second] : [circle];
}

/** Whether a circle would like to meet twice a week, and has yet to choose the second day. */
export const lacksSecondDay = (circle: { pace: Pace; secondMeetingDay: number | null }): boolean =>
  circle.pace === "twice" && circle.secondMeetingDay === null;

export const freeSeats = (taken: number): number => Math.max(0, SEATS - taken);

/** Whether a number can be a seat's: 1 to 8. */
export const isSeat = (seat: number): boolean => Number.isInteger(seat) && seat >= 1 && seat <= SEATS;

/** Whether somebody who sits in this many circles may sit in one more. */
export const hasRoomForCircle = (circles: number): boolean => circles < CIRCLES_A_MEMBER;

/** The instant at which a circle's next meeting begins, or began when it is going on, and the other one of its week. */
export function nextMeetings(circle: Meeting, now: Date): { next: Date; other: Date | null } {
  const first = nextOf(circle, now);
  const moment = secondOf(circle);
  const second = moment && nextOf(moment, now);
  return second && second < first ? { next: second, other: first } : { next: first, other: second };
}

/** The first of the two. */
export const nextMeeting = (circle: Meeting, now: Date): Date => nextMeetings(circle, now).next;

/** The same for one of its moments. */
export function nextOf(moment: Moment, now: Date): Date {
  const today = dayIn(moment.timeZone, now);
  // From yesterday on: a meeting late in the evening is still going on after midnight.
  let day = addDays(today, -1);
  while (weekdayOf(day) !== moment.meetingDay) day = addDays(day, 1);
  const first = onDay(day, moment);
  const over = endOfMeeting(first) <= now;
  return over ? onDay(addDays(day, 7), moment) : first;
}

/** The moment at which a meeting that began at this one is over. */
export const endOfMeeting = (begins: Date): Date => new Date(begins.getTime() + MEETING_MINUTES * 60_000);

export const isMeeting = (begins: Date, now: Date): boolean => begins <= now && now < endOfMeeting(begins);

const onDay = (day: Day, { meetingTime, timeZone }: Moment): Date => instantAt(day, meetingTime, timeZone);

/** A moment on the clock and calendar of a zone. */
export const clockIn = (timeZone: string, instant: Date): { day: Day; time: string } => ({
  day: dayIn(timeZone, instant),
  time: timeIn(timeZone, instant),
});

/** "Europe/Berlin" as people say it: "Berlin". */
export const sayZone = (timeZone: string): string =>
  (nameNow(timeZone).split("/").at(-1) ?? timeZone).replaceAll("_", " ");
