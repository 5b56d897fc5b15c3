import type { EveryOf } from "@/lib/every-of";
import type { CommitmentOutcome as Known } from "@/lib/generated/enums";

/* Apart from schema.ts, whose zod no browser has to load for a few words. */

export const outcomes = ["kept", "partly", "not_this_week", "changed"] as const satisfies readonly Known[];
export type Outcome = EveryOf<typeof outcomes, Known>;

/** How a commitment went. None is better than another. */
export const outcomeWords: Record<Outcome, string> = {
  kept: "Kept",
  partly: "Partly",
  not_this_week: "Not this week",
  changed: "Changed",
};
