"use server";
import { notFound } from "next/navigation";
import { addDays, columnOf, sayDay } from "@/lib/dates";
import { formAction, say } from "@/lib/form-action";
import { holdGoal } from "@/lib/goals/hold-goal";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { DAYS_BACK } from "@/lib/goals/rules";
import { keepOnce } from "@/lib/keep-once";
import { canRestFrom } from "@/lib/pauses/rules";
import { onePauseForm, pauseForm, resumeForm } from "@/lib/pauses/schema";
import { Refusal } from "@/lib/refusal";

export const pauseGoal = formAction(pauseForm, async (viewer, { id, goalId, from = viewer.today, until }) => {
  await holdGoal(viewer, goalId);
  const endedOn = until && columnOf(addDays(until, 1));
  const holdsItAll = [{ endedOn: null }, ...(endedOn ? [{ endedOn: { gte: endedOn } }] : [])];
  const goal = await viewer.db.goal.findFirst({
    where: { userId: viewer.id, id: goalId, deletedAt: null, finishedAt: null, archivedAt: null },
    select: {
      pauses: { where: { OR: holdsItAll, startedOn: { lte: columnOf(from) } }, select: { id: true } },
    },
  });
  if (!goal) notFound();
  if (!canRestFrom(from, viewer.today)) {
    const where = `from ${DAYS_BACK} days back to a year ahead`;
    throw new Refusal(`A rest begins ${where}. Please choose a day nearer to today.`, "from");
  }
  // Days that all lie in one rest already need no other one.
  if (goal.pauses.length === 0) {
    await keepOnce(
      // A rest that is over is another one.
      { id, userId: viewer.id, goalId, startedOn: columnOf(from), endedOn },
      {
        add: (row) => viewer.db.pause.createMany({ data: row, skipDuplicates: true }),
        find: (row) => viewer.db.pause.count({ where: row }),
      },
    );
    await reckonStrength(viewer, goalId);
  }
  if (from > viewer.today) return say(`It rests from ${sayDay(from, viewer.today)} on.`);
  if (until && until < viewer.today) return say("Those were days of rest. They count against nothing.");
  if (until) return say(`It rests until ${sayDay(until, viewer.today)}.`);
  return say("It rests now. Nothing is expected until you go on.");
});

/** Goes on today. A rest that lies ahead stays. */
export const resumeGoal = formAction(resumeForm, async (viewer, { goalId }) => {
  if (!(await holdGoal(viewer, goalId))) notFound();
  const today = columnOf(viewer.today);
  await viewer.db.pause.updateMany({
    where: {
      userId: viewer.id,
      goalId,
      startedOn: { lte: today },
      OR: [{ endedOn: null }, { endedOn: { gt: today } }],
    },
    data: { endedOn: today },
  });
  await reckonStrength(viewer, goalId);
  return say("Good to see it back. One small step is enough.");
});

/** Takes a rest back, as if it had never been said. Doing it twice is the same as doing it once. */
export const takeRestBack = formAction(onePauseForm, async (viewer, { pauseId }) => {
  const mine = { userId: viewer.id, id: pauseId };
  const pause = await viewer.db.pause.findFirst({ where: mine, select: { goalId: true } });
  if (pause) {
    await holdGoal(viewer, pause.goalId);
    await viewer.db.pause.deleteMany({ where: mine });
    await reckonStrength(viewer, pause.goalId);
  }
  return say("Taken back.");
});
