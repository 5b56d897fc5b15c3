"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import { holdGoal } from "@/lib/goals/hold-goal";
import { keepGoal } from "@/lib/goals/keep-goal";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { askColumns, sayAsk } from "@/lib/goals/rules";
import { changeForm, goalForm, oneGoalForm, smallerForm } from "@/lib/goals/schema";
import { smaller } from "@/lib/goals/smaller";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, goalId: string) => ({ userId: viewer.id, id: goalId, deletedAt: null });

export const addGoal = formAction(goalForm, async (viewer, goal) => {
  await keepGoal(viewer, goal);
  return goTo("/goals");
});

export const changeGoal = formAction(changeForm, async (viewer, { goalId, ...goal }) => {
  if (!(await holdGoal(viewer, goalId))) {
    if ((await viewer.db.goal.count({ where: { userId: viewer.id, id: goalId } })) === 0) notFound();
    throw new Refusal(
      "This goal was deleted meanwhile, so nothing was changed. Your words are still here. Bring it back in Goals, then save again.",
    );
  }
  await viewer.db.goal.updateMany({ where: mine(viewer, goalId), data: goal });
  await reckonStrength(viewer, goalId);
  return say("Changed.");
});

export const makeSmaller = formAction(smallerForm, async (viewer, { goalId, title, asks }) => {
  await holdGoal(viewer, goalId);
  const goal = await viewer.db.goal.findFirst({
    where: { ...mine(viewer, goalId), finishedAt: null },
    select: askColumns,
  });
  if (!goal) notFound();
  if (sayAsk(goal) !== asks) return say(`It is ${sayAsk(goal)} now.`);
  const done = await viewer.db.effort.aggregate({
    where: { userId: viewer.id, goalId },
    _sum: { amount: true },
  });
  const next = smaller({ ...goal, total: done._sum.amount ?? 0 });
  if (next.kind === "retitle" && !title) throw new Refusal("Give the smaller version a name.", "title");
  await viewer.db.goal.updateMany({
    where: mine(viewer, goalId),
    data: {
      ...(next.kind === "retitle" ? { title: title ?? "" } : { ...goal, ...next.ask }),
      fitsOn: columnOf(viewer.today),
    },
  });
  await reckonStrength(viewer, goalId);
  return say(next.kind === "retitle" ? "Smaller now. Five minutes count." : `It is ${sayAsk(next.ask)} now.`);
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

export const finishGoal = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const { count } = await viewer.db.goal.updateMany({
    where: { ...mine(viewer, goalId), finishedAt: null },
    data: { finishedAt: viewer.now, archivedAt: null },
  });
  if (count === 0 && !(await viewer.db.goal.count({ where: mine(viewer, goalId) }))) notFound();
  return goTo(`/goals?finished=${goalId}`);
});

export const takeGoalUpAgain = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const { count } = await viewer.db.goal.updateMany({
    where: mine(viewer, goalId),
    data: { finishedAt: null },
  });
  if (count === 0) notFound();
  return goTo("/goals");
});

/** Puts a goal away without finishing it. Nothing of it is lost, and nothing is asked of it. */
export const putGoalAway = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const there = { ...mine(viewer, goalId), finishedAt: null };
  const { count } = await viewer.db.goal.updateMany({
    where: { ...there, archivedAt: null },
    data: { archivedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.goal.count({ where: there }))) notFound();
  return goTo("/goals#away");
});

export const takeGoalOutAgain = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const { count } = await viewer.db.goal.updateMany({
    where: mine(viewer, goalId),
    data: { archivedAt: null, fitsOn: columnOf(viewer.today) },
  });
  if (count === 0) notFound();
  return goTo("/goals");
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
  await viewer.db.goal.updateMany({
    where: { userId: viewer.id, id: goalId, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  if ((await viewer.db.goal.count({ where: mine(viewer, goalId) })) === 0) notFound();
  return goTo("/goals");
});
