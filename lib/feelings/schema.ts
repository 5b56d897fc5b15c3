import { z } from "zod";
import { type Feeling, readFeeling } from "@/lib/feelings/rules";
import { optionalLine, several } from "@/lib/form-fields";

/** Far more than lie to hand, so that whoever chooses them all loses none. */
const MOST_FEELINGS = 40;
/** Every word that is offered is sent, chosen or not. */
const MOST_OFFERED = 100;
export const LONGEST_WORD = 40;

const chosen = z
  .string()
  .regex(/^(.{1,40}=(10|\d))?$/u, "Please choose a strength from 0 to 10.")
  .transform((text): Feeling | null => {
    const feeling = readFeeling(text);
    return feeling && { ...feeling, word: inOneLine(feeling.word) };
  });

/** The fields of a form that carry feelings. */
export const feelingFields = {
  feeling: several(chosen, MOST_OFFERED).refine(
    (feelings) => feelings.filter(Boolean).length <= MOST_FEELINGS,
    `So many feelings do not fit here. Please keep the strongest of them, up to ${MOST_FEELINGS}.`,
  ),
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
  return [...byWord.values()];
}

const inOneLine = (text: string) => text.replace(/\s+/g, " ").trim();
