"use server";
import { notFound } from "next/navigation";
import { formAction, goTo, say } from "@/lib/form-action";
import { answerForm } from "@/lib/merges/schema";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

type Said = "gone" | "away" | "over" | "waiting" | "merged";

/** Says yes to becoming one circle with another. The last yes makes it happen. */
export const likeMerge = formAction(answerForm, async (viewer, { circleId, mergeId }) => {
  switch (await answer(viewer, circleId, mergeId, true)) {
    case "merged":
      return goTo(`/circles/${circleId}/merge`);
    case "over":
      throw new Refusal("This is not offered any more, and nothing was changed.");
    default:
      return say("Thank you. It happens once everybody has said yes.");
  }
});

/** Would rather stay as they are. It ends the offer, and nobody is told who said so. */
export const declineMerge = formAction(answerForm, async (viewer, { circleId, mergeId }) => {
  if ((await answer(viewer, circleId, mergeId, false)) === "merged")
    return goTo(`/circles/${circleId}/merge`);
  return say("Your circle stays as it is. Nobody is told who said so.");
});

async function answer(viewer: Viewer, circleId: string, mergeId: string, likes: boolean): Promise<Said> {
  const [answered] = await viewer.db.$queryRaw<{ said: Said }[]>`
    select app.answer_merge(${circleId}::uuid, ${mergeId}::uuid, ${likes}) as said`;
  if (!answered || answered.said === "gone") notFound();
  if (answered.said === "away")
    throw new Refusal(
      "You are taking a break here, so you are not asked. Come back first, if you would like to answer.",
    );
  return answered.said;
}
