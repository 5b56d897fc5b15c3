"use server";
import { notFound } from "next/navigation";
import { dayIn } from "@/lib/dates";
import { formAction, say } from "@/lib/form-action";
import { oneGoalForm } from "@/lib/goals/schema";
import { helpedForm } from "@/lib/helped/schema";
import { jarIdOf } from "@/lib/jar/jar-id";
import { putInJarFromElsewhere } from "@/lib/jar/put-in-jar";
import { Refusal } from "@/lib/refusal";

/** Keeps what helped with a goal, or that nobody wants to say; either way it is not asked again. */
export const sayWhatHelped = formAction(helpedForm, async (viewer, { goalId, helped }) => {
  const { count } = await viewer.db.goal.updateMany({
    where: { userId: viewer.id, id: goalId, deletedAt: null },
    data: {
      helpedAt: viewer.now,
      // What was said stays when nothing is said.
      ...(helped && { helped: viewer.words.seal("goals.helped", goalId, helped) }),
    },
  });
  if (count === 0) notFound();
  return say(helped ? "Kept. It stands with the goal." : "That is fine.");
});

/** Puts what helped into the evidence jar. Put in again, it is the same one thing. */
export const putWhatHelpedInJar = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const goal = await viewer.db.goal.findFirst({
    where: { userId: viewer.id, id: goalId, deletedAt: null },
    select: { title: true, helped: true, helpedAt: true },
  });
  if (!goal) notFound();
  if (!goal.helped) throw new Refusal("There are no words here yet. Write down what helped, then keep it.");
  await putInJarFromElsewhere(viewer, {
    id: jarIdOf(goalId),
    words: viewer.words.open("goals.helped", goalId, goal.helped),
    origin: `What helped: ${goal.title}`,
    day: dayIn(viewer.timeZone, goal.helpedAt ?? viewer.now),
  });
  return say("It is in your evidence jar.");
});
