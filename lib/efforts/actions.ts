"use server";
import { notFound } from "next/navigation";
import { sayDay } from "@/lib/dates";
import { keepEffort } from "@/lib/efforts/keep-effort";
import { effortForm, undoForm } from "@/lib/efforts/schema";
import { formAction, say } from "@/lib/form-action";
import { holdGoal } from "@/lib/goals/hold-goal";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { canLogOn, DAYS_BACK } from "@/lib/goals/rules";
import { sayAmount } from "@/lib/goals/units";
import { whyNoEffort } from "@/lib/halts/rules";
import { Refusal } from "@/lib/refusal";

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
  const on = effort.day === viewer.today ? "today" : sayDay(effort.day, viewer.today);
  const { amount: much } = effort;
  return say(much === 1 ? `Logged for ${on}.` : `${sayAmount(much, goal.unit)} logged for ${on}.`);
});

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
