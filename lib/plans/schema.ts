import { z } from "zod";
import { line, mintedId, optionalChoice, optionalLine, rowId } from "@/lib/form-fields";
import { setbackKinds } from "@/lib/setbacks/schema";

/** What can call a plan up. */
export const occasions = ["kind", "stage", "feeling"] as const;
export type OccasionName = (typeof occasions)[number];

/** What is missing when that is what should call it up, and it is empty. */
const asks: Record<OccasionName, string> = {
  kind: "Choose the kind of setback that this plan is for.",
  stage: "Write how far it had come, like second interview.",
  feeling: "Write the feeling that this plan is for, like deflated.",
};

const shape = {
  on: z.enum(occasions, "Please choose one of these."),
  kind: optionalChoice(setbackKinds),
  stage: optionalLine(),
  feeling: optionalLine(40),
  step: line("Write one small thing that you will do then.", 300),
};

type Filled = z.output<z.ZodObject<typeof shape>>;

const isNamed = (plan: Filled, context: z.RefinementCtx) => {
  if (plan[plan.on] === null)
    context.addIssue({ code: "custom", message: asks[plan.on], path: [plan.on], input: plan });
};

/** Only what was chosen calls it up; what was typed beside it and left does not. */
const oneOccasion = <T extends Filled>({ on, kind, stage, feeling, ...rest }: T) => ({
  ...rest,
  kind: on === "kind" ? kind : null,
  stage: on === "stage" ? stage : null,
  feeling: on === "feeling" ? feeling : null,
});

export const planForm = z
  .object({ id: mintedId, ...shape })
  .superRefine(isNamed)
  .transform(oneOccasion);
export const changeForm = z
  .object({ planId: rowId, ...shape })
  .superRefine(isNamed)
  .transform(oneOccasion);

/** A press that belongs to one plan. */
export const onePlanForm = z.object({ planId: rowId });

/** A press that belongs to a plan that a setback called up. */
export const firingForm = z.object({ planId: rowId, setbackId: rowId });

/** Under which key a changed plan waits until it is saved. */
export const planDraftKey = (planId: string) => `plan:${planId}`;
