"use server";
import { notFound } from "next/navigation";
import { handBack } from "@/lib/drafts/hand-back";
import { formAction, goTo, say } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { replyDraftKey } from "@/lib/posts/draft-keys";
import { heldSince, refuseSentAround } from "@/lib/posts/hold-back";
import { holdPost } from "@/lib/posts/hold-post";
import { Refusal } from "@/lib/refusal";
import { canEdit, MINUTES_TO_EDIT } from "@/lib/replies/rules";
import { editReplyForm, replyForm, takeBackReplyForm } from "@/lib/replies/schema";
import { takeBack } from "@/lib/replies/take-back";
import type { Viewer } from "@/lib/viewer";

/** Answers a post in words. */
export const reply = formAction(
  replyForm,
  async (viewer, { id, circleId, postId, body }) => {
    await holdPost(viewer, postId, "together");
    const post = await viewer.db.post.findFirst({
      where: { circleId, id: postId },
      select: { takenBackAt: true },
    });
    // The same sentence for a post that is gone and for one that was never the viewer's to see.
    if (!post || post.takenBackAt) {
      throw new Refusal("This post is not here any more. Your words are still here.");
    }
    await refuseSentAround(viewer, circleId, body);
    const heldAt = await heldSince(viewer, circleId, { body });
    await keepOnce(
      { id, circleId, postId, authorId: viewer.id, body },
      {
        add: (row) => viewer.db.reply.createMany({ data: { ...row, heldAt }, skipDuplicates: true }),
        find: (row) => viewer.db.reply.count({ where: row }),
      },
    );
  },
  { verified: true, limit: "reply" },
);

/** Changes a reply that was only just sent. */
export const editReply = formAction(
  editReplyForm,
  async (viewer, { circleId, replyId, body }) => {
    const mine = { circleId, id: replyId, authorId: viewer.id };
    const reply = await viewer.db.reply.findFirst({
      where: mine,
      select: { postId: true, authorId: true, body: true, createdAt: true, takenBackAt: true },
    });
    if (!reply) notFound();
    if (reply.takenBackAt) {
      throw new Refusal(
        "This reply was taken back meanwhile, so it cannot be changed. Your words are still here: send them as a new one.",
      );
    }
    if (reply.body !== body) {
      if (!canEdit(viewer, reply, viewer.now)) {
        throw new Refusal(
          `A reply can be changed for ${MINUTES_TO_EDIT} minutes, and they are over. You can still add a new one or take this one back. Your words are still here.`,
        );
      }
      await refuseSentAround(viewer, circleId, body);
      await viewer.db.reply.updateMany({
        where: { ...mine, takenBackAt: null },
        data: { body, editedAt: viewer.now, ...(await holdChanged(viewer, circleId, body)) },
      });
    }
    return goTo(`/circles/${circleId}/posts/${reply.postId}`);
  },
  { verified: true, limit: "reply" },
);

/** A link may come into a reply by changing it, too. What is held already stays so until somebody answers. */
async function holdChanged(viewer: Viewer, circleId: string, body: string) {
  const heldAt = await heldSince(viewer, circleId, { body });
  return { ...(heldAt && { heldAt }) };
}

/** Takes a reply back. Its words become their author's draft once more: that is the way to undo it. */
export const takeBackReply = formAction(takeBackReplyForm, async (viewer, { circleId, replyId, from }) => {
  const taken = await takeBack(viewer, { circleId, replyId });
  if (taken) await handBack(viewer, replyDraftKey(taken.postId), { body: [taken.body] });
  if (from && (await viewer.db.post.count({ where: { circleId, id: from } })) === 0) {
    return goTo(`/circles/${circleId}`);
  }
  return say("Taken back.");
});
