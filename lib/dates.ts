import { TZDate, tzOffset } from "@date-fns/tz";

/*
 * A page says many days and moments, and making a formatter of the runtime's for each of them took a quarter of
 * the time that the page took. Here the zone's offset is asked for, and the words are Onward's own.
 */

/**
 * A day as a person means it, "2026-11-22", in no particular zone. Text, so that no clock can shift it.
 */
export type Day = string;

/** The day it is at this moment in an IANA time zone: right across midnight and daylight saving. */
export const dayIn = (timeZone: string, instant: Date): Day => dayOf(wallIn(timeZone, instant));

/** The hour on the clocks of a time zone, 0 to 23. */
export const hourIn = (timeZone: string, instant: Date): number => wallIn(timeZone, instant).getUTCHours();

/** The time on the clocks of a time zone, "18:05". */
export const timeIn = (timeZone: string, instant: Date): string =>
  wallIn(timeZone, instant).toISOString().slice(11, 16);

/** The moment at which clocks in UTC show what they show in a time zone at this one: its parts can be read off. */
const wallIn = (timeZone: string, instant: Date): Date =>
  new Date(instant.getTime() + tzOffset(timeZone, instant) * 60_000);

/** A `date` column as Prisma hands it over (midnight UTC) to the day it means, and back. */
export const dayOf = (column: Date): Day => column.toISOString().slice(0, 10);
export const columnOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Whole days later, or earlier for a negative number. */
export const addDays = (day: Day, days: number): Day => {
  const shifted = columnOf(day);
  shifted.setUTCDate(shifted.getUTCDate() + days);
  return dayOf(shifted);
};

/** How many days `later` comes after `earlier`; negative when it comes before. */
export const daysBetween = (earlier: Day, later: Day): number =>
  Math.round((columnOf(later).getTime() - columnOf(earlier).getTime()) / 86_400_000);

/** ISO weekday of a day: Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): number => ((columnOf(day).getUTCDay() + 6) % 7) + 1;

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** ISO weekday to its name; Monday is 1. */
export const sayWeekday = (weekday: number): string => WEEKDAYS[(weekday + 6) % 7] ?? "Monday";

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The seven days, Monday first, of the week that a day lies in. */
export const weekOf = (day: Day): Day[] => {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
};

/** The instant at which a day begins in a time zone; the first that exists where midnight is skipped. */
export const startOfDay = (day: Day, timeZone: string): Date => {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date, timeZone).getTime());
};

/** The instant at which the clocks of a time zone show "18:00" on a day; the next that exists where it is skipped. */
export const instantAt = (day: Day, time: string, timeZone: string): Date => {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime());
};

/**
 * The instants at which `count` days begin, from the first on. Looking a zone up is slow, so only one day a
 * week is; where that week is as long as its days, clocks did not change within it, and the others follow.
 */
export function startsOfDays(first: Day, count: number, timeZone: string): Date[] {
  const starts: Date[] = [];
  let week = startOfDay(first, timeZone);
  while (starts.length < count) {
    const from = addDays(first, starts.length);
    const next = startOfDay(addDays(from, 7), timeZone);
    const steady = next.getTime() - week.getTime() === 7 * 86_400_000;
    for (let day = 0; day < 7; day++) {
      starts.push(
        steady ? new Date(week.getTime() + day * 86_400_000) : startOfDay(addDays(from, day), timeZone),
      );
    }
    week = next;
  }
  return starts.slice(0, count);
}

/** Whether the runtime knows this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "22 November", or "22 November 2026" */
const sayDate = (day: Day, withYear: boolean): string => {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]}${withYear ? ` ${Number(year)}` : ""}`;
};

/** "Sunday, 22 November", with the year when it is another than today's. */
export const sayDay = (day: Day, today: Day): string =>
  `${sayWeekday(weekdayOf(day))}, ${sayDate(day, day.slice(0, 4) !== today.slice(0, 4))}`;

/** "16 November": a week by its Monday, with the year when it is another than today's. */
export const sayWeekOf = (monday: Day, today: Day): string =>
  sayDate(monday, monday.slice(0, 4) !== today.slice(0, 4));

/** "November 2026" */
export const sayMonth = (day: Day): string => sayDate(day, true).replace(/^\d+ /, "");

/** The first days of the last months, this one's the last: a year of them, unless told otherwise. */
export function monthsUpTo(today: Day, months = 12): Day[] {
  const [year = 1970, month = 1] = today.split("-").map(Number);
  return Array.from({ length: months }, (_, at) =>
    new Date(Date.UTC(year, month - months + at, 1)).toISOString().slice(0, 10),
  );
}

/** A moment on the clocks of a time zone: "Sunday, 22 November 2026 at 18:05". */
export function sayExactly(instant: Date, timeZone: string): string {
  const day = dayIn(timeZone, instant);
  return `${sayWeekday(weekdayOf(day))}, ${sayDate(day, true)} at ${timeIn(timeZone, instant)}`;
}

/** Rows in the order of their days, put under their months. A month is called by its first day. */
export function byMonth<T extends { day: Day }>(rows: T[]): { month: Day; rows: T[] }[] {
  const months: { month: Day; rows: T[] }[] = [];
  for (const row of rows) {
    const month = `${row.day.slice(0, 7)}-01`;
    const last = months.at(-1);
    if (last?.month === month) last.rows.push(row);
    else months.push({ month, rows: [row] });
  }
  return months;
}

/** A moment twice: as people say it ("2 h ago", "yesterday", "14 November") and exactly, for the hover. */
export const sayMoment = (
  instant: Date,
  now: Date,
  timeZone: string,
): { said: string; exact: string; iso: string } => ({
  said: sayAgo(instant, now, timeZone),
  exact: sayExactly(instant, timeZone),
  // To the minute, as it is said.
  iso: `${instant.toISOString().slice(0, 16)}Z`,
});

function sayAgo(instant: Date, now: Date, timeZone: string): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const day = dayIn(timeZone, instant);
  const days = daysBetween(day, dayIn(timeZone, now));
  if (days === 0) return `${Math.floor(minutes / 60)} h ago`;
  if (days === 1) return "yesterday";
  if (days < 7) return `${days} days ago`;
  return sayDate(day, days > 300);
}
