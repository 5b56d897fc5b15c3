import { z } from "zod";
import { rowId } from "@/lib/form-fields";

export const encouragementKinds = ["with_you", "been_there", "brave", "glad"] as const;
export type EncouragementKind = (typeof encouragementKinds)[number];

/** The form says what should be, not "the other way round": pressed twenty times, it is still that. */
export const encourageForm = z.object({
  circleId: rowId,
  postId: rowId,
  kind: z.enum(encouragementKinds),
  on: z.enum(["yes", "no"]),
});
