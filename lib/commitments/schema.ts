import { z } from "zod";
import { outcomes } from "@/lib/commitments/outcomes";
import { rowId } from "@/lib/form-fields";

/** A press beside one commitment. */
export const markForm = z.object({
  circleId: rowId,
  commitmentId: rowId,
  outcome: z.enum(outcomes, "Please choose one of these."),
});

/** Takes a mark off again. */
export const unmarkForm = z.object({ circleId: rowId, commitmentId: rowId });
