import { expect, test } from "vitest";
import { askedIn, saysAll, wordsIn } from "@/lib/finding/rules";

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
  const texts = ["Kestrel said no, nach drei Gespra\u0308chen.", null, "Shift planner"];
  expect(saysAll(texts, wordsIn(asked))).toBe(is);
});

test("what is asked for is one line of a length that somebody may type", () => {
  expect(askedIn("  two \n words ")).toBe("two words");
  expect(askedIn("a".repeat(5000))).toHaveLength(200);
  for (const nothing of [undefined, "", " \t", ["two", "of them"]]) expect(askedIn(nothing)).toBe("");
});
