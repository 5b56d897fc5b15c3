import { z } from "zod";
import { mintedId, rowId } from "@/lib/form-fields";

export const pauseForm = z.object({ id: mintedId, goalId: rowId });

export const resumeForm = z.object({ goalId: rowId });
