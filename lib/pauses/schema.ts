import { z } from "zod";
import { day, mintedId, rowId } from "@/lib/form-fields";

/** From today on and until somebody goes on, unless days were chosen. `until` is the last day of rest. */
export const pauseForm = z
  .object({
    id: mintedId,
    goalId: rowId,
    from: day.optional(),
    until: z
      .union([z.literal("").transform(() => undefined), day])
      .optional()
      .transform((given) => given ?? null),
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    error: "The last day of rest is the first one, or comes after it.",
    path: ["until"],
  });

export const resumeForm = z.object({ goalId: rowId });

export const onePauseForm = z.object({ pauseId: rowId });
