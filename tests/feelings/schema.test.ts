import { expect, test } from "vitest";
import { z } from "zod";
import { feelingFields, feelingsIn } from "@/lib/feelings/schema";

const form = z.object(feelingFields);
const read = (values: unknown) => {
  const parsed = form.safeParse(values);
  return parsed.success ? feelingsIn(parsed.data) : parsed.error.issues.map((issue) => issue.message);
};

test.each([
  ["nothing chosen", {}, []],
  ["only empty choices", { feeling: ["", ""] }, []],
  ["one choice alone", { feeling: "sad=8" }, [{ word: "sad", strength: 8 }]],
  [
    "several, the empty ones left out",
    { feeling: ["sad=0", "", "angry=10"] },
    [
      { word: "sad", strength: 0 },
      { word: "angry", strength: 10 },
    ],
  ],
  [
    "a word of one's own, in the middle unless it says how strong",
    { ownFeeling: "  hollow  inside " },
    [{ word: "hollow inside", strength: 5 }],
  ],
  [
    "a word of one's own with a strength",
    { ownFeeling: "hollow", ownStrength: "9" },
    [{ word: "hollow", strength: 9 }],
  ],
  [
    "the same word twice counts once, as it was said last",
    { feeling: "sad=2", ownFeeling: "Sad", ownStrength: "7" },
    [{ word: "Sad", strength: 7 }],
  ],
  ["a word that holds an equals sign", { feeling: "x=y=3" }, [{ word: "x=y", strength: 3 }]],
  ["a word from anywhere", { feeling: "Fernweh 🌧=4" }, [{ word: "Fernweh 🌧", strength: 4 }]],
  ["a strength above ten", { feeling: "sad=11" }, ["Please choose a strength from 0 to 10."]],
  ["a strength below nought", { feeling: "sad=-1" }, ["Please choose a strength from 0 to 10."]],
  ["half a strength", { ownFeeling: "sad", ownStrength: "2.5" }, ["Please choose a strength from 0 to 10."]],
])("feelings are read from the form: %s", (_what, values, expected) => {
  expect(read(values)).toEqual(expected);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => `word ${index}=5`);

test("forty feelings fit, a word of one's own besides, and what was not chosen takes no place", () => {
  const feeling = [...many(40), ...Array.from({ length: 20 }, () => "")];
  const feelings = read({ feeling, ownFeeling: "hollow" });
  expect(feelings).toHaveLength(41);
  expect(feelings.at(-1)).toEqual({ word: "hollow", strength: 5 });
});

test("more than that is said, not cut", () => {
  expect(read({ feeling: many(41) })).toEqual([
    "So many feelings do not fit here. Please keep the strongest of them, up to 40.",
  ]);
});
