import { expect, test } from "vitest";
import { placeIn, placeOf } from "@/lib/day-place";
import {
  allOf,
  askedIn,
  beginningOf,
  fewestThatSay,
  fromAWord,
  isAhead,
  isMoreThanLookedFor,
  kindThing,
  suggestionsFrom,
  titleOf,
  wordsIn,
  wordsSaid,
} from "@/lib/setbacks/rules";
import { kindWords, setbackKinds } from "@/lib/setbacks/schema";

test.each([
  ["2026-11-20", false],
  ["2026-11-22", false],
  ["2026-11-23", false],
  ["2026-11-24", true],
  ["2027-01-01", true],
])("on 22 November, %s is ahead: %s (a traveller may live in tomorrow)", (day, ahead) => {
  expect(isAhead(day, "2026-11-22")).toBe(ahead);
});

test("every kind has words, and none says failure", () => {
  for (const kind of setbackKinds) {
    expect(titleOf(kind)).toBe(kindWords[kind].title);
    expect(JSON.stringify(kindWords[kind])).not.toMatch(/fail|los[et]|reject|!/i);
  }
  expect(titleOf(null)).toBe("A setback");
});

test.each([
  ["No offer.", "No offer."],
  ["  two\n\nparagraphs\there ", "two paragraphs here"],
  [`${"word ".repeat(40)}`, `${"word ".repeat(27)}…`],
])("%j begins, in a list, as %j", (story, beginning) => {
  expect(beginningOf(story)).toBe(beginning);
});

test("what the page says depends on how long ago it was written, in the member's own days", () => {
  const written = new Date("2026-11-21T23:30:00Z");
  const said = [
    kindThing(written, "2026-11-22", "Europe/Berlin"),
    kindThing(written, "2026-11-22", "UTC"),
    kindThing(written, "2026-11-30", "UTC"),
  ];
  expect(new Set(said).size).toBe(3);
  for (const sentence of said) expect(sentence).not.toMatch(/[?!]|why|learn|lesson|reason/i);
});

test("suggestions are what was written before: each once, the most recent spelling, so many and no more", () => {
  const rows = ["Acme", null, "acme", "", "Byte & Sons", "ACME", "Cellar"].map((company) => ({ company }));
  expect(suggestionsFrom(rows, "company")).toEqual(["Acme", "Byte & Sons", "Cellar"]);
  expect(suggestionsFrom(rows, "company", 2)).toEqual(["Acme", "Byte & Sons"]);
});

test.each([
  ["kestrel", true],
  ["KESTREL said", true],
  ["said kestrel", true],
  ["gesprach", true],
  ["Gespräch", true],
  ["estre", true],
  ["planner\u00a0 shift", true],
  ["ＫＥＳＴＲＥＬ", true],
  ["kestrel yes", false],
  [".*", false],
])("somebody who looks for %j finds it: %s", (asked, is) => {
  const words = wordsIn(asked);
  const text = "Kestrel said no, nach drei Gespra\u0308chen.\nShift planner";
  expect(wordsSaid(text, words).said === allOf(words)).toBe(is);
});

test("of many words each is looked for once, and the first ten", () => {
  const letters = "a b c d e f g h i j";
  expect(wordsIn(`${letters} A ${letters} k`)).toEqual(letters.split(" "));
  expect([letters, `${letters} A`, `${letters} k`].map(isMoreThanLookedFor)).toEqual([false, false, true]);
});

test.each([
  [{ one: 0b01, two: 0b10, both: 0b11 }, ["both"]],
  [{ one: 0b01, other: 0b01, two: 0b10 }, ["one", "two"]],
  [{ one: 0b01 }, []],
])("of %j the fewest places that say both words are %j", (places, fewest) => {
  expect(fewestThatSay(0b11, new Map(Object.entries(places)))).toEqual(fewest);
});

test.each([
  ["An owl sat there.", "owl", "An owl sat there."],
  [
    `${"never ".repeat(90)}an  Öwl sat there.`,
    "owl",
    "… never never never never never never an Öwl sat there.",
  ],
  [`${"語".repeat(2000)}梟`, "梟", `… ${"語".repeat(40)}梟`],
  ["No bird at all.", "owl", "No bird at all."],
])("a text is shown from a little before the word in it", (text, asked, shown) => {
  expect(fromAWord(text, wordsIn(asked))).toBe(shown);
});

test("what is asked for is one line of a length that somebody may type", () => {
  expect(askedIn("  two \n words ")).toBe("two words");
  expect(askedIn("a".repeat(5000))).toHaveLength(200);
  for (const nothing of [undefined, "", " \t", "\u0301", " \u0301 \u0308", ["two", "of them"]])
    expect(askedIn(nothing)).toBe("");
});

test.each([
  ["2026-11-22.019a9c2e-0000-7000-8000-000000000000", true],
  ["2026-02-30.019a9c2e-0000-7000-8000-000000000000", false],
  ["2026-13-01.019a9c2e-0000-7000-8000-000000000000", false],
  ["0001-01-01.019a9c2e-0000-7000-8000-000000000000", true],
  ["0000-12-31.019a9c2e-0000-7000-8000-000000000000", false],
  ["yesterday.019a9c2e-0000-7000-8000-000000000000", false],
  ["2026-11-22.no", false],
  ["2026-11-22", false],
  ["", false],
  [undefined, false],
  [["2026-11-22", "x"], false],
])("%j is a place in the list: %s", (text, is) => {
  const place = placeIn(text);
  expect(place !== null).toBe(is);
  if (place) expect(placeOf(place)).toBe(text);
});
