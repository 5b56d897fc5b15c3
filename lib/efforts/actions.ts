"use server";
import { notFound } from "next/navigation";
import { columnOf, sayDay } from "@/lib/dates";
import { effortForm, undoForm } from "@/lib/efforts/schema";
import { formAction, say } from "@/lib/form-action";
import { canLogOn, DAYS_BACK } from "@/lib/goals/rules";
import { keepOnce } from "@/lib/keep-once";
import { Refusal } from "@/lib/refusal";

export const logEffort = formAction(effortForm, async (viewer, { id, goalId, day = viewer.today }) => {
  const goal = await viewer.db.goal.findFirst({
    where: { userId: viewer.id, id: goalId, deletedAt: null },
    select: { finishedAt: true },
  });
  if (!goal) notFound();
  if (goal.finishedAt) {
    throw new Refusal("This goal is finished. Take it up again first, and then log what you did.");
  }
  if (!canLogOn(day, viewer.today)) {
    const why =
      day > viewer.today ? "That day has not come yet." : `That is more than ${DAYS_BACK} days ago.`;
    throw new Refusal(`${why} Choose a day up to today.`, "day");
  }
  await keepOnce(
    { id, userId: viewer.id, goalId, day: columnOf(day) },
    {
      add: (row) => viewer.db.effort.createMany({ data: row, skipDuplicates: true }),
      find: (row) => viewer.db.effort.count({ where: row }),
    },
  );
  return say(day === viewer.today ? "Logged for today." : `Logged for ${sayDay(day, viewer.today)}.`);
});

/** Takes an effort out again. Doing it twice is the same as doing it once. */
export const undoEffort = formAction(undoForm, async (viewer, { effortId }) => {
  await viewer.db.effort.deleteMany({ where: { userId: viewer.id, id: effortId } });
  return say("Taken out again.");
});
