/*
 * Members find again what they wrote by any of their own words: a setback by those in it or in what became of it, and
 * what belongs to none by those in it. Each word that was asked for stands somewhere in what is found, whole or as a
 * part of another, however it was spelled.
 */

const LONGEST_ASKED = 200;

/** What an address asks to be found, in one line; empty where it asks for nothing, or for accents alone. */
export function askedIn(text: unknown): string {
  if (typeof text !== "string") return "";
  const asked = text.replace(/\s+/g, " ").trim().slice(0, LONGEST_ASKED).toWellFormed();
  return wordsIn(asked).length > 0 ? asked : "";
}

/** A text as it is compared: without capitals, accents, or what kind of space stands between. */
const plainly = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    // Every run of spaces becomes one. A single space is left as it is: that takes a tenth of the time.
    .replace(/\s\s+|[^\S ]/g, " ");

const MOST_WORDS = 10;

const eachWordIn = (asked: string): string[] => [...new Set(plainly(asked).split(" ").filter(Boolean))];

/** What somebody looks for, word by word: the first ten, each once. */
export const wordsIn = (asked: string): string[] => eachWordIn(asked).slice(0, MOST_WORDS);

/** Whether more is asked for than is looked for. */
export const isMoreThanLookedFor = (asked: string): boolean => eachWordIn(asked).length > MOST_WORDS;

/**
 * Which of these words stand somewhere in a text, a bit for each. The text is made plain once, however many they are.
 *
 * @returns `length` is how long it is then, which can be many times what it was.
 */
export function wordsSaid(text: string, words: readonly string[]): { said: number; length: number } {
  const plain = plainly(text);
  const said = words.reduce((bits, word, at) => (plain.includes(word) ? bits | (1 << at) : bits), 0);
  return { said, length: plain.length };
}

/** All of these words, as `wordsSaid` tells of them. */
export const allOf = (words: readonly string[]): number => (1 << words.length) - 1;

/** The fewest places that together say all of these words, those of the one that was looked at first. */
export function fewestThatSay(all: number, places: ReadonlyMap<string, number>): string[] {
  const ways = new Map<number, string[]>([[0, []]]);
  for (const [place, said] of places)
    for (const [covered, way] of [...ways]) {
      const before = ways.get(covered | said);
      if (!before || before.length > way.length + 1) ways.set(covered | said, [...way, place]);
    }
  return ways.get(all) ?? [];
}

/** So much of a text is looked at, and so far on it is looked at next, for a word in it. */
const [A_PART, THE_NEXT] = [600, 300];
/** A word that ends by here stands in what `beginningOf` leaves of a text. */
const SHOWN = 120;
/** So much stands before a word, so that one sees what it is about. */
const BEFORE_IT = 40;

/** A text in one line, from a little before the first of these words in it. */
export function fromAWord(text: string, words: readonly string[]): string {
  const line = text.replace(/\s+/g, " ").trim();
  for (let at = 0; at < line.length; at += THE_NEXT) {
    const part = line.slice(at, at + A_PART);
    if (wordsSaid(part, words).said === 0) continue;
    // The shortest beginning of it that says one of them ends where the first of them does.
    let [tooShort, end] = [0, part.length];
    while (end - tooShort > 1) {
      const middle = (tooShort + end) >> 1;
      if (wordsSaid(part.slice(0, middle), words).said > 0) end = middle;
      else tooShort = middle;
    }
    const { said } = wordsSaid(part.slice(0, end), words);
    const { length } = words.find((_, bit) => said & (1 << bit)) ?? "";
    return at + end <= SHOWN ? line : from(line, at + end - length);
  }
  return line;
}

/** The rest of a line from a little before a place in it: from a word's beginning, or else a letter's. */
function from(line: string, place: number): string {
  const near = Math.max(0, place - BEFORE_IT);
  const space = line.indexOf(" ", near);
  const rest = line.slice(space >= near && space < place ? space + 1 : near);
  return `… ${rest.replace(/^(?:\p{M}|\u200D|[\uDC00-\uDFFF])+/u, "")}`;
}
