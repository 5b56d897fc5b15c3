import { expect, test } from "vitest";
import { isComparable, sayDifference } from "@/lib/reframes/rules";

test("feelings are laid side by side once each has been noted twice", () => {
  expect(isComparable([])).toBe(false);
  expect(isComparable([{ word: "sad", before: 3, after: null }])).toBe(false);
  expect(isComparable([{ word: "sad", before: 3, after: 0 }])).toBe(true);
});

test("what moved is said without calling it better or worse", () => {
  expect(
    sayDifference([
      { word: "deflated", before: 8, after: 4 },
      { word: "angry", before: 2, after: 5 },
      { word: "tired", before: 6, after: 6 },
    ]),
  ).toBe("deflated from 8 to 4, angry from 2 to 5, tired as before at 6");
});
