import { expect, test } from "vitest";
import { placeIn, placeOf } from "@/lib/day-place";
import { beginningOf, isAhead, kindThing, suggestionsFrom, titleOf } from "@/lib/setbacks/rules";
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
