import { TZDate } from "@date-fns/tz";
import { clockIn } from "@/lib/circles/rules";
import { addDays, dayIn, sayWeekday, weekdayOf } from "@/lib/dates";
import { SLOTS, slotAt } from "@/lib/matching/half-hours";

/*
 * When somebody is free is said in parts of a day, by their own clock. What that is in UTC is reckoned anew each time,
 * for the week that comes: daylight saving moves it. A meeting takes an hour and a half, and has to fit into the part.
 */

export const PARTS = ["morning", "afternoon", "evening"] as const;
export type Part = (typeof PARTS)[number];

/** By the clock: from the first hour to the last. */
export const CLOCK: Record<Part, readonly [from: number, to: number]> = {
  morning: [9, 12],
  afternoon: [13, 17],
  evening: [18, 21],
};

const HALF_HOUR = 1_800_000;
const MEETING = 3 * HALF_HOUR;

/** Every part of the week, Monday first: "1-morning" to "7-evening". */
export const HOURS = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => PARTS.map((part) => hourOf(day, part)));

/** @param weekday ISO: Monday is 1. */
export function hourOf(weekday: number, part: Part): string {
  return `${weekday}-${part}`;
}

const parts = (hour: string): { weekday: number; part: Part } | null => {
  const [weekday, part] = hour.split("-");
  const known = PARTS.find((one) => one === part);
  return known ? { weekday: Number(weekday), part: known } : null;
};

/** "2-evening" to "Tuesday evening" */
export function sayHour(hour: string): string {
  const known = parts(hour);
  return known ? `${sayWeekday(known.weekday)} ${known.part}` : hour;
}

/**
 * The half hours of the week in UTC (0 to 335) at which a meeting could begin for somebody who is free then.
 *
 * @param kept remembers zones that were looked up: looking one up is slow.
 */
export function startsOf(
  hours: readonly string[],
  timeZone: string,
  now: Date,
  kept = new Map<string, number[]>(),
): number[] {
  const starts = hours.flatMap((hour) => {
    const key = `${hour} ${timeZone}`;
    const known = kept.get(key) ?? startsOfOne(hour, timeZone, now);
    kept.set(key, known);
    return known;
  });
  return [...new Set(starts)];
}

function startsOfOne(hour: string, timeZone: string, now: Date): number[] {
  const known = parts(hour);
  if (!known) return [];
  let day = addDays(dayIn(timeZone, now), 1);
  while (weekdayOf(day) !== known.weekday) day = addDays(day, 1);
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const at = (clock: number) => new TZDate(year, month - 1, date, clock, 0, timeZone).getTime();
  const [from, to] = CLOCK[known.part];
  const [begins, ends] = [at(from), at(to)];
  const starts: number[] = [];
  // Where a zone is three quarters of an hour off, a little of the part is left over at its beginning.
  for (let start = Math.ceil(begins / HALF_HOUR) * HALF_HOUR; start + MEETING <= ends; start += HALF_HOUR) {
    starts.push(slotAt(start));
  }
  return starts;
}

/**
 * When a half hour of the week comes next after today, on the clock of a zone: ISO weekday and "18:00". Of today's weekday
 * it is the one in a week, as above: clocks may change in between.
 */
export function meetingAt(
  slot: number,
  timeZone: string,
  now: Date,
): { meetingDay: number; meetingTime: string } {
  const ahead = (slot - slotAt(now.getTime()) + SLOTS) % SLOTS;
  const next = (Math.floor(now.getTime() / HALF_HOUR) + ahead) * HALF_HOUR;
  const isToday = dayIn(timeZone, new Date(next)) === dayIn(timeZone, now);
  const { day, time } = clockIn(timeZone, new Date(isToday ? next + SLOTS * HALF_HOUR : next));
  return { meetingDay: weekdayOf(day), meetingTime: time };
}

/** "Tuesday evenings", of a moment on somebody's clock. */
export function sayPart({ day, time }: { day: string; time: string }): string {
  const hour = Number(time.slice(0, 2));
  const part = hour < 12 ? "mornings" : hour < 17 ? "afternoons" : "evenings";
  return `${sayWeekday(weekdayOf(day))} ${part}`;
}
