import { z } from "zod";
import { mintedId, optionalChoice, rowId, words } from "@/lib/form-fields";
import type { PostKind } from "@/lib/generated/enums";
import { needs } from "@/lib/posts/needs";

/** The longest that a post or a reply may be, in characters. */
export const MOST_CHARACTERS = 4000;

/** What can be said straight into a circle. A setback is shared from its own page, where it is previewed. */
export const saidKinds = ["ask", "win", "progress"] as const satisfies readonly PostKind[];

export const shareForm = z.object({
  id: mintedId,
  circleId: rowId,
  kind: z.enum(saidKinds, "Please choose one of these."),
  need: optionalChoice(needs),
  body: words("Write a line or two.", MOST_CHARACTERS),
});

export const takeBackForm = z.object({
  circleId: rowId,
  postId: rowId,
  /** Sent from the post's own page, which is gone afterwards. */
  from: z.literal("post").optional(),
});
