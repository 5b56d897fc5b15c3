import { z } from "zod";
import { mintedId, rowId, words } from "@/lib/form-fields";
import { MOST_CHARACTERS } from "@/lib/posts/schema";

const body = words("Write a line or two.", MOST_CHARACTERS);

export const replyForm = z.object({ id: mintedId, circleId: rowId, postId: rowId, body });

export const editReplyForm = z.object({ circleId: rowId, replyId: rowId, body });

export const takeBackReplyForm = z.object({
  circleId: rowId,
  replyId: rowId,
  /** The post on whose own page it was sent: that may be gone afterwards. */
  from: rowId.optional(),
});
