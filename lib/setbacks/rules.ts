import { addDays, type Day, dayIn, daysBetween } from "@/lib/dates";
import { excerptOf } from "@/lib/excerpt";
import { kindWords, type SetbackKind } from "@/lib/setbacks/schema";

/*
 * A setback is its member's alone, and needs one line. It may have happened on any day up to today; a
 * member who travels may already live in tomorrow, so that day is let through as well.
 *
 * On the day it was written down nobody asks for reasons or lessons: the page says one kind thing.
 *
 * Their member finds them again by any of their own words in what happened, the company or the role.
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
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");

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
