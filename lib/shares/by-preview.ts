/*
 * Choosing, looking, sending: the way to a circle is the same for a setback and for what grew out of one. What was
 * chosen waits as a draft of its author's, and what is sent is what was looked at, or nothing.
 */

import "server-only";
import type { Route } from "next";
import { askForAdvice } from "@/lib/advising/ask-for-advice";
import type { Outcome } from "@/lib/answer-form";
import { goTo } from "@/lib/form-action";
import { freshId } from "@/lib/ids";
import { keepDraft } from "@/lib/keep-draft";
import { findSeat } from "@/lib/memberships/queries";
import { holdPost } from "@/lib/posts/hold-post";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { MOST_CHARACTERS } from "@/lib/posts/schema";
import { Refusal } from "@/lib/refusal";
import type { AnyChoice, Shareable } from "@/lib/shares/preview";
import { findPreview } from "@/lib/shares/queries";
import { CHOOSE_SOMETHING, choosingKey, previewKey } from "@/lib/shares/schema";
import type { Viewer } from "@/lib/viewer";

/** Keeps what the viewer chose, as its form's values, and shows it as the circle will see it. Nothing is shared yet. */
export async function keepChoice<Choice extends AnyChoice>(
  viewer: Viewer,
  { id, page, cannotGo, show }: Shareable<Choice>,
  choice: Choice,
  values: Record<string, string[]>,
): Promise<Outcome> {
  const why = cannotGo(choice);
  if (why) throw new Refusal(why);
  if (!(await findSeat(viewer, choice.circleId))) {
    throw new Refusal("You are not in that circle any more. Choose another one.", "circleId");
  }
  const { body } = show(choice);
  if (body === "") throw new Refusal(CHOOSE_SOMETHING, "piece");
  if (body.length > MOST_CHARACTERS) {
    throw new Refusal(
      `A circle reads up to ${MOST_CHARACTERS.toLocaleString("en")} characters. Please choose what matters most.`,
      choice.piece.length > 0 ? "piece" : "words",
    );
  }
  // Each preview is of a post of its own: what was shared already is not shared over.
  const kept = await keepDraft(viewer, { key: previewKey(id), values: { id: [freshId()], ...values } });
  if (kept !== "kept") {
    throw new Refusal(
      "There is no room for a preview: so many other forms of yours hold words that were not sent. Send one of them, or start it afresh, and then try again. Everything you chose is still here.",
    );
  }
  return goTo(`${page}?step=preview` as Route);
}

/** Shares exactly what the preview showed. When something changed meanwhile, the preview is shown again. */
export async function sharePreview<Choice extends AnyChoice>(
  viewer: Viewer,
  shareable: Shareable<Choice>,
  { id, seen }: { id: string; seen: string },
): Promise<Outcome> {
  const { id: sourceId, note, kind, page } = shareable;
  // A second press waits for the first, and then finds it done.
  await holdPost(viewer, id, "alone");
  const earlier = await viewer.db.share.findFirst({
    where: { userId: viewer.id, postId: id, ...note },
    select: { circleId: true },
  });
  if (earlier) return goTo(`/circles/${earlier.circleId}#${id}`);

  const preview = await findPreview(viewer, shareable);
  if (!preview) return goTo(`${page}?changed=1` as Route);
  if (preview.seen !== seen) return goTo(`${page}?step=preview&changed=1` as Route);
  const postId = await putInCircle(viewer, { id, ...preview.shown, kind, source: note });
  const lived = shareable.canBeAdvisedOn?.(preview.choice);
  if (lived) await askForAdvice(viewer, { id: postId, circleId: preview.seat.id }, lived);
  // What was typed where it is chosen since the preview was made, perhaps in another tab, is not what was shared.
  await viewer.db.$executeRaw`
    delete from drafts old using drafts preview
    where preview.user_id = ${viewer.id}::uuid and preview.key = ${previewKey(sourceId)}
      and old.user_id = preview.user_id and old.key in (${choosingKey(sourceId)}, preview.key)
      and old.typed_at <= preview.typed_at`;
  return goTo(`/circles/${preview.seat.id}#${postId}`);
}
