"use server";
import { notFound } from "next/navigation";
import { pauseSeat } from "@/lib/absences/pause-seat";
import { formAction, goTo, say } from "@/lib/form-action";
import { circleForm } from "@/lib/memberships/schema";

/** Stays for twelve weeks more. Pressed twice, or before anybody asked, nothing changes. */
export const renewTerm = formAction(circleForm, async (viewer, { circleId }) => {
  const [answer] = await viewer.db.$queryRaw<{ sits: boolean }[]>`
    select app.renew_term(${circleId}::uuid) as sits`;
  if (!answer?.sits) notFound();
  return say("Good that you stay.");
});

/** Rests: the seat waits. */
export const restFromCircle = formAction(circleForm, async (viewer, { circleId }) => {
  await pauseSeat(viewer, circleId);
  await viewer.db.nudge.updateMany({
    where: { userId: viewer.id, circleId, kind: "term-ends", doneAt: null },
    data: { doneAt: viewer.now },
  });
  return goTo(`/circles/${circleId}`);
});
