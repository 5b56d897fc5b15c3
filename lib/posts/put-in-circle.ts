import "server-only";
import type { Need, PostKind } from "@/lib/generated/enums";
import { keepOnce } from "@/lib/keep-once";
import { findSeat } from "@/lib/memberships/queries";
import { askToLook, heldSince, isSentAround } from "@/lib/posts/hold-back";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** What a post was made from; the member's own note, which nobody in the circle sees. */
export type PostSource =
  | { setbackId: string }
  | { winId: string }
  | { goalId: string }
  | { experimentId: string }
  | { ifThenPlanId: string }
  | { learningPlanId: string }
  | { feedbackRequestId: string };

/**
 * Puts a post in a circle, as the viewer, and notes for them what it was made from. The caller has checked
 * that the source is the viewer's.
 *
 * @returns the id of the post that is there: another than was given, where a changed form was sent again.
 * @throws Refusal when the viewer does not sit in the circle now.
 */
export async function putInCircle(
  viewer: Viewer,
  post: {
    id: string;
    circleId: string;
    kind: PostKind;
    need: Need | null;
    body: string;
    /** Short facts that go along with the words: "After the final round". */
    details: string[];
    source?: PostSource;
  },
): Promise<string> {
  const { source, ...said } = post;
  const seat = await findSeat(viewer, said.circleId);
  if (!seat) throw new Refusal("You are not in this circle any more. Your words are still here.");

  const heldAt = await heldSince(viewer, said.circleId, said);
  const unseenAt = (await isSentAround(viewer, said.circleId, said)) ? viewer.now : null;
  const { id, isNew } = await keepOnce(
    { ...said, authorId: viewer.id },
    {
      add: (row) => viewer.db.post.createMany({ data: { ...row, heldAt, unseenAt }, skipDuplicates: true }),
      find: ({ details, ...row }) =>
        viewer.db.post.count({ where: { ...row, details: { equals: details } } }),
    },
  );
  if (isNew && unseenAt) await askToLook(viewer, { ...said, id });
  if (!source || !isNew) return id;
  const noted = await viewer.db.share.createMany({
    data: { userId: viewer.id, postId: id, circleId: said.circleId, ...source },
    skipDuplicates: true,
  });
  // One form makes one post. Sent again for another circle, it would make one that its author cannot find.
  if (noted.count === 0) {
    throw new Refusal(
      "This was shared already. To share it with another circle too, please open the page again.",
    );
  }
  return id;
}
