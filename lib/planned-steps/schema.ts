import { z } from "zod";
import { day, ifGiven, mintedId, optionalLine, rowId } from "@/lib/form-fields";
import { WORDS_LENGTH } from "@/lib/planned-steps/rules";

/** How long something takes, in minutes: at most twelve hours. */
export const minutesField = ifGiven(
  z.coerce.number().int().min(1).max(720),
  "Please give whole minutes, from 1 to 720, or leave it empty.",
);

const shape = {
  words: optionalLine(WORDS_LENGTH),
  goalId: ifGiven(rowId, "Please choose one of these."),
  day,
  time: ifGiven(
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    "Please give a time, like 18:00, or leave it empty.",
  ),
  minutes: minutesField,
  place: optionalLine(WORDS_LENGTH),
};

/** A goal says by itself what is to be done. */
const saysWhat = (step: { words: string | null; goalId: string | null }) =>
  step.words !== null || step.goalId !== null;
const what = { error: "Write what you mean to do, or choose a goal.", path: ["words"] };

export const stepForm = z.object({ id: mintedId, ...shape }).refine(saysWhat, what);
export const changeStepForm = z.object({ stepId: rowId, ...shape }).refine(saysWhat, what);

export const moveForm = z.object({ stepId: rowId, day });

/** Says how a step is from now on, and not that it changes: pressed twice, it is so once. */
export const markForm = z.object({ stepId: rowId, done: z.enum(["yes", "no"]) });

export const oneStepForm = z.object({ stepId: rowId });

/** A press that belongs to a week, by any of its days. */
export const weekForm = z.object({ week: day });

/** Under which key a new step waits until it is kept. */
export const NEW_STEP = "week-step";

/** Under which key a changed step waits until it is saved. */
export const stepDraftKey = (stepId: string) => `week-step:${stepId}`;
