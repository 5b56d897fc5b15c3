"use server";
import { notFound } from "next/navigation";
import { holdCircle } from "@/lib/circles/hold-circle";
import { formAction, say } from "@/lib/form-action";
import { secretHashOf } from "@/lib/invitations/code";
import { countRoom } from "@/lib/invitations/queries";
import { canMakeAnother } from "@/lib/invitations/rules";
import { inviteForm, takeBackForm } from "@/lib/invitations/schema";
import { Refusal } from "@/lib/refusal";
import { noteEvent } from "@/lib/security-events/note-event";

/** Makes a link by which others join: for so many people, for so many days. */
export const makeInvitation = formAction(
  inviteForm,
  async (viewer, { id, circleId, people, days }) => {
    if (!(await holdCircle(viewer, circleId))) notFound();
    const made = await viewer.db.invitation.count({ where: { circleId, id } });
    if (made === 0) {
      const { free, live } = await countRoom(viewer, circleId);
      if (free === 0)
        throw new Refusal(
          "All eight seats are taken, so nobody could join by it. Circles stay small so that everyone is heard.",
        );
      if (people > free)
        throw new Refusal(
          free === 1
            ? "One seat is free, so an invitation can be for one person."
            : `${free} seats are free, so an invitation can be for up to ${free} people.`,
          "people",
        );
      if (!canMakeAnother(live))
        throw new Refusal(
          "Eight invitations are open already. Please take one back first, or send one of those.",
        );
      await viewer.db.invitation.createMany({
        data: {
          id,
          circleId,
          madeById: viewer.id,
          tokenHash: secretHashOf({ circleId, id }),
          uses: people,
          expiresAt: new Date(viewer.now.getTime() + days * 86_400_000),
        },
      });
      await noteEvent(viewer.db, viewer.id, "invitation made");
    }
    return say("Your invitation is ready. Send its link to the people you have in mind.");
  },
  { verified: true, limit: "invite" },
);

/** From now on nobody joins by this invitation. Whoever came by it stays. */
export const takeBackInvitation = formAction(takeBackForm, async (viewer, { circleId, invitationId }) => {
  const mine = { circleId, id: invitationId };
  const { count } = await viewer.db.invitation.updateMany({
    where: { ...mine, revokedAt: null },
    data: { revokedAt: viewer.now },
  });
  if (count > 0) await noteEvent(viewer.db, viewer.id, "invitation taken back");
  if (count === 0 && (await viewer.db.invitation.count({ where: mine })) === 0) notFound();
  return say("Taken back. Its link no longer works.");
});
