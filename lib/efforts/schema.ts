import { z } from "zod";
import { day, mintedId, rowId } from "@/lib/form-fields";
import { MOST_AT_ONCE } from "@/lib/goals/schema";

/** Without a day it is of the day on which it arrives, without an amount as much as is usual for the goal. */
export const effortForm = z.object({
  id: mintedId,
  goalId: rowId,
  day: day.optional(),
  amount: z.coerce
    .number("Please give a number, like 1.")
    .int("Please give a whole number.")
    .min(1, "One is the smallest.")
    .max(MOST_AT_ONCE, `${MOST_AT_ONCE} is the most at once. You can log twice.`)
    .optional(),
});

/** An effort that was taken out, as it was: whoever puts it back says all of it. */
export const putBackForm = effortForm.required().extend({ id: rowId });

export const undoForm = z.object({ effortId: rowId });

/** It says which step, and neither its day nor its goal: an old page could say others. */
export const countPlannedForm = z.object({ stepId: rowId });
