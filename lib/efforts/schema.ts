import { z } from "zod";
import { day, mintedId, rowId } from "@/lib/form-fields";

/** Without a day it is today's. */
export const effortForm = z.object({ id: mintedId, goalId: rowId, day: day.optional() });

export const undoForm = z.object({ effortId: rowId });
