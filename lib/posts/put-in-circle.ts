import "server-only";
import type { Need, PostKind } from "@/lib/generated/enums";
import { freshId } from "@/lib/ids";
import { findSeat } from "@/lib/memberships/queries";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** What a post was made from; the member's own note, which nobody in the circle sees. */
export type PostSource = { setbackId: string } | { winId: string } | { goalId: string };

/**
 * Puts a post in a circle, as the viewer, and notes for them what it was made from. The same words a second
 * time change nothing. Other words under an id that is taken come from a form that was sent, changed and sent
 * once more: they become a post of their own, because neither may be lost. The caller has checked that the
 * source is the viewer's.
 *
 * @returns the id that the post has now.
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

  const { count } = await viewer.db.post.createMany({
    data: { ...said, authorId: viewer.id },
    skipDuplicates: true,
  });
  if (count === 0) {
    const same = { circleId: said.circleId, id: said.id, authorId: viewer.id, body: said.body };
    if ((await viewer.db.post.count({ where: same })) > 0) return said.id;
    return putInCircle(viewer, { ...post, id: freshId() });
  }
  if (!source) return said.id;
  const noted = await viewer.db.share.createMany({
    data: { userId: viewer.id, postId: said.id, circleId: said.circleId, ...source },
    skipDuplicates: true,
  });
  // One form makes one post. Sent again for another circle, it would make one that its author cannot find.
  if (noted.count === 0) {
    throw new Refusal(
      "This was shared already. To share it with another circle too, please open the page again.",
    );
  }
  return said.id;
}
