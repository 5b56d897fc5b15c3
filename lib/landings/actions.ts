"use server";
import type { Route } from "next";
import { notFound } from "next/navigation";
import { formAction, goTo, say } from "@/lib/form-action";
import { freshId } from "@/lib/ids";
import { keepDraft } from "@/lib/keep-draft";
import { landForm, landingForm, thanksForm, thanksPreviewKey } from "@/lib/landings/schema";
import { findSeat } from "@/lib/memberships/queries";
import { circleForm } from "@/lib/memberships/schema";
import { requireSeated, type SeatAnswer } from "@/lib/memberships/seat-answer";
import { putInCircle } from "@/lib/posts/put-in-circle";
import { Refusal } from "@/lib/refusal";

/** Keeps a thank-you and shows it as the circle will see it. Nothing is sent yet. */
export const lookAtThanks = formAction(thanksForm, async (viewer, { circleId, words }) => {
  if (!(await findSeat(viewer, circleId))) notFound();
  const kept = await keepDraft(viewer, {
    key: thanksPreviewKey(circleId),
    values: { id: [freshId()], words: [words] },
  });
  if (kept !== "kept") {
    throw new Refusal(
      "There is no room to show it: so many other forms of yours hold words that were not sent. Send one of them, or start it afresh, and then try again. Your words are still here.",
    );
  }
  return goTo(`/circles/${circleId}/land?step=look` as Route);
});

/** Where somebody who landed comes to. */
const LANDED = "/circles?landed=1" as Route;

/** Thanks the circle, in the words that were looked at, and then stays or frees the seat. */
export const land = formAction(
  landForm,
  async (viewer, { id, circleId, words, afterwards, shown, supports }) => {
    if (!(await findSeat(viewer, circleId))) {
      // Sent a second time, they have landed already.
      const landed = await viewer.db.landing.count({ where: { circleId, userId: viewer.id } });
      return landed > 0 ? goTo(LANDED) : notFound();
    }
    if (words) {
      if (!viewer.verifiedAt) {
        throw new Refusal(
          "Please confirm your e-mail address first, so that your words can go to the circle: the mail we sent you tells how, and Settings sends it again. Your words are still here.",
        );
      }
      await putInCircle(viewer, { id, circleId, kind: "win", need: null, body: words, details: [] });
    }
    await viewer.db.draft.deleteMany({ where: { userId: viewer.id, key: thanksPreviewKey(circleId) } });
    if (afterwards === "stay") return goTo(`/circles/${circleId}`);
    await viewer.db.$queryRaw`select app.land(${circleId}::uuid, ${shown}, ${supports})`;
    return goTo(LANDED);
  },
  { limit: "share" },
);

/** Sits down again where the viewer landed, as the one they were there. */
export const returnToCircle = formAction(circleForm, async (viewer, { circleId }) => {
  const [answer] = await viewer.db.$queryRaw<{ said: SeatAnswer }[]>`
    select app.return_to_circle(${circleId}::uuid) as said`;
  if (answer?.said === "full") {
    throw new Refusal(
      "All eight seats are taken just now. You are as welcome as you were: try again when somebody else has landed.",
    );
  }
  if (answer?.said === "alias") {
    throw new Refusal(
      "Somebody there is called what you were called. By an invitation you can come back under another name.",
    );
  }
  requireSeated(answer?.said);
  return goTo(`/circles/${circleId}`);
});

/** Says anew what a circle sees of the viewer's landing. */
export const sayWhoSees = formAction(landingForm, async (viewer, { circleId, shown, supports }) => {
  const mine = { circleId, userId: viewer.id };
  const { count } = await viewer.db.landing.updateMany({
    where: mine,
    data: { shownAt: shown ? viewer.now : null, supportAt: supports ? viewer.now : null },
  });
  if (count === 0) notFound();
  return say(shown ? "The circle sees that you landed." : "The circle is not told.");
});
