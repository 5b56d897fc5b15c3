"use server";
import { notFound } from "next/navigation";
import { dayOf, sayDay } from "@/lib/dates";
import { countOnce, type Logged } from "@/lib/efforts/count-once";
import { keepEffort } from "@/lib/efforts/keep-effort";
import { countPlannedForm, effortForm, undoForm } from "@/lib/efforts/schema";
import { formAction, say } from "@/lib/form-action";
import { holdGoal } from "@/lib/goals/hold-goal";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { canLogOn, DAYS_BACK } from "@/lib/goals/rules";
import { oneGoalForm } from "@/lib/goals/schema";
import { sayAmount } from "@/lib/goals/units";
import { whyNoEffort } from "@/lib/halts/rules";
import { effortOfStepGoalId } from "@/lib/learning/goal-of-step";
import { effortOfPlannedId } from "@/lib/planned-steps/effort-of-planned";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

export const logEffort = formAction(effortForm, async (viewer, { id, goalId, day, amount }) => {
  const goal = (await holdGoal(viewer, goalId)) ?? notFound();
  const halted = whyNoEffort(goal);
  if (halted) throw new Refusal(halted);
  if (day && !canLogOn(day, viewer.today)) {
    const why =
      day > viewer.today ? "That day has not come yet." : `That is more than ${DAYS_BACK} days ago.`;
    throw new Refusal(`${why} Choose a day up to today.`, "day");
  }
  const effort = await keepEffort(viewer, { id, goalId, day, amount, usual: goal.usual });
  await reckonStrength(viewer, goalId);
  return sayLogged(viewer, { ...effort, unit: goal.unit });
});

/** Counts a step of a week for its goal: once, for its own day, or for today where that has not come yet. */
export const countPlannedStep = formAction(countPlannedForm, async (viewer, { stepId }) => {
  const step = await viewer.db.plannedStep.findFirst({
    where: { userId: viewer.id, id: stepId, deletedAt: null },
    select: { goalId: true, day: true },
  });
  if (!step) notFound();
  const { goalId } = step;
  if (!goalId) throw new Refusal("This step is for no goal by now, so nothing was counted.");
  const planned = dayOf(step.day);
  const day = planned > viewer.today ? viewer.today : planned;
  if (!canLogOn(day, viewer.today))
    throw new Refusal(`Its day is more than ${DAYS_BACK} days ago, and stays as it was.`);
  // What came of a step of a learning plan may have been counted there.
  const orAny = { id: effortOfStepGoalId(goalId) };
  return sayLogged(viewer, await countOnce(viewer, { id: effortOfPlannedId(stepId), goalId, day, orAny }));
});

/** Counts a step of a learning plan for the goal that it became, as long as nothing else was counted for that. */
export const countGoalOfStep = formAction(oneGoalForm, async (viewer, { goalId }) => {
  const effort = { id: effortOfStepGoalId(goalId), goalId, day: viewer.today, orAny: { goalId } };
  return sayLogged(viewer, await countOnce(viewer, effort));
});

function sayLogged({ today }: Viewer, { day, amount, unit }: Logged) {
  const on = day === today ? "today" : sayDay(day, today);
  return say(amount === 1 ? `Logged for ${on}.` : `${sayAmount(amount, unit)} logged for ${on}.`);
}

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
