import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";

/**
 * A day as a person means it, "2026-11-22", in no particular zone. Text, so that no clock can shift it.
 */
export type Day = string;

/** The day it is at this moment in an IANA time zone: right across midnight and daylight saving. */
export const dayIn = (timeZone: string, instant: Date): Day =>
  format(new TZDate(instant, timeZone), "yyyy-MM-dd");

/** The hour on the clocks of a time zone, 0 to 23. */
export const hourIn = (timeZone: string, instant: Date): number => new TZDate(instant, timeZone).getHours();

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

/** The seven days, Monday first, of the week that a day lies in. */
export const weekOf = (day: Day): Day[] => {
  const monday = addDays(day, 1 - weekdayOf(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
};

/** The instant at which a day begins in a time zone; the first that exists where midnight is skipped. */
export const startOfDay = (day: Day, timeZone: string): Date => {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date, timeZone).getTime());
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

/** "Sunday, 22 November", with the year when it is another than today's. */
export function sayDay(day: Day, today: Day): string {
  const said = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(columnOf(day));
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  // In two parts: whether a comma comes between them changes with the runtime's language data.
  return `${said({ weekday: "long" })}, ${said({ day: "numeric", month: "long", ...(!sameYear && { year: "numeric" }) })}`;
}

/** "November 2026" */
export const sayMonth = (day: Day): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" }).format(columnOf(day));

/** A moment twice: as people say it ("2 h ago", "yesterday", "14 November") and exactly, for the hover. */
export function sayMoment(
  instant: Date,
  now: Date,
  timeZone: string,
): { said: string; exact: string; iso: string } {
  const exact = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "full", timeStyle: "short" }).format(
    instant,
  );
  return { said: sayAgo(instant, now, timeZone), exact, iso: instant.toISOString() };
}

function sayAgo(instant: Date, now: Date, timeZone: string): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const days = daysBetween(dayIn(timeZone, instant), dayIn(timeZone, now));
  if (days === 0) return `${Math.floor(minutes / 60)} h ago`;
  if (days === 1) return "yesterday";
  if (days < 7) return `${days} days ago`;
  const year = days > 300 && { year: "numeric" as const };
  return new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long", ...year }).format(
    instant,
  );
}
