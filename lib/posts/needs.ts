import type { EveryOf } from "@/lib/every-of";
import type { Need as Known } from "@/lib/generated/enums";

/* Apart from schema.ts, whose zod no browser has to load for a few words. */

export const needs = ["listen", "ideas", "both"] as const satisfies readonly Known[];
export type Need = EveryOf<typeof needs, Known>;

/** What an author would like from the circle: in the author's words, as the circle reads it, and on Today. */
export const needWords: Record<Need, { asked: string; shown: string; told: string }> = {
  listen: { asked: "Just listen", shown: "Just listen", told: "Would like you to listen" },
  ideas: { asked: "Ideas, please", shown: "Ideas welcome", told: "Is open to ideas" },
  both: {
    asked: "Listen first, then ideas",
    shown: "Listen, then ideas",
    told: "Would like you to listen, then ideas",
  },
};
