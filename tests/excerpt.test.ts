import { expect, test } from "vitest";
import { excerptOf } from "@/lib/excerpt";

test.each([
  ["No offer.", "No offer."],
  ["two\n\nparagraphs", "two\n\nparagraphs"],
  ["one two three fourteen five", "one two three …"],
  ["one two three, fourteen", "one two three …"],
  ["one\ntwo three fourteen five", "one\ntwo three …"],
  ["Unbrokenwordthatislongerthanthatlimit", "Unbrokenwordthati …"],
  ["a Unbrokenwordthatislongerthanthatlimit", "a Unbrokenwordtha …"],
  ["他们选了一个内部的人。我在车里坐了一会儿，然后回家", "他们选了一个内部的人。我在车里坐了 …"],
  ["我 在车里坐了一会儿然后回家他们选了一个内部的人", "我 在车里坐了一会儿然后回家他们选 …"],
  ["😀".repeat(30), `${"😀".repeat(8)} …`],
  ["x".repeat(19), "x".repeat(19)],
])("%j begins, in 19 characters, as %j", (text, excerpt) => {
  expect(excerptOf(text, 19)).toBe(excerpt);
  expect(excerptOf(text, 19).length).toBeLessThanOrEqual(19);
  expect(excerptOf(text, 19).isWellFormed()).toBe(true);
});

test("what is seen as one letter is not taken apart", () => {
  expect(excerptOf("👩‍👩‍👧‍👦".repeat(5), 19)).toBe("👩‍👩‍👧‍👦 …");
  expect(excerptOf("e\u0301".repeat(20), 10)).toBe(`${"e\u0301".repeat(4)} …`);
});
