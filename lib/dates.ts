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

/*
 * Days are reckoned with as numbers, and no `Date` is made: a page adds and subtracts hundreds of them. Both ways count
 * years from March on, so that a leap day is the last one of its year, in cycles of 400 years, which are 146,097 days.
 */

/** How many days a day comes after 1970-01-01. */
function numberOf(day: Day): number {
  const [year, month, date] = [Number(day.slice(0, -6)), Number(day.slice(-5, -3)), Number(day.slice(-2))];
  const from = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return (
    365 * from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + ofYear - 719_468
  );
}

/** The day that comes so many days after 1970-01-01. */
function dayAt(number: number): Day {
  const since = number + 719_468;
  const cycle = Math.floor(since / 146_097);
  const ofCycle = since - cycle * 146_097;
  const from = Math.floor(
    (ofCycle - Math.floor(ofCycle / 1_460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) /
      365,
  );
  const ofYear = ofCycle - (365 * from + Math.floor(from / 4) - Math.floor(from / 100));
  const at = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * at + 2) / 5) + 1;
  const [year, month] = at < 10 ? [from, at + 3] : [from + 1, at - 9];
  return `${padded(cycle * 400 + year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

const padded = (number: number, length: number) => String(number).padStart(length, "0");

/** Whole days later, or earlier for a negative number. */
export const addDays = (day: Day, days: number): Day => dayAt(numberOf(day) + days);

/** How many days `later` comes after `earlier`; negative when it comes before. */
export const daysBetween = (earlier: Day, later: Day): number => numberOf(later) - numberOf(earlier);

/** ISO weekday of a day: Monday is 1, Sunday is 7. 1970 began on a Thursday. */
export const weekdayOf = (day: Day): number => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;

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

/**
 * The instant at which a day begins in a time zone: the first that exists where midnight is skipped, and the first of
 * both where clocks show it twice.
 */
export const startOfDay = (day: Day, timeZone: string): Date => new Date(beginningOf(day, timeZone).start);

/** The instant at which the clocks of a time zone show "18:00" on a day; the next that exists where it is skipped. */
export const instantAt = (day: Day, time: string, timeZone: string): Date => {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime());
};

/**
 * The instants at which `count` days begin, from the first on. Looking a zone up is slow: where a week later the clocks
 * are as far from UTC as they were, they did not change within it, and its days follow each other. In a week in which
 * they do, the same is asked from day to day.
 */
export function startsOfDays(first: Day, count: number, timeZone: string): Date[] {
  const starts: number[] = [];
  let { start, midnight, offset } = beginningOf(first, timeZone);
  while (starts.length < count) {
    const steady = tzOffset(timeZone, new Date(midnight + 7 * DAY_MS)) === offset;
    for (let day = 0; day < 7; day++) {
      starts.push(start);
      midnight += DAY_MS;
      if (steady || tzOffset(timeZone, new Date(midnight)) === offset) start = midnight;
      else ({ start, midnight, offset } = beginningOf(addDays(first, starts.length), timeZone));
    }
  }
  return starts.slice(0, count).map((start) => new Date(start));
}

const DAY_MS = 86_400_000;

/** When a day begins, how far the clocks are from UTC then, and when they would show midnight if it was not skipped. */
function beginningOf(day: Day, timeZone: string) {
  const utc = numberOf(day) * DAY_MS;
  const [before, after] = [-1, 1].map((days) => tzOffset(timeZone, new Date(utc + days * DAY_MS))) as [
    number,
    number,
  ];
  const [old, young] = [utc - before * 60_000, utc - after * 60_000];
  if (before === after) return { start: old, offset: before, midnight: old };
  // Clocks change near by. They show midnight by one offset or the other; where by both, the first counts, and where by
  // none, it is skipped in the moment at which it would have come.
  const shows = (at: number, offset: number) => tzOffset(timeZone, new Date(at)) === offset;
  const byOld = shows(old, before);
  const byYoung = shows(young, after);
  if (byOld && (!byYoung || old < young)) return { start: old, offset: before, midnight: old };
  return { start: byYoung ? young : old, offset: after, midnight: young };
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
