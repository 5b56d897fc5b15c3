import { z } from "zod";
import { type Feeling, readFeeling } from "@/lib/feelings/rules";
import { feelingFields } from "@/lib/feelings/schema";
import { mintedId, optionalChoice, optionalWords, rowId, several, words } from "@/lib/form-fields";
import { traps } from "@/lib/reframes/traps";

const LONGEST_THOUGHT = 2_000;

/** The first step: the thought as it comes, and what it feels like. */
export const beginForm = z.object({
  id: mintedId,
  setbackId: rowId,
  thought: words("Write the thought as it comes. It may be unfair.", LONGEST_THOUGHT),
  ...feelingFields,
});

const [firstTrap, ...otherTraps] = traps.map(({ key }) => key);
export const trapKeys = [firstTrap as (typeof traps)[number]["key"], ...otherTraps] as const;

/** All the others, each of which can be left open. */
export const lookForm = z.object({
  reframeId: rowId,
  thought: words("The thought is what this is about. Please leave a few words of it.", LONGEST_THOUGHT),
  trap: optionalChoice(trapKeys),
  evidenceFor: optionalWords(LONGEST_THOUGHT),
  evidenceAgainst: optionalWords(LONGEST_THOUGHT),
  fairer: optionalWords(LONGEST_THOUGHT),
  /** How strong each feeling is now: "deflated=4". Left alone, it says nothing. */
  after: several(
    z
      .string()
      .regex(/^(.{1,40}=(10|\d))?$/u, "Please choose a strength from 0 to 10.")
      .transform((text): Feeling | null => readFeeling(text)),
    100,
  ),
});

export const oneReframe = z.object({ reframeId: rowId });

/** Under which key a first thought about a setback waits, and under which the rest of a reframe. */
export const thoughtDraftKey = (setbackId: string) => `reframe:${setbackId}`;
export const lookDraftKey = (reframeId: string) => `look-again:${reframeId}`;
