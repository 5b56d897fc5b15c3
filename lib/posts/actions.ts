"use server";
import { formAction, goTo, say } from "@/lib/form-action";
import { handWordsBack } from "@/lib/posts/hand-words-back";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { sayShared, unseenBecause } from "@/lib/posts/rules";
import { shareForm, takeBackForm } from "@/lib/posts/schema";
import { takeBack } from "@/lib/posts/take-back";

/** Says something in a circle: an ask, a win, progress. */
export const sharePost = formAction(
  shareForm,
  async (viewer, { need, ...post }) => {
    const asked = post.kind === "ask" ? (need ?? "listen") : null;
    const id = await putInCircle(viewer, { ...post, need: asked, details: [] });
    const { name } = await viewer.db.circle.findFirstOrThrow({
      where: { id: post.circleId },
      select: { name: true },
    });
    const kept = await viewer.db.post.findFirst({
      where: { circleId: post.circleId, id },
      select: { heldAt: true, unseenAt: true, hiddenAt: true },
    });
    return say(kept ? sayShared(unseenBecause(kept), name) : `Shared with ${name}.`, id);
  },
  { verified: true, limit: "post" },
);

/** Takes a post back. Its words become their author's draft once more: that is the way to undo it. */
export const takeBackPost = formAction(takeBackForm, async (viewer, { circleId, postId, from }) => {
  const taken = await takeBack(viewer, { circleId, postId });
  const wait = taken && (await handWordsBack(viewer, taken));
  if (from === "post") return goTo(`/circles/${circleId}`);
  return say(wait === "source" ? "Taken back. Your words wait where you shared them from." : "Taken back.");
});
