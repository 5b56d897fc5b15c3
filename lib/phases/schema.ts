import { z } from "zod";
import type { EveryOf } from "@/lib/every-of";
import { rowId } from "@/lib/form-fields";
import type { SetbackPhase as Known } from "@/lib/generated/enums";

/** In the order in which they are gone through, by whoever goes through them. */
export const phases = ["feel", "reframe", "learn", "act"] as const satisfies readonly Known[];
export type Phase = EveryOf<typeof phases, Known>;

export const phaseForm = z.object({
  setbackId: rowId,
  phase: z.enum(phases, "Please choose one of these."),
});
