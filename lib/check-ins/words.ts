import type { EveryOf } from "@/lib/every-of";
import type { CheckInWord as Known } from "@/lib/generated/enums";

/* Apart from schema.ts, whose zod no browser has to load for a few words. */

export const weekWords = [
  "heavy",
  "slow",
  "mixed",
  "steady",
  "light",
  "resting",
] as const satisfies readonly Known[];
export type WeekWord = EveryOf<typeof weekWords, Known>;

/** A week in one word, as it is chosen, and as the circle reads it. */
export const sayWord: Record<WeekWord, { chosen: string; shown: string }> = {
  heavy: { chosen: "Heavy", shown: "A heavy week" },
  slow: { chosen: "Slow", shown: "A slow week" },
  mixed: { chosen: "Up and down", shown: "An up-and-down week" },
  steady: { chosen: "Steady", shown: "A steady week" },
  light: { chosen: "Light", shown: "A light week" },
  resting: { chosen: "Resting", shown: "A week of rest" },
};
