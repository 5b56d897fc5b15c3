"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { formAction, say } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { pauseForm, resumeForm } from "@/lib/pauses/schema";

export const pauseGoal = formAction(pauseForm, async (viewer, { id, goalId }) => {
  const goal = await viewer.db.goal.findFirst({
    where: { userId: viewer.id, id: goalId, deletedAt: null, finishedAt: null },
    select: { pauses: { where: { endedOn: null }, select: { id: true } } },
  });
  if (!goal) notFound();
  if (goal.pauses.length === 0) {
    await keepOnce(
      // A rest that is over is another one.
      { id, userId: viewer.id, goalId, startedOn: columnOf(viewer.today), endedOn: null },
      {
        add: (row) => viewer.db.pause.createMany({ data: row, skipDuplicates: true }),
        find: (row) => viewer.db.pause.count({ where: row }),
      },
    );
  }
  return say("It rests now. Nothing is expected until you go on.");
});

export const resumeGoal = formAction(resumeForm, async (viewer, { goalId }) => {
  const owned = await viewer.db.goal.count({ where: { userId: viewer.id, id: goalId, deletedAt: null } });
  if (owned === 0) notFound();
  await viewer.db.pause.updateMany({
    where: { userId: viewer.id, goalId, endedOn: null },
    data: { endedOn: columnOf(viewer.today) },
  });
  return say("Good to see it back. One small step is enough.");
});
