import { z } from "zod";
import { line, mintedId, optionalLine, rowId, tick } from "@/lib/form-fields";
import { TITLE_LENGTH } from "@/lib/goals/rules";
import { STEPS } from "@/lib/learning/rules";

/** As long as the name of a goal, since it can become one. */
export const SKILL_LENGTH = TITLE_LENGTH;

const shape = {
  skill: line("Give it a short name.", SKILL_LENGTH),
  step1: line("Write one small step. Half an hour of it is enough.", 200),
  step2: optionalLine(200),
  step3: optionalLine(200),
};

export const learningPlanForm = z.object({
  id: mintedId,
  ...shape,
  makeGoal: tick,
  /** The id of the goal, if it becomes one. */
  goalId: mintedId,
});

export const changeLearningPlanForm = z.object({ learningPlanId: rowId, ...shape });

/** The words of the steps, each in its place. */
export const stepsIn = (form: { step1: string; step2: string | null; step3: string | null }): string[] => [
  form.step1,
  form.step2 ?? "",
  form.step3 ?? "",
];

export const oneLearningPlanForm = z.object({ learningPlanId: rowId });

/** Says how a step is from now on, and not that it changes: pressed twice, it is so once. */
export const stepForm = z.object({
  learningPlanId: rowId,
  place: z.coerce
    .number()
    .int()
    .min(0)
    .max(STEPS - 1),
  done: z.enum(["yes", "no"]),
});

/** Under which key a new plan waits until it is kept. */
export const NEW_LEARNING_PLAN = "learning";

/** Under which key a changed plan waits until it is saved. */
export const learningPlanDraftKey = (learningPlanId: string) => `learning:${learningPlanId}`;
