"use server";
import { comeBack, pauseSeat } from "@/lib/absences/pause-seat";
import { pauseSeatForm, seatForm } from "@/lib/absences/schema";
import { formAction, goTo, say } from "@/lib/form-action";
import { refuseLinkOfNew } from "@/lib/posts/refuse-link";

/** Asked how they are, a member is fine. It counts as heard. */
export const sayFine = formAction(seatForm, async (viewer, { circleId }) => {
  await comeBack(viewer, circleId);
  return goTo(`/circles/${circleId}`);
});

/** Pauses the viewer's own seat, or says something else about a pause that goes on. */
export const takeBreak = formAction(pauseSeatForm, async (viewer, { circleId, line }) => {
  await refuseLinkOfNew(viewer, circleId, { line });
  await pauseSeat(viewer, circleId, line);
  return say("Your seat waits for you. Nothing is expected meanwhile.");
});

/** Ends a pause. */
export const endBreak = formAction(seatForm, async (viewer, { circleId }) => {
  await comeBack(viewer, circleId);
  return goTo(`/circles/${circleId}`);
});

/** Frees the viewer's seat, without a word to anybody. Where they do not sit (any more), nothing happens. */
export const letMeGo = formAction(seatForm, async (viewer, { circleId }) => {
  await viewer.db.$executeRaw`select app.leave_circle(${circleId}::uuid)`;
  return goTo("/circles/let-go");
});
