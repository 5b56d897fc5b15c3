"use server";
import { notFound } from "next/navigation";
import { DEFAULT_AGREEMENTS } from "@/lib/circles/agreements";
import { countCircles } from "@/lib/circles/queries";
import { hasRoomForCircle } from "@/lib/circles/rules";
import { formAction, goTo, say } from "@/lib/form-action";
import { plainEmployer, restsUntil } from "@/lib/matching/rules";
import { acceptForm, declineForm, lookForm, pressedForm } from "@/lib/matching/schema";
import { requireNameMeant } from "@/lib/memberships/own-name";
import { findSeat } from "@/lib/memberships/queries";
import { requireSeated, type SeatAnswer } from "@/lib/memberships/seat-answer";
import { enqueue } from "@/lib/queue";
import { Refusal } from "@/lib/refusal";
import { deriveSecret } from "@/lib/vault";
import type { Viewer } from "@/lib/viewer";

/** Looks for a circle, or says anew for what kind. Whoever waits already keeps their place in line. */
export const lookForCircle = formAction(
  lookForm,
  async (viewer, { employer, forgetEmployer, aliasKept, ...said }) => {
    requireNameMeant(viewer, { alias: said.alias, aliasKept });
    if (!hasRoomForCircle(await countCircles(viewer))) {
      throw new Refusal(
        "You are in three circles, which is as many as one person can be there for. Once you have left one, you can look for another.",
      );
    }
    const userId = viewer.id;
    const kept = {
      ...said,
      ...(employer ? { employerMark: markOf(employer) } : forgetEmployer ? { employerMark: null } : {}),
    };
    const { count } = await viewer.db.wait.createMany({
      data: { ...kept, userId, since: viewer.now },
      skipDuplicates: true,
    });
    if (count === 0) {
      // What was proposed may not fit any more.
      await stepBack(viewer);
      await viewer.db.wait.updateMany({
        where: { userId },
        data: { ...kept, restsUntil: null, silentAt: null },
      });
      await viewer.db.wait.updateMany({ where: { userId, since: null }, data: { since: viewer.now } });
    }
    await enqueue(viewer.db, "match", {});
    return goTo("/circles/find");
  },
  { verified: true, limit: "look for circle" },
);

/** Which employer it is, nobody can tell from it but who guesses the name and holds this installation's secret. */
function markOf(employer: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(deriveSecret("employer", plainEmployer(employer)));
}

/** Waits no longer, and has what was said forgotten. */
export const stopLooking = formAction(
  pressedForm,
  async (viewer) => {
    await stepBack(viewer);
    await viewer.db.wait.deleteMany({ where: { userId: viewer.id } });
    await enqueue(viewer.db, "match", {});
    return goTo("/circles");
  },
  { limit: "about search" },
);

/** Still looks for a circle, after a proposal that went unanswered. */
export const lookOn = formAction(
  pressedForm,
  async (viewer) => {
    await viewer.db.wait.updateMany({
      where: { userId: viewer.id, since: { not: null } },
      data: { silentAt: null, restsUntil: null },
    });
    await enqueue(viewer.db, "match", {});
    return goTo("/circles/find");
  },
  { limit: "about search" },
);

/** Says yes to a circle and to what it agrees on. The fourth yes opens it. */
export const acceptProposal = formAction(
  acceptForm,
  async (viewer, { proposalId, alias, aliasKept, holds }) => {
    requireNameMeant(viewer, { alias, aliasKept });
    const [answer] = await viewer.db.$queryRaw<
      { said: SeatAnswer | "accepted" | "over" | "unverified"; circle: string | null }[]
    >`select said, circle
      from app.accept_proposal(${proposalId}::uuid, ${alias}, ${holds}, ${DEFAULT_AGREEMENTS})`;
    const { said, circle } = answer ?? notFound();
    switch (said) {
      case "accepted":
        return goTo("/circles/find");
      case "over":
        await enqueue(viewer.db, "match", {});
        return goTo("/circles/find?changed=1");
      case "unverified":
        return notFound();
      default:
        requireSeated(said);
        return goTo(`/circles/${circle}`);
    }
  },
  { verified: true },
);

/** Would rather wait for another circle. It costs nothing: not their place in line, and nobody hears why. */
export const waitLonger = formAction(
  declineForm,
  async (viewer, { proposalId }) => {
    const mine = { userId: viewer.id, id: proposalId };
    if ((await viewer.db.proposal.count({ where: mine })) === 0) notFound();
    await viewer.db.$executeRaw`select app.decline_proposal(${proposalId}::uuid, ${restsUntil(viewer.now)})`;
    // The page may be an old one. What came of it meanwhile is looked at last, when it stands still.
    const waits = await viewer.db.wait.count({ where: { userId: viewer.id, since: { not: null } } });
    if (waits === 0) {
      const { circleId } =
        (await viewer.db.proposal.findFirst({ where: mine, select: { circleId: true } })) ?? {};
      return say(
        circleId && (await findSeat(viewer, circleId))
          ? "This circle is open by now, and you have a seat in it, so nothing was changed. You find it among your circles."
          : "You are not looking for a circle any more, so nothing was changed.",
      );
    }
    await enqueue(viewer.db, "match", {});
    return say("You go on waiting, and keep your place in line.");
  },
  { limit: "about search" },
);

/** Is no longer among those to whom something is proposed now. */
async function stepBack(viewer: Viewer): Promise<void> {
  const now = await viewer.db.proposal.findFirst({
    where: { userId: viewer.id, endedAt: null },
    select: { id: true },
  });
  if (now) await viewer.db.$executeRaw`select app.decline_proposal(${now.id}::uuid, null)`;
}
