"use server";
import { notFound } from "next/navigation";
import { columnOf, dayOf, sayDay } from "@/lib/dates";
import { countOnce, type Logged } from "@/lib/efforts/count-once";
import { keepEffort } from "@/lib/efforts/keep-effort";
import { countPlannedForm, effortForm, putBackForm, undoForm } from "@/lib/efforts/schema";
import { formAction, goTo, say } from "@/lib/form-action";
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
  await takeOut(viewer, effortId);
  return say("Taken out again.");
});

/** Takes an effort of some day out of what was logged; the page says how to put it back. */
export const takeEffortOut = formAction(undoForm, async (viewer, { effortId }) => {
  const effort = await takeOut(viewer, effortId);
  if (!effort) return say("It was taken out before.");
  const { goalId, day, amount } = effort;
  return goTo(`/goals/${goalId}?out=${effortId}&day=${dayOf(day)}&amount=${amount}`);
});

/** Puts back what was taken out: it is the same effort again, and there once. */
export const putEffortBack = formAction(putBackForm, async (viewer, { id, goalId, day, amount }) => {
  if (!(await holdGoal(viewer, goalId))) notFound();
  const data = { id, userId: viewer.id, goalId, day: columnOf(day), amount };
  if (!canLogOn(day, viewer.today)) throw new Refusal(`That is more than ${DAYS_BACK} days ago by now.`);
  await viewer.db.effort.createMany({ data, skipDuplicates: true });
  await reckonStrength(viewer, goalId);
  return goTo(`/goals/${goalId}`);
});

async function takeOut(viewer: Viewer, effortId: string) {
  const mine = { userId: viewer.id, id: effortId };
  const select = { goalId: true, day: true, amount: true };
  const effort = await viewer.db.effort.findFirst({ where: mine, select });
  if (effort) {
    await holdGoal(viewer, effort.goalId);
    await viewer.db.effort.deleteMany({ where: mine });
    await reckonStrength(viewer, effort.goalId);
  }
  return effort;
}
