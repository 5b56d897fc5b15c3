"use server";
import { notFound } from "next/navigation";
import { addDays, columnOf, dayOf, sayDay } from "@/lib/dates";
import { formAction, say } from "@/lib/form-action";
import { holdGoal } from "@/lib/goals/hold-goal";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { DAYS_BACK } from "@/lib/goals/rules";
import { haltedAt } from "@/lib/halts/rules";
import { keepOnce } from "@/lib/keep-once";
import { canRestFrom, MOST_RESTS } from "@/lib/pauses/rules";
import { onePauseForm, pauseForm, resumeForm } from "@/lib/pauses/schema";
import { Refusal } from "@/lib/refusal";
import { requireRoom } from "@/lib/require-room";
import type { Viewer } from "@/lib/viewer";

export const pauseGoal = formAction(pauseForm, async (viewer, { id, goalId, from = viewer.today, until }) => {
  const goal = await holdGoal(viewer, goalId);
  if (!goal || haltedAt(goal)) notFound();
  if (!canRestFrom(from, viewer.today)) {
    const where = `from ${DAYS_BACK} days back to a year ahead`;
    throw new Refusal(`A rest begins ${where}. Please choose a day nearer to today.`, "from");
  }
  const startedOn = columnOf(from);
  const endedOn = until && columnOf(addDays(until, 1));
  const ofGoal = { userId: viewer.id, goalId };
  // Whoever says until when it rests from today on, says so of a rest that goes on as well. Who plans a rest ahead does
  // not: what rests until they go on is theirs to end.
  if (endedOn && from <= viewer.today && until >= viewer.today) {
    await viewer.db.pause.updateMany({
      where: { ...ofGoal, endedOn: null, startedOn: { lt: endedOn } },
      data: { endedOn },
    });
  }
  // What rests on all of these days needs no other rest, unless that is this one, sent again.
  const already = await viewer.db.pause.findFirst({
    where: {
      ...ofGoal,
      id: { not: id },
      startedOn: { lte: startedOn },
      OR: [{ endedOn: null }, ...(endedOn ? [{ endedOn: { gte: endedOn } }] : [])],
    },
    select: { endedOn: true },
    orderBy: { endedOn: { sort: "desc", nulls: "first" } },
  });
  if (!already) {
    await keepOnce(
      // A rest that is over is another one.
      { id, ...ofGoal, startedOn, endedOn },
      {
        add: (row) => viewer.db.pause.createMany({ data: row, skipDuplicates: true }),
        find: (row) => viewer.db.pause.count({ where: row }),
      },
    );
    await requireRoomForRest(viewer, goalId);
  }
  await reckonStrength(viewer, goalId);
  if (from > viewer.today && already)
    return say(
      already.endedOn ? "It rests on those days already." : "It rests then already, until you go on.",
    );
  if (from > viewer.today) return say(`It rests from ${sayDay(from, viewer.today)} on.`);
  if (until && until < viewer.today) return say("Those were days of rest. They count against nothing.");
  if (until) return say(`It rests until ${sayDay(until, viewer.today)}.`);
  return say("It rests now. Nothing is expected until you go on.");
});

/** Rests of long ago are no page's any more, and cannot be taken back: they are not counted. */
async function requireRoomForRest(viewer: Viewer, goalId: string): Promise<void> {
  const lately = columnOf(addDays(viewer.today, -DAYS_BACK));
  const kept = await viewer.db.pause.count({
    where: { userId: viewer.id, goalId, OR: [{ endedOn: null }, { endedOn: { gte: lately } }] },
  });
  requireRoom(kept, MOST_RESTS, "rests of this goal");
}

/**
 * Goes on today. A rest that lies ahead stays, and is told of: it may have been planned, or be the one that began on a
 * day that where its member is now has not come yet.
 */
export const resumeGoal = formAction(resumeForm, async (viewer, { goalId }) => {
  if (!(await holdGoal(viewer, goalId))) notFound();
  const today = columnOf(viewer.today);
  // A rest that began today was none.
  await viewer.db.pause.deleteMany({ where: { userId: viewer.id, goalId, startedOn: today } });
  await viewer.db.pause.updateMany({
    where: {
      userId: viewer.id,
      goalId,
      startedOn: { lt: today },
      OR: [{ endedOn: null }, { endedOn: { gt: today } }],
    },
    data: { endedOn: today },
  });
  await reckonStrength(viewer, goalId);
  const ahead = await viewer.db.pause.findFirst({
    where: { userId: viewer.id, goalId, startedOn: { gt: today } },
    select: { startedOn: true },
    orderBy: { startedOn: "asc" },
  });
  const again =
    ahead &&
    ` From ${sayDay(dayOf(ahead.startedOn), viewer.today)} on it rests again, unless you take that back.`;
  return say(`Good to see it back. One small step is enough.${again ?? ""}`);
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
