import "server-only";
import { isId } from "@/lib/ids";
import { canEdit } from "@/lib/replies/rules";
import type { Viewer } from "@/lib/viewer";

/** A reply of the viewer's own that still has its words, to be changed; null for any other. */
export async function findOwnReply(viewer: Viewer, circleId: string, replyId: string) {
  if (!isId(circleId) || !isId(replyId)) return null;
  const reply = await viewer.db.reply.findFirst({
    where: { circleId, id: replyId, authorId: viewer.id, takenBackAt: null },
    select: { id: true, postId: true, authorId: true, body: true, createdAt: true, takenBackAt: true },
  });
  if (!reply) return null;
  return {
    id: reply.id,
    postId: reply.postId,
    body: reply.body,
    canEdit: canEdit(viewer, reply, viewer.now),
  };
}
