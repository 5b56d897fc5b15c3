import { z } from "zod";
import { rowId } from "@/lib/form-fields";

export const letterForm = z.object({ letterId: rowId });
