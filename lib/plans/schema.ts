import { z } from "zod";
import { line, mintedId, rowId } from "@/lib/form-fields";
import { type SetbackKind, setbackKinds } from "@/lib/setbacks/schema";

/** What can call a plan up. */
export type OccasionName = "kind" | "stage" | "feeling";

const noOccasion: { kind: SetbackKind | null; stage: string | null; feeling: string | null } = {
  kind: null,
  stage: null,
  feeling: null,
};

const step = line("Write one small thing that you will do then.", 300);

/** Only what was chosen calls it up, and has to be named; what was typed beside it and left does not. */
const plan = z
  .discriminatedUnion(
    "on",
    [
      z.object({
        on: z.literal("kind"),
        kind: z.enum(setbackKinds, "Choose the kind of setback that this plan is for."),
        step,
      }),
      z.object({
        on: z.literal("stage"),
        stage: line("Write how far it had come, like second interview."),
        step,
      }),
      z.object({
        on: z.literal("feeling"),
        feeling: line("Write the feeling that this plan is for, like deflated.", 40),
        step,
      }),
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
