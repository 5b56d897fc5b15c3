"use server";
import { notFound } from "next/navigation";
import { addDays, columnOf, type Day, dayOf, mondayOf, sayDay } from "@/lib/dates";
import { derivedId } from "@/lib/derived-id";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import { holdStill } from "@/lib/hold-still";
import {
  bringStepBack,
  inWeek,
  keepPlannedStep,
  requireRoomForStep,
  requireRoomInWeek,
  sealStep,
} from "@/lib/planned-steps/keep-planned-step";
import { dayTakenTo, isAhead } from "@/lib/planned-steps/rules";
import {
  changeStepForm,
  markForm,
  moveForm,
  oneStepForm,
  stepForm,
  weekForm,
} from "@/lib/planned-steps/schema";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, id: string) => ({ userId: viewer.id, id, deletedAt: null });

export const planStep = formAction(stepForm, async (viewer, step) => {
  requireAhead(viewer, step.day, "day");
  const id = await keepPlannedStep(viewer, { ...step, ...(await whatOf(viewer, step)) });
  return say(`Planned for ${sayDay(step.day, viewer.today)}.`, `step-${id}`);
});

export const changePlannedStep = formAction(changeStepForm, async (viewer, { stepId: id, ...step }) => {
  const said = { ...step, ...(await whatOf(viewer, step)) };
  await holdStill(viewer, "planned steps");
  await requireAheadOrThere(viewer, id, said.day);
  const { count } = await viewer.db.plannedStep.updateMany({
    where: mine(viewer, id),
    data: { ...said, ...sealStep(viewer, { ...said, id }), day: columnOf(said.day) },
  });
  if (count === 0) {
    if ((await viewer.db.plannedStep.count({ where: { userId: viewer.id, id } })) === 0) notFound();
    throw new Refusal(
      "This step was deleted meanwhile, so nothing was changed. Your words are still here. Bring it back in your week, then save again.",
    );
  }
  await requireRoomInWeek(viewer, said.day);
  return goTo(`/week?of=${said.day}`);
});

/** What is to be done, and for which goal: its name says it where no words do, and one that is gone is left out. */
async function whatOf(viewer: Viewer, { words, goalId }: { words: string | null; goalId: string | null }) {
  const goal = goalId
    ? await viewer.db.goal.findFirst({ where: mine(viewer, goalId), select: { id: true, title: true } })
    : null;
  const what = words ?? goal?.title;
  if (!what)
    throw new Refusal("That goal is not there any more. Write in words what you mean to do.", "words");
  return { words: what, goalId: goal?.id ?? null };
}

export const movePlannedStep = formAction(moveForm, async (viewer, { stepId, day }) => {
  await holdStill(viewer, "planned steps");
  await requireAheadOrThere(viewer, stepId, day);
  const { count } = await viewer.db.plannedStep.updateMany({
    where: mine(viewer, stepId),
    data: { day: columnOf(day) },
  });
  if (count === 0) notFound();
  await requireRoomInWeek(viewer, day);
  return say(`Moved to ${sayDay(day, viewer.today)}.`, `step-${stepId}`);
});

/** Done or not: nothing more is said of it. */
export const markPlannedStep = formAction(markForm, async (viewer, { stepId, done }) => {
  const { count } = await viewer.db.plannedStep.updateMany({
    where: { ...mine(viewer, stepId), ...(done === "yes" && { doneAt: null }) },
    data: { doneAt: done === "yes" ? viewer.now : null },
  });
  if (count === 0 && !(await viewer.db.plannedStep.count({ where: mine(viewer, stepId) }))) notFound();
  return say(done === "yes" ? "Done." : "Open again.");
});

/**
 * Moves what is open on the days that are over of the week before into this one. Pressed twice, nothing is left to
 * move.
 */
export const takeLastWeekAlong = formAction(weekForm, async (viewer, { week }) => {
  requireAhead(viewer, week);
  await holdStill(viewer, "planned steps");
  await viewer.db.$executeRaw`
    update planned_steps set day = greatest(day + 7, ${viewer.today}::date)
    where user_id = ${viewer.id}::uuid and deleted_at is null and done_at is null
      and day < ${viewer.today}::date and day between ${addDays(mondayOf(week), -7)}::date and ${addDays(mondayOf(week), -1)}::date`;
  await requireRoomInWeek(viewer, week);
  return say("Taken along.");
});

/**
 * Plans once more what the week before held. A step is copied into a week once, however often this is pressed; deleted
 * since, it is there again.
 */
export const copyLastWeek = formAction(weekForm, async (viewer, { week }) => {
  requireAhead(viewer, week);
  await holdStill(viewer, "planned steps");
  const { open } = viewer.words;
  const monday = mondayOf(week);
  const rows = await viewer.db.plannedStep.findMany({
    where: inWeek(viewer, week, -1),
    select: { id: true, words: true, place: true, day: true, time: true, minutes: true, goalId: true },
  });
  const copies = rows.map(({ id: from, words, place, day, ...row }) => {
    const id = derivedId(from, `copied to ${monday}`);
    const said = {
      words: open("planned_steps.words", from, words),
      place: open("planned_steps.place", from, place),
    };
    const onDay = columnOf(dayTakenTo(dayOf(day), viewer.today));
    return { ...row, id, ...sealStep(viewer, { id, ...said }), day: onDay, userId: viewer.id };
  });
  const { count: made } = await viewer.db.plannedStep.createMany({ data: copies, skipDuplicates: true });
  const back = await viewer.db.$executeRaw`
    update planned_steps step set deleted_at = null, done_at = null, day = copy.day
    from unnest(${copies.map(({ id }) => id)}::uuid[], ${copies.map(({ day }) => day)}::date[]) copy (id, day)
    where step.user_id = ${viewer.id}::uuid and step.id = copy.id and step.deleted_at is not null`;
  await requireRoomForStep(viewer, week);
  if (made + back > 0) return say("Copied. Each can be changed, moved or deleted.");
  return say("Nothing was added: what the week before held was copied already.");
});

/** Nothing is planned into a week that is over. */
function requireAhead(viewer: Viewer, week: Day, field?: "day"): void {
  if (isAhead(mondayOf(week), viewer.today)) return;
  const then = field ? "Choose a day of this week, or a later one." : "Open this week, and press it there.";
  throw new Refusal(`That week is over by now. ${then}`, field);
}

/** A step of a week that is over may stand on another day of it, and comes into no other one. */
async function requireAheadOrThere(viewer: Viewer, id: string, day: Day): Promise<void> {
  const step = await viewer.db.plannedStep.findFirst({ where: mine(viewer, id), select: { day: true } });
  if (step && mondayOf(dayOf(step.day)) !== mondayOf(day)) requireAhead(viewer, day, "day");
}

export const deletePlannedStep = formAction(oneStepForm, async (viewer, { stepId }) => {
  const step = await viewer.db.plannedStep.findFirst({
    where: { userId: viewer.id, id: stepId },
    select: { day: true },
  });
  if (!step) notFound();
  await viewer.db.plannedStep.updateMany({ where: mine(viewer, stepId), data: { deletedAt: viewer.now } });
  await dropDraftsAbout(viewer, stepId);
  return goTo(`/week?of=${dayOf(step.day)}&deleted=${stepId}`);
});

export const bringPlannedStepBack = formAction(oneStepForm, async (viewer, { stepId }) => {
  const day = await bringStepBack(viewer, stepId, "brought back", undoneUntil(viewer.now));
  return day ? goTo(`/week?of=${day}`) : notFound();
});
