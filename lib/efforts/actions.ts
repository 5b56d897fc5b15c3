"use server";
import { notFound } from "next/navigation";
import { columnOf, sayDay } from "@/lib/dates";
import { effortForm, undoForm } from "@/lib/efforts/schema";
import { formAction, say } from "@/lib/form-action";
import { holdGoal } from "@/lib/goals/hold-goal";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { canLogOn, DAYS_BACK } from "@/lib/goals/rules";
import { sayAmount } from "@/lib/goals/units";
import { keepOnce } from "@/lib/keep-once";
import { Refusal } from "@/lib/refusal";

export const logEffort = formAction(
  effortForm,
  async (viewer, { id, goalId, day = viewer.today, amount }) => {
    await holdGoal(viewer, goalId);
    const goal = await viewer.db.goal.findFirst({
      where: { userId: viewer.id, id: goalId, deletedAt: null },
      select: { finishedAt: true, archivedAt: true, unit: true, usual: true },
    });
    if (!goal) notFound();
    if (goal.finishedAt) {
      throw new Refusal("This goal is finished. Take it up again first, and then log what you did.");
    }
    if (goal.archivedAt) {
      throw new Refusal("This goal is put away. Bring it back first, and then log what you did.");
    }
    if (!canLogOn(day, viewer.today)) {
      const why =
        day > viewer.today ? "That day has not come yet." : `That is more than ${DAYS_BACK} days ago.`;
      throw new Refusal(`${why} Choose a day up to today.`, "day");
    }
    const much = amount ?? goal.usual;
    await keepOnce(
      { id, userId: viewer.id, goalId, day: columnOf(day), amount: much },
      {
        add: (row) => viewer.db.effort.createMany({ data: row, skipDuplicates: true }),
        find: (row) => viewer.db.effort.count({ where: row }),
      },
    );
    await reckonStrength(viewer, goalId);
    const on = day === viewer.today ? "today" : sayDay(day, viewer.today);
    return say(much === 1 ? `Logged for ${on}.` : `${sayAmount(much, goal.unit)} logged for ${on}.`);
  },
);

/** Takes an effort out again. Doing it twice is the same as doing it once. */
export const undoEffort = formAction(undoForm, async (viewer, { effortId }) => {
  const mine = { userId: viewer.id, id: effortId };
  const effort = await viewer.db.effort.findFirst({ where: mine, select: { goalId: true } });
  if (effort) {
    await holdGoal(viewer, effort.goalId);
    await viewer.db.effort.deleteMany({ where: mine });
    await reckonStrength(viewer, effort.goalId);
  }
  return say("Taken out again.");
});
