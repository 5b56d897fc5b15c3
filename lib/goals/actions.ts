"use server";
import { notFound } from "next/navigation";
import { columnOf, dayOf } from "@/lib/dates";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import { bringBack } from "@/lib/goals/bring-back";
import { holdGoal, keepFormerRhythm } from "@/lib/goals/hold-goal";
import { keepGoal } from "@/lib/goals/keep-goal";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { requireUnitOfEntries } from "@/lib/goals/require-unit-of-entries";
import { holdGoals, requireRoomForGoal } from "@/lib/goals/room-for-goal";
import { rhythmOf, sayRhythm } from "@/lib/goals/rules";
import { changeForm, goalForm, oneGoalForm, smallerForm } from "@/lib/goals/schema";
import { smaller } from "@/lib/goals/smaller";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, goalId: string) => ({ userId: viewer.id, id: goalId, deletedAt: null });

export const addGoal = formAction(goalForm, async (viewer, goal) => {
  requireAhead(viewer, goal.finishBy);
  await keepGoal(viewer, goal);
  return goTo("/goals");
});

export const changeGoal = formAction(changeForm, async (viewer, { goalId, ...goal }) => {
  const before = await holdGoal(viewer, goalId);
  if (!before) {
    if ((await viewer.db.goal.count({ where: { userId: viewer.id, id: goalId } })) === 0) notFound();
    throw new Refusal(
      "This goal was deleted meanwhile, so nothing was changed. Your words are still here. Bring it back in Goals, then save again.",
    );
  }
  // One that has passed meanwhile stands in the form as it was, and nobody is asked about it.
  if (goal.finishBy?.getTime() !== before.finishBy?.getTime()) requireAhead(viewer, goal.finishBy);
  await requireUnitOfEntries(viewer, goalId, goal.unit);
  await keepFormerRhythm(viewer, goalId, { before, next: goal });
  await viewer.db.goal.updateMany({ where: mine(viewer, goalId), data: goal });
  await reckonStrength(viewer, goalId);
  return say("Changed.");
});

/** A day that is hoped for lies ahead: one that is over was typed by mistake. */
function requireAhead(viewer: Viewer, finishBy: Date | null): void {
  if (finishBy && dayOf(finishBy) < viewer.today)
    throw new Refusal("That day is over. Choose one from today on, or leave it empty.", "finishBy");
}

export const makeSmaller = formAction(smallerForm, async (viewer, { goalId, title, rhythmInWords }) => {
  const held = await holdGoal(viewer, goalId);
  if (!held || held.finishedAt) notFound();
  if (sayRhythm(held) !== rhythmInWords) return say(`It is ${sayRhythm(held)} now.`);
  const done = await viewer.db.effort.aggregate({
    where: { userId: viewer.id, goalId },
    _sum: { amount: true },
  });
  const before = rhythmOf(held);
  const next = smaller({ ...before, total: done._sum.amount ?? 0 });
  if (next.kind === "retitle" && !title) throw new Refusal("Give the smaller version a name.", "title");
  const rhythm = next.kind === "retitle" ? before : { ...before, ...next.rhythm };
  await keepFormerRhythm(viewer, goalId, { before, next: rhythm });
  await viewer.db.goal.updateMany({
    where: mine(viewer, goalId),
    data: {
      ...(next.kind === "retitle" ? { title: title ?? "" } : rhythm),
      fitsOn: columnOf(viewer.today),
    },
  });
  await reckonStrength(viewer, goalId);
  return say(
    next.kind === "retitle" ? "Smaller now. Five minutes count." : `It is ${sayRhythm(next.rhythm)} now.`,
  );
});

/** Says that a goal is right as it is, so that nothing smaller is offered for a while. */
export const keepAsItIs = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const { count } = await viewer.db.goal.updateMany({
    where: mine(viewer, goalId),
    data: { fitsOn: columnOf(viewer.today) },
  });
  if (count === 0) notFound();
  return say("It stays as it is.");
});

export const leaveForAnotherDay = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const { count } = await viewer.db.goal.updateMany({
    where: mine(viewer, goalId),
    data: { notTodayOn: columnOf(viewer.today) },
  });
  if (count === 0) notFound();
  return say("Left for another day.");
});

export const putBackToday = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const { count } = await viewer.db.goal.updateMany({
    where: mine(viewer, goalId),
    data: { notTodayOn: null },
  });
  if (count === 0) notFound();
  return say("It is back among today's steps.");
});

export const deleteGoal = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const { count } = await viewer.db.goal.updateMany({
    where: mine(viewer, goalId),
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.goal.count({ where: { userId: viewer.id, id: goalId } }))) notFound();
  await dropDraftsAbout(viewer, goalId);
  return goTo(`/goals?deleted=${goalId}`);
});

export const bringGoalBack = formAction(oneGoalForm, async (viewer, { goalId }) => {
  await holdGoals(viewer);
  const there = [{ deletedAt: null }, { deletedAt: { gte: undoneUntil(viewer.now) } }];
  if ((await viewer.db.goal.count({ where: { userId: viewer.id, id: goalId, OR: there } })) === 0) notFound();
  await bringBack(viewer, { id: goalId });
  await requireRoomForGoal(viewer, "brought back");
  return goTo("/goals");
});
