import { z } from "zod";
import { rowId } from "@/lib/form-fields";

export const answerForm = z.object({ circleId: rowId, mergeId: rowId });
