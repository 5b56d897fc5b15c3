"use server";
import { notFound } from "next/navigation";
import { canEncourage } from "@/lib/encouragements/rules";
import { encourageForm } from "@/lib/encouragements/schema";
import { formAction } from "@/lib/form-action";
import { findSeat } from "@/lib/memberships/queries";
import { holdPost } from "@/lib/posts/hold-post";

/** Gives a post one warm signal, or takes it back, as the form says. */
export const encourage = formAction(encourageForm, async (viewer, { circleId, postId, kind, isGiven }) => {
  const mine = { circleId, postId, memberId: viewer.id, kind };
  await holdPost(viewer, postId, "together");
  const post = await viewer.db.post.findFirst({
    where: { circleId, id: postId },
    select: { authorId: true, kind: true, takenBackAt: true },
  });
  // Taken back a moment ago: the page shows it as it is now.
  if ((!post || post.takenBackAt) && (await findSeat(viewer, circleId))) return;
  if (!post || !canEncourage(viewer, post, kind)) notFound();
  if (isGiven) await viewer.db.encouragement.createMany({ data: mine, skipDuplicates: true });
  else await viewer.db.encouragement.deleteMany({ where: mine });
});
