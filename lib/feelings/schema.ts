import { z } from "zod";
import type { Feeling } from "@/lib/feelings/rules";
import { optionalLine, several } from "@/lib/form-fields";

const MOST_FEELINGS = 12;
const LONGEST_WORD = 40;

const chosen = z
  .string()
  .regex(/^(.{1,40}=(10|\d))?$/u, "Please choose a strength from 0 to 10.")
  .transform((text): Feeling | null => {
    if (text === "") return null;
    const split = text.lastIndexOf("=");
    return { word: inOneLine(text.slice(0, split)), strength: Number(text.slice(split + 1)) };
  });

/** The fields of a form that carry feelings. */
export const feelingFields = {
  feeling: several(chosen),
  ownFeeling: optionalLine(LONGEST_WORD),
  ownStrength: z.coerce
    .number("Please choose a strength from 0 to 10.")
    .int("Please choose a strength from 0 to 10.")
    .min(0, "Please choose a strength from 0 to 10.")
    .max(10, "Please choose a strength from 0 to 10.")
    .default(5),
};

/** What those fields say: each word once, however it was spelled; the member's own word last. */
export function feelingsIn(input: {
  feeling: (Feeling | null)[];
  ownFeeling: string | null;
  ownStrength: number;
}): Feeling[] {
  const all = input.feeling.filter((feeling) => feeling !== null);
  if (input.ownFeeling) all.push({ word: input.ownFeeling, strength: input.ownStrength });
  const byWord = new Map<string, Feeling>();
  for (const feeling of all) if (feeling.word) byWord.set(feeling.word.toLowerCase(), feeling);
  return [...byWord.values()].slice(0, MOST_FEELINGS);
}

const inOneLine = (text: string) => text.replace(/\s+/g, " ").trim();
