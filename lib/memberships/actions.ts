"use server";
import { notFound } from "next/navigation";
import { holdCircle } from "@/lib/circles/hold-circle";
import { formAction, goTo, say } from "@/lib/form-action";
import type { MembershipRole } from "@/lib/generated/enums";
import { parseCode } from "@/lib/invitations/code";
import { endInvitations } from "@/lib/invitations/end-invitations";
import { keepHeld } from "@/lib/memberships/keep-held";
import { requireNameMeant } from "@/lib/memberships/own-name";
import { findPair } from "@/lib/memberships/queries";
import {
  canAskToLeave,
  canEndCofacilitator,
  canHandOver,
  canMakeCofacilitator,
  holdsCircle,
} from "@/lib/memberships/rules";
import { circleForm, handOverForm, joinForm, personForm } from "@/lib/memberships/schema";
import { requireSeated, type SeatAnswer } from "@/lib/memberships/seat-answer";
import { Refusal } from "@/lib/refusal";
import { noteAskedToLeave, noteEvent } from "@/lib/security-events/note-event";
import type { Viewer } from "@/lib/viewer";

/** Takes a seat in a circle, by the link of an invitation. */
export const joinCircle = formAction(joinForm, async (viewer, { code, alias, aliasKept }) => {
  requireNameMeant(viewer, { alias, aliasKept });
  const invitation = parseCode(code) ?? notFound();
  const [answer] = await viewer.db.$queryRaw<{ said: SeatAnswer }[]>`
    select app.join_circle(${invitation.circleId}::uuid, ${invitation.secretHash}, ${alias}) as said`;
  if (answer?.said === "gone") {
    throw new Refusal(
      "This invitation no longer works: it may have expired or been used up. Please ask whoever sent it for a new one.",
    );
  }
  requireSeated(answer?.said);
  return goTo(`/circles/${invitation.circleId}`);
});

/** Frees the viewer's seat, without a word to anybody. Where they do not sit (any more), nothing happens. */
export const leaveCircle = formAction(circleForm, async (viewer, { circleId }) => {
  await viewer.db.$executeRaw`select app.leave_circle(${circleId}::uuid)`;
  return goTo("/circles");
});

/**
 * Gives the facilitator's role to somebody else. They are set first: a circle always has one. Whoever gave it and does
 * not stay beside them is not asked to, as long as somebody else can.
 */
export const handOver = formAction(handOverForm, async (viewer, { circleId, alias, afterwards }) => {
  const { me, them } = await holdPair(viewer, circleId, alias);
  if (them.role === "facilitator") return goTo(`/circles/${circleId}`);
  if (!canHandOver(me, them)) notFound();
  requireThere(them);
  await setRole(viewer, circleId, them, "facilitator");
  // It is their turn from now on, where turns go round: those after it follow from there.
  if (them.seat) await viewer.db.rotation.updateMany({ where: { circleId }, data: { seat: them.seat } });
  await setRole(viewer, circleId, me, afterwards);
  if (!(await keepHeld(viewer, circleId, me.userId))) {
    throw new Refusal(
      `Only the two of you can look after this circle just now, so ${them.alias} needs you beside them. Please choose co-facilitator; nothing was changed.`,
      "afterwards",
    );
  }
  return goTo(`/circles/${circleId}`);
});

export const makeCofacilitator = formAction(personForm, async (viewer, { circleId, alias }) => {
  const { me, them } = await holdPair(viewer, circleId, alias);
  if (!holdsCircle(me)) notFound();
  if (them.role !== "cofacilitator") {
    if (!canMakeCofacilitator(me, them)) notFound();
    requireThere(them);
    await setRole(viewer, circleId, them, "cofacilitator");
  }
  return say(`${them.alias} looks after this circle with you now.`);
});

/**
 * The facilitator asks for the role back, or a co-facilitator steps down. Where nobody else is, whoever has been there
 * longest stands beside the facilitator from then on.
 */
export const endCofacilitator = formAction(personForm, async (viewer, { circleId, alias }) => {
  const { me, them } = await holdPair(viewer, circleId, alias);
  if (them.role === "cofacilitator") {
    if (!canEndCofacilitator(me, them)) notFound();
    await setRole(viewer, circleId, them, "member");
    if (!(await keepHeld(viewer, circleId, them.userId))) {
      throw new Refusal(
        "A circle always has somebody beside its facilitator, so that it never stands still, and nobody else can be that just now. Nothing was changed. With a third person here, it can be somebody else.",
      );
    }
  }
  return goTo(me.role === "facilitator" ? `/circles/${circleId}/care` : `/circles/${circleId}`);
});

/**
 * Takes somebody's seat. From their next request on they see nothing of the circle. The invitations that are open
 * end with it: by a link that they know, they would be back with another account.
 */
export const askToLeave = formAction(personForm, async (viewer, { circleId, alias }) => {
  await holdCircle(viewer, circleId);
  const { me, them } = await findPair(viewer, circleId, alias);
  if (!me || !them || !holdsCircle(me)) notFound();
  if (!them.leftAt) {
    if (!canAskToLeave(me, them)) notFound();
    await viewer.db.membership.updateMany({
      where: { circleId, userId: them.userId, leftAt: null },
      data: { leftAt: viewer.now, removedAt: viewer.now, seat: null, role: "member" },
    });
    await keepHeld(viewer, circleId);
    await noteEvent(viewer.db, viewer.id, "asked somebody to leave");
    await noteAskedToLeave(viewer.db, circleId, them.userId);
    await endInvitations(viewer, circleId);
  }
  return goTo(`/circles/${circleId}/care`);
});

/** The viewer and somebody who sits beside them, neither of whom changes until the transaction ends. */
async function holdPair(viewer: Viewer, circleId: string, alias: string) {
  await holdCircle(viewer, circleId);
  const { me, them } = await findPair(viewer, circleId, alias);
  if (!me || !them) notFound();
  if (them.leftAt) throw new Refusal(`${them.alias} is not in this circle any more. Nothing was changed.`);
  return { me, them };
}

/** Nothing is expected of whoever takes a break. */
function requireThere(them: { alias: string; pausedAt: Date | null }): void {
  if (!them.pausedAt) return;
  throw new Refusal(
    `${them.alias} is taking a break, and nothing is expected of them meanwhile. Nothing was changed; once they are back, you can ask them.`,
  );
}

async function setRole(
  viewer: Viewer,
  circleId: string,
  person: { userId: string },
  role: MembershipRole,
): Promise<void> {
  const { count } = await viewer.db.membership.updateMany({
    where: { circleId, userId: person.userId, leftAt: null },
    data: { role },
  });
  if (count === 0) notFound();
}
