"use server";
import { notFound } from "next/navigation";
import { checkInAsWritten, takeLineBack } from "@/lib/check-ins/check-in-as-written";
import { handBack } from "@/lib/drafts/hand-back";
import { formAction, say } from "@/lib/form-action";
import { hasStep } from "@/lib/meetings/agenda";
import { beAmong, requireMeeting, showOthers, wroteThere } from "@/lib/meetings/require-meeting";
import { isOpen } from "@/lib/meetings/rules";
import { findSeat } from "@/lib/memberships/queries";
import { refuseLinkOfNew } from "@/lib/posts/refuse-link";
import { Refusal } from "@/lib/refusal";
import { takeTurnBackForm, turnDraftKey, writtenTurnForm } from "@/lib/written-turns/schema";

/** Says something in a step of a meeting in writing: once, and changed as often as one likes until it closes. */
export const writeTurn = formAction(
  writtenTurnForm,
  async (viewer, { body, word, need, ...turn }) => {
    const { circleId, meetingId, step } = turn;
    // Words for a circle that one does not sit in any more come back with a sentence.
    if (!(await findSeat(viewer, circleId)))
      throw new Refusal("You are not in this circle any more. Your words are still here.");
    const { meeting, people } = await requireMeeting(viewer, turn);
    if (meeting.kind !== "writing" || !hasStep(meeting.agenda, step)) notFound();
    if (!isOpen(meeting, viewer.now)) throw closedMeanwhile();
    await refuseLinkOfNew(viewer, circleId, { body });
    if (!(await showOthers(viewer, turn))) throw closedMeanwhile();
    await beAmong(viewer, turn, people);
    const mine = { ...turn, authorId: viewer.id };
    if (step === "check_in") {
      const before = await viewer.db.writtenTurn.findFirst({ where: mine, select: { body: true } });
      await checkInAsWritten(viewer, circleId, { word, need, body, before: before?.body ?? null });
    }
    const added = await viewer.db.writtenTurn.createMany({ data: { ...mine, body }, skipDuplicates: true });
    if (added.count === 0)
      await viewer.db.writtenTurn.updateMany({
        where: { ...mine, body: { not: body } },
        data: { body, editedAt: viewer.now },
      });
    await wroteThere(viewer, meetingId);
    return say("Written. Your circle can read it.");
  },
  { verified: true, limit: "reply" },
);

const closedMeanwhile = () =>
  new Refusal(
    "This meeting closed while you wrote. Your words are still here: copy them, and say them on the circle's page if you like.",
  );

/** Takes one's words of a step back. They become a draft once more: that is the way to undo it. */
export const takeTurnBack = formAction(takeTurnBackForm, async (viewer, turn) => {
  const { circleId, meetingId, step } = turn;
  await requireMeeting(viewer, turn);
  const mine = { circleId, meetingId, step, authorId: viewer.id };
  const said = await viewer.db.writtenTurn.findFirst({ where: mine, select: { body: true } });
  if (!said) return;
  await viewer.db.writtenTurn.deleteMany({ where: mine });
  if (step === "check_in") await takeLineBack(viewer, circleId, said.body);
  await showOthers(viewer, turn);
  await handBack(viewer, turnDraftKey(step, meetingId), { body: [said.body] });
  return say("Taken back.");
});
