import { addDays, type Day, dayIn, dayOf, daysBetween } from "@/lib/dates";
import { excerptOf } from "@/lib/excerpt";
import { kindWords, type SetbackKind } from "@/lib/setbacks/schema";

/*
 * A setback is its member's alone, and needs one line. It may have happened on any day up to today; a
 * member who travels may already live in tomorrow, so that day is let through as well.
 *
 * On the day it was written down nobody asks for reasons or lessons: the page says one kind thing.
 *
 * A deleted setback can be brought back for a while (lib/undo.ts).
 */

export const isAhead = (day: Day, today: Day): boolean => day > addDays(today, 1);

/** What a setback's page is called. */
export const titleOf = (kind: SetbackKind | null): string => (kind ? kindWords[kind].title : "A setback");

/** So many setbacks stand on one page. */
export const SETBACKS_A_PAGE = 20;

const LONGEST_BEGINNING = 140;

/** How a story begins, in one line. */
export const beginningOf = (story: string): string =>
  excerptOf(story.replace(/\s+/g, " ").trim(), LONGEST_BEGINNING);

/** A setback as a list needs it, its words opened. */
export type ListedRow = {
  id: string;
  day: Date;
  kind: SetbackKind | null;
  closedAt: Date | null;
  happened: string;
};

/** A setback in a list, and where in it words were found that do not all stand in what happened. */
export type SetbackLine = ReturnType<typeof lineOf>;

export const lineOf = ({ id, day, kind, closedAt, happened }: ListedRow, foundIn: string[] = []) => ({
  id,
  day: dayOf(day),
  title: titleOf(kind),
  excerpt: beginningOf(happened),
  isLetGo: closedAt !== null,
  foundIn,
});

/** One kind thing, and never a question: on the day it was written, soon after, and later. */
export function kindThing(writtenAt: Date, today: Day, timeZone: string): string {
  const days = daysBetween(dayIn(timeZone, writtenAt), today);
  if (days <= 0) return "It is written down now, so your head need not hold it. That is enough for today.";
  if (days === 1) return "You gave it a night. Be as kind to yourself today as you would be to a friend.";
  return "This was hard, and you are still here. It can rest for as long as you like.";
}

type Remembered = Record<string, string | null>;

/** What a member wrote before in one field: each once, however it was spelled, the most recent first. */
export function suggestionsFrom<T extends Remembered>(rows: T[], field: keyof T, most = 12): string[] {
  const seen = new Map<string, string>();
  for (const row of rows) {
    const value = row[field];
    if (value && !seen.has(value.toLowerCase())) seen.set(value.toLowerCase(), value);
    if (seen.size === most) break;
  }
  return [...seen.values()];
}
