import { expect, test } from "vitest";
import { line, optionalLine, optionalWords, words, wordsIfAsked } from "@/lib/form-fields";
import { freshId } from "@/lib/ids";
import { CHOOSE_SOMETHING, choiceForm, piecesForm } from "@/lib/shares/schema";

const unseen = [
  ["of no width", "\u200b\u200b"],
  ["that joins", "\u200d \u2060"],
  ["that directs", "\u202e\u2066\u2069"],
  ["that fills a syllable", "\u3164\u115f"],
  ["that is an empty cell", "\u2800"],
  ["that controls", "\u0007\u001b"],
  ["that varies another", "\ufe0f\u{e0100}"],
  ["of white space", " \u00a0\u2003\n"],
] as const;

test.each(unseen)("a character %s is no word: who must say something is asked to", (_which, text) => {
  for (const field of [line("Give it a name."), words("Give it a name.")])
    expect(field.safeParse(text).error?.issues).toMatchObject([{ message: "Give it a name." }]);
});

test.each(unseen)("a character %s leaves a field that may be empty empty", (_which, text) => {
  for (const field of [optionalLine(), optionalWords(), wordsIfAsked()]) expect(field.parse(text)).toBeNull();
});

test.each(unseen)("a character %s is nothing that a circle could read", (_which, text) => {
  const choice = { circleId: freshId(), words: text };
  expect(piecesForm.safeParse(choice).error?.issues).toMatchObject([{ message: CHOOSE_SOMETHING }]);
  const setback = { ...choice, setbackId: freshId(), wordsToo: "on", need: "listen" };
  expect(choiceForm.safeParse(setback).error?.issues).toMatchObject([{ path: ["words"] }]);
});

test.each([
  "a",
  "7",
  ".",
  "Zo\u00eb",
  "\u4f60\u597d",
  "\u{1f469}\u200d\u{1f680}",
  "\u200bx",
  "\u0645\u06cc\u200c\u0634",
])("what can be seen stays as it was written: %j", (text) => {
  for (const field of [line("Ask."), words("Ask."), optionalLine(), optionalWords()])
    expect(field.parse(text)).toBe(text);
});
