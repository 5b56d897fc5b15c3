"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { formAction, goTo } from "@/lib/form-action";
import { holdGoal } from "@/lib/goals/hold-goal";
import { holdGoals, requireRoomForGoal } from "@/lib/goals/room-for-goal";
import { oneGoalForm } from "@/lib/goals/schema";
import { keepRestSince } from "@/lib/halts/keep-rest";
import { type Halting, haltedAt } from "@/lib/halts/rules";
import type { Viewer } from "@/lib/viewer";

export const finishGoal = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const goal = (await holdGoal(viewer, goalId)) ?? notFound();
  if (!goal.finishedAt) {
    await viewer.db.goal.updateMany({
      where: { userId: viewer.id, id: goalId },
      data: { finishedAt: viewer.now },
    });
  }
  return goTo(`/goals?finished=${goalId}`);
});

/** Puts a goal away without finishing it. Nothing of it is lost, and nothing is asked of it. */
export const putGoalAway = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const goal = await holdGoal(viewer, goalId);
  if (!goal || goal.finishedAt) notFound();
  if (!goal.archivedAt) {
    await viewer.db.goal.updateMany({
      where: { userId: viewer.id, id: goalId },
      data: { archivedAt: viewer.now },
    });
  }
  return goTo("/goals#away");
});

/** Takes up a goal that was finished or put away, from where it stood. */
export const takeGoalUpAgain = formAction(oneGoalForm, async (viewer, { goalId }) => {
  await holdGoals(viewer);
  const goal = (await holdGoal(viewer, goalId)) ?? notFound();
  await goOn(viewer, goalId, goal);
  return goTo("/goals");
});

/** Takes back that a goal was finished: what was put away before is away again, and all else goes on. */
export const undoFinish = formAction(oneGoalForm, async (viewer, { goalId }) => {
  await holdGoals(viewer);
  const goal = (await holdGoal(viewer, goalId)) ?? notFound();
  if (!goal.archivedAt) {
    await goOn(viewer, goalId, goal);
    return goTo("/goals");
  }
  await viewer.db.goal.updateMany({ where: { userId: viewer.id, id: goalId }, data: { finishedAt: null } });
  await requireRoomForGoal(viewer, "taken up again");
  return goTo("/goals#away");
});

async function goOn(viewer: Viewer, goalId: string, goal: Halting): Promise<void> {
  const since = haltedAt(goal);
  if (!since) return;
  await viewer.db.goal.updateMany({
    where: { userId: viewer.id, id: goalId },
    data: { finishedAt: null, archivedAt: null, fitsOn: columnOf(viewer.today) },
  });
  await requireRoomForGoal(viewer, "taken up again");
  await keepRestSince(viewer, goalId, since);
}
