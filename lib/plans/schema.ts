import { z } from "zod";
import { line, mintedId, rowId } from "@/lib/form-fields";
import { type SetbackKind, setbackKinds } from "@/lib/setbacks/schema";

/** What a plan can be for. */
export type OccasionName = "kind" | "stage" | "feeling" | "obstacle";

const noOccasion: {
  kind: SetbackKind | null;
  stage: string | null;
  feeling: string | null;
  obstacle: string | null;
} = { kind: null, stage: null, feeling: null, obstacle: null };

export const planStep = line("Write one small thing that you will do then.", 300);

export const planObstacle = line("Write what it is in you that gets in the way.", 200);

/** Only what was chosen calls it up, and has to be named; what was typed beside it and left does not. */
const plan = z
  .discriminatedUnion(
    "on",
    [
      z.object({
        on: z.literal("kind"),
        kind: z.enum(setbackKinds, "Choose the kind of setback that this plan is for."),
        step: planStep,
      }),
      z.object({
        on: z.literal("stage"),
        stage: line("Write how far it had come, like second interview."),
        step: planStep,
      }),
      z.object({
        on: z.literal("feeling"),
        feeling: line("Write the feeling that this plan is for, like deflated.", 40),
        step: planStep,
      }),
      z.object({ on: z.literal("obstacle"), obstacle: planObstacle, step: planStep }),
    ],
    "Please choose one of these.",
  )
  .transform(({ on: _, ...said }) => ({ ...noOccasion, ...said }));

export const planForm = z.object({ id: mintedId }).and(plan);
export const changeForm = z.object({ planId: rowId }).and(plan);

/** A press that belongs to one plan. */
export const onePlanForm = z.object({ planId: rowId });

/** A press that belongs to a plan that a setback called up. */
export const firingForm = z.object({ planId: rowId, setbackId: rowId });

/** Under which key a changed plan waits until it is saved. */
export const planDraftKey = (planId: string) => `plan:${planId}`;
