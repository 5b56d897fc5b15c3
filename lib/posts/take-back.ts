import "server-only";
import { notFound } from "next/navigation";
import type { Need, PostKind } from "@/lib/generated/enums";
import { findSeat } from "@/lib/memberships/queries";
import { holdPost } from "@/lib/posts/hold-post";
import { canTakeBack, traceOf } from "@/lib/posts/rules";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** What was taken back, for whoever wants to hand the words to their author once more. */
export type TakenBack = {
  circleId: string;
  body: string;
  kind: PostKind;
  need: Need | null;
  /** What it was made from, if that is still there, and the words that stand in it. */
  source: { id: string; words?: string } | null;
};

/**
 * Takes the viewer's post out of a circle, with its warm signals and the note of where it was shared.
 * What stays behind is in rules.ts. A second time changes nothing and answers null.
 */
export async function takeBack(
  viewer: Viewer,
  { circleId, postId }: { circleId: string; postId: string },
): Promise<TakenBack | null> {
  await holdPost(viewer, postId, "alone");
  const post = await viewer.db.post.findFirst({
    where: { circleId, id: postId },
    select: { authorId: true, takenBackAt: true, body: true, kind: true, need: true },
  });
  if (!post) return gone(viewer, circleId, postId);
  if (post.authorId !== viewer.id) notFound();
  if (!canTakeBack(viewer, post)) return null;

  const mine = { circleId, id: postId, authorId: viewer.id };
  const answers = await viewer.db.reply.count({
    where: { circleId, postId, authorId: { not: viewer.id }, takenBackAt: null },
  });
  if (traceOf(answers) === "nothing") await viewer.db.post.deleteMany({ where: mine });
  else {
    await viewer.db.post.updateMany({
      where: mine,
      data: { body: "", details: [], takenBackAt: viewer.now },
    });
  }
  const source = await findSource(viewer, circleId, postId);
  await viewer.db.share.deleteMany({ where: { userId: viewer.id, circleId, postId } });
  return { circleId, body: post.body, kind: post.kind, need: post.need, source };
}

async function findSource(viewer: Viewer, circleId: string, postId: string): Promise<TakenBack["source"]> {
  const note = await viewer.db.share.findFirst({
    where: { userId: viewer.id, circleId, postId },
    select: {
      setback: { select: { id: true, happened: true, deletedAt: true } },
      win: { select: { id: true, body: true, deletedAt: true } },
      goal: { select: { id: true, deletedAt: true } },
      experiment: { select: { id: true, deletedAt: true } },
      ifThenPlan: { select: { id: true, deletedAt: true } },
      learningPlan: { select: { id: true, deletedAt: true } },
      feedbackRequest: { select: { id: true, deletedAt: true } },
    },
    relationLoadStrategy: "join",
  });
  const { setback, win, goal, experiment, ifThenPlan, learningPlan, feedbackRequest } = note ?? {};
  if (setback && !setback.deletedAt)
    return { id: setback.id, words: viewer.words.open("setbacks.happened", setback.id, setback.happened) };
  if (win && !win.deletedAt) return { id: win.id, words: win.body };
  const other = goal ?? experiment ?? ifThenPlan ?? learningPlan ?? feedbackRequest;
  return other && !other.deletedAt ? { id: other.id } : null;
}

/** Nothing there to be seen: taken back already, or somewhere the viewer does not sit. */
async function gone(viewer: Viewer, circleId: string, postId: string): Promise<null> {
  if (await findSeat(viewer, circleId)) return null;
  const notes = await viewer.db.share.count({ where: { userId: viewer.id, circleId, postId } });
  if (notes === 0) notFound();
  throw new Refusal(
    "You are not in this circle any more, so what you shared there stays, under your alias alone.",
  );
}
