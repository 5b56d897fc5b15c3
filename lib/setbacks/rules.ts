import { addDays, type Day, dayIn, dayOf, daysBetween } from "@/lib/dates";
import { excerptOf } from "@/lib/excerpt";
import { kindWords, type SetbackKind } from "@/lib/setbacks/schema";

/*
 * A setback is its member's alone, and needs one line. It may have happened on any day up to today; a
 * member who travels may already live in tomorrow, so that day is let through as well.
 *
 * On the day it was written down nobody asks for reasons or lessons: the page says one kind thing.
 *
 * Their member finds them again by any of their own words in them, or in what became of them.
 *
 * A deleted setback can be brought back for a while (lib/undo.ts).
 */

export const isAhead = (day: Day, today: Day): boolean => day > addDays(today, 1);

/** What a setback's page is called. */
export const titleOf = (kind: SetbackKind | null): string => (kind ? kindWords[kind].title : "A setback");

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

const LONGEST_ASKED = 200;

/** What an address asks to be found, in one line; empty where it asks for nothing. */
export const askedIn = (text: unknown): string =>
  typeof text === "string" ? text.replace(/\s+/g, " ").trim().slice(0, LONGEST_ASKED).toWellFormed() : "";

/** A text as it is compared: without capitals, accents, or what kind of space stands between. */
const plainly = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    // Every run of spaces becomes one. A single space is left as it is: that takes a tenth of the time.
    .replace(/\s\s+|[^\S ]/g, " ");

/** What somebody looks for, word by word. */
export const wordsIn = (asked: string): string[] => plainly(asked).split(" ").filter(Boolean);

/** Whether each of the words stands somewhere in these texts. */
export function saysAll(texts: readonly (string | null)[], words: readonly string[]): boolean {
  const said = plainly(texts.filter((text) => text !== null).join(" "));
  return words.every((word) => said.includes(word));
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
