"use server";
import { notFound } from "next/navigation";
import { outcomeWords } from "@/lib/commitments/outcomes";
import { markForm, unmarkForm } from "@/lib/commitments/schema";
import { formAction, say } from "@/lib/form-action";

/** Says how a commitment went, during its week or any time later. Another press says something else. */
export const markCommitment = formAction(markForm, async (viewer, { circleId, commitmentId, outcome }) => {
  const mine = { circleId, id: commitmentId, authorId: viewer.id };
  const { count } = await viewer.db.commitment.updateMany({
    where: mine,
    data: { outcome, outcomeAt: viewer.now },
  });
  if (count === 0) notFound();
  return say(`Noted: ${outcomeWords[outcome].toLowerCase()}.`);
});

/** Takes the mark of a commitment off again: it is open, as it was before. */
export const unmarkCommitment = formAction(unmarkForm, async (viewer, { circleId, commitmentId }) => {
  const mine = { circleId, id: commitmentId, authorId: viewer.id };
  const { count } = await viewer.db.commitment.updateMany({
    where: mine,
    data: { outcome: null, outcomeAt: null },
  });
  if (count === 0) notFound();
  return say("It is open again.");
});
