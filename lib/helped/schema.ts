import { z } from "zod";
import { optionalWords, rowId } from "@/lib/form-fields";

/** Under which key what helped waits until it is sent. */
export const helpedDraftKey = (goalId: string) => `helped:${goalId}`;

/** Left empty it is not asked again. */
export const helpedForm = z.object({ goalId: rowId, helped: optionalWords(500) });
