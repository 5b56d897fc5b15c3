import "server-only";
import { notFound } from "next/navigation";
import { findSeat } from "@/lib/memberships/queries";
import { holdPost } from "@/lib/posts/hold-post";
import { canTakeBack, traceOf } from "@/lib/replies/rules";
import type { Viewer } from "@/lib/viewer";

/** What was taken back, and the post it was an answer to. */
export type TakenBack = { postId: string; body: string };

/**
 * Takes the viewer's reply back; what stays behind, of it and of what it answered, is in rules.ts. A second
 * time changes nothing and answers null.
 */
export async function takeBack(
  viewer: Viewer,
  { circleId, replyId }: { circleId: string; replyId: string },
): Promise<TakenBack | null> {
  const where = { circleId, id: replyId };
  const found = await viewer.db.reply.findFirst({ where, select: { postId: true } });
  if (found) await holdPost(viewer, found.postId, "alone");
  // Looked at once more, now that nobody else can answer or take back in between.
  const reply = await viewer.db.reply.findFirst({
    where,
    select: { postId: true, authorId: true, body: true, createdAt: true, takenBackAt: true },
  });
  if (!reply) return (await findSeat(viewer, circleId)) ? null : notFound();
  if (reply.authorId !== viewer.id) notFound();
  if (!canTakeBack(viewer, reply)) return null;

  const mine = { ...where, authorId: viewer.id };
  const answers = await viewer.db.reply.count({
    where: {
      circleId,
      postId: reply.postId,
      authorId: { not: viewer.id },
      createdAt: { gte: reply.createdAt },
      takenBackAt: null,
    },
  });
  if (traceOf(answers) === "nothing") await viewer.db.reply.deleteMany({ where: mine });
  else await viewer.db.reply.updateMany({ where: mine, data: { body: "", takenBackAt: viewer.now } });
  await viewer.db.$executeRaw`
    select app.clear_empty_places(array[${circleId}::uuid], array[${reply.postId}::uuid])`;
  return { postId: reply.postId, body: reply.body };
}
