/*
 * Members find again what they wrote by any of their own words: a setback by those in it or in what became of it, and
 * what belongs to none by those in it. Each word that was asked for stands somewhere in what is found, whole or as a
 * part of another, however it was spelled.
 */

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
