import { expect, test } from "vitest";
import { isLearned, saySteps, stepsOf } from "@/lib/learning/rules";

test.each([
  [["one"], [], false, "Begins with the first one"],
  [["one"], [0], true, "Its step is done"],
  [["one", "two", "three"], [2], false, "One step done"],
  [["one", "two", "three"], [2, 0], false, "Two steps done"],
  [["one", "two", "three"], [0, 1, 2], true, "Every step is done"],
  [["one", "", "three"], [0, 1], false, "One step done"],
  [["one", "", "three"], [0, 2], true, "Every step is done"],
  [["", "", ""], [], false, "Begins with the first one"],
])("a plan of %j with %j done says what was done, never what is missing", (words, done, learned, said) => {
  const steps = stepsOf(words, done);
  expect(isLearned(steps)).toBe(learned);
  expect(saySteps(steps)).toBe(said);
});
