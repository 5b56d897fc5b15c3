import type { Day } from "@/lib/dates";
import { isId } from "@/lib/ids";

/**
 * Where a row stands in a list by days, which is paged from there: its day, and its id where a day has
 * several.
 */
export type Place = { day: Day; id: string };

/** The first page lies before a day that no row can have. */
export const BEFORE_ALL = { day: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

/** A place as it stands in an address: "2026-11-22.<id>". */
export const placeOf = ({ day, id }: Place): string => `${day}.${id}`;

/** The place that an address means; null where it holds none that makes sense. */
export function placeIn(text: unknown): Place | null {
  if (typeof text !== "string") return null;
  const [day = "", id] = text.split(".");
  // Before the year 1 comes no year 0, by Postgres' calendar.
  const real =
    /^(?!0000)\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  return real && isId(id) ? { day, id } : null;
}
