import { z } from "zod";
import { rowId } from "@/lib/form-fields";
import { personForm } from "@/lib/memberships/schema";

/** Named as everybody is: by the alias in a circle. */
export const blockForm = personForm;

export const unblockForm = z.object({ blockId: rowId });
