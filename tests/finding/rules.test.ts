import { expect, test } from "vitest";
import {
  allOf,
  askedIn,
  fewestThatSay,
  fromAWord,
  isMoreThanLookedFor,
  wordsIn,
  wordsSaid,
} from "@/lib/finding/rules";

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
