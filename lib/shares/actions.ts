"use server";
import { notFound } from "next/navigation";
import { formAction, goTo } from "@/lib/form-action";
import { freshId } from "@/lib/ids";
import { keepDraft } from "@/lib/keep-draft";
import { findSeat } from "@/lib/memberships/queries";
import { holdPost } from "@/lib/posts/hold-post";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { MOST_CHARACTERS } from "@/lib/posts/schema";
import { Refusal } from "@/lib/refusal";
import { findSetback } from "@/lib/setbacks/queries";
import { isWhole } from "@/lib/setbacks/sealed";
import { findPreview, listPieces } from "@/lib/shares/queries";
import { whatTheCircleSees } from "@/lib/shares/rules";
import { choiceForm, choosingKey, previewKey, shareSetbackForm, valuesOfChoice } from "@/lib/shares/schema";

/** Keeps what the member chose and shows it to them as the circle will see it. Nothing is shared yet. */
export const chooseWhatGoes = formAction(choiceForm, async (viewer, choice) => {
  const { setbackId, circleId } = choice;
  const setback = (await findSetback(viewer, setbackId)) ?? notFound();
  if (!isWhole(setback)) {
    throw new Refusal(
      "Some words of this setback cannot be opened just now, so it cannot be shared. Whoever runs this place can find out why.",
    );
  }
  if (!(await findSeat(viewer, circleId))) {
    throw new Refusal("You are not in that circle any more. Choose another one.", "circleId");
  }
  const { body } = whatTheCircleSees(setback, choice, viewer.today, await listPieces(viewer, setbackId));
  if (body.length > MOST_CHARACTERS) {
    throw new Refusal(
      `A circle reads up to ${MOST_CHARACTERS.toLocaleString("en")} characters. Please choose what matters most.`,
      choice.piece.length > 0 ? "piece" : "words",
    );
  }
  // Each preview is of a post of its own: what was shared already is not shared over.
  const values = { id: [freshId()], ...valuesOfChoice(choice) };
  const kept = await keepDraft(viewer, { key: previewKey(setbackId), values });
  if (kept !== "kept") {
    throw new Refusal(
      "There is no room for a preview: so many other forms of yours hold words that were not sent. Send one of them, or start it afresh, and then try again. Everything you chose is still here.",
    );
  }
  return goTo(`/setbacks/${setbackId}/share?step=preview`);
});

/** Shares exactly what the preview showed. When the setback changed meanwhile, the preview is shown again. */
export const shareSetback = formAction(
  shareSetbackForm,
  async (viewer, { id, setbackId, seen }) => {
    const setback = (await findSetback(viewer, setbackId)) ?? notFound();
    // A second press waits for the first, and then finds it done.
    await holdPost(viewer, id, "alone");
    const earlier = await viewer.db.share.findFirst({
      where: { userId: viewer.id, postId: id, setbackId },
      select: { circleId: true },
    });
    if (earlier) return goTo(`/circles/${earlier.circleId}#${id}`);

    const preview = await findPreview(viewer, setback);
    if (!preview) return goTo(`/setbacks/${setbackId}/share?changed=1`);
    if (preview.seen !== seen) return goTo(`/setbacks/${setbackId}/share?step=preview&changed=1`);
    const postId = await putInCircle(viewer, {
      id,
      ...preview.shown,
      kind: "setback",
      source: { setbackId },
    });
    await viewer.db.draft.deleteMany({
      where: { userId: viewer.id, key: { in: [choosingKey(setbackId), previewKey(setbackId)] } },
    });
    return goTo(`/circles/${preview.seat.id}#${postId}`);
  },
  { verified: true, limit: "share" },
);
