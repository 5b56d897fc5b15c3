import { expect, test } from "vitest";
import { isAnother, sketchOf } from "@/lib/crisis/sketch";

const story = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(" ");
const changes = (before: string, now: string) => isAnother(sketchOf(before), sketchOf(now));

test.each([
  ["the same words", story(0, 30), story(0, 30), false],
  ["the same in capitals, with other spaces", "No more of this, please.", "no  more of THIS please", false],
  ["a tenth in other words", story(0, 30), story(3, 33), false],
  ["a third in other words", story(0, 30), story(10, 40), true],
  ["a tenth added", story(0, 30), story(0, 33), false],
  ["a third added", story(0, 30), story(0, 40), true],
  ["a third taken out", story(0, 30), story(0, 20), true],
  ["everything else", story(0, 30), story(40, 70), true],
  ["a long text with a word changed", story(0, 900), story(1, 901), false],
  ["a long text with half of it changed", story(0, 900), story(450, 1350), true],
  ["a word said once more", "please please", "please please please", true],
])("%s", (_, before, now, another) => {
  expect(changes(before, now)).toBe(another);
});

test("a sketch holds no word, and no more of a long text than of a short one", () => {
  const sketch = sketchOf(story(0, 5000));
  expect(Buffer.from(sketch.marks, "base64url").length).toBe(48 * 3);
  expect(Buffer.from(sketch.marks, "base64url").toString("latin1")).not.toMatch(/word/);
});
