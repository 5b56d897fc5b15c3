"use server";
import { notFound } from "next/navigation";
import { addDays, mondayOf } from "@/lib/dates";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import { bringBack } from "@/lib/goals/bring-back";
import { keepGoal } from "@/lib/goals/keep-goal";
import { holdGoals, requireRoomForGoal } from "@/lib/goals/room-for-goal";
import { keepOnce } from "@/lib/keep-once";
import { goalOfStepId, plannedOfStepId } from "@/lib/learning/goal-of-step";
import { findLearningPlan } from "@/lib/learning/queries";
import { holdLearningPlans, requireRoomForLearningPlan } from "@/lib/learning/room-for-plan";
import { dayInWeek, goalOf, goalOfStep, STEPS } from "@/lib/learning/rules";
import {
  changeLearningPlanForm,
  detailsText,
  finishLines,
  learningPlanForm,
  oneLearningPlanForm,
  oneStepForm,
  stepForm,
  stepsIn,
} from "@/lib/learning/schema";
import { requireDayForLearning } from "@/lib/phases/require-day-for-learning";
import { bringStepBack, keepPlannedStep } from "@/lib/planned-steps/keep-planned-step";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, id: string) => ({ userId: viewer.id, id, deletedAt: null });

type Words = { skill: string; steps: string[]; stepDetails: string | null };

const sealed = ({ words: { seal } }: Viewer, id: string, { skill, steps, stepDetails }: Words) => ({
  skill: seal("learning_plans.skill", id, skill),
  steps: seal("learning_plans.steps", id, JSON.stringify(steps)),
  stepDetails: seal("learning_plans.step_details", id, stepDetails),
});

export const beginLearningPlan = formAction(
  learningPlanForm,
  async (viewer, { id, goalId, makeGoal, ...said }) => {
    await requireDayForLearning(viewer);
    await holdLearningPlans(viewer);
    const words = { skill: said.skill, steps: stepsIn(said), stepDetails: detailsText(said) };
    const goal = makeGoal ? await keepGoal(viewer, { id: goalId, ...goalOf(said.skill) }) : null;
    // Sealed to the row under which it is kept in the end.
    const inPlace = <R extends Words & { id: string }>(row: R) => ({
      ...row,
      ...sealed(viewer, row.id, row),
    });
    const told = { id, userId: viewer.id, goalId: goal, ...words, ...finishLines(said) };
    const kept = await keepOnce(told, {
      add: (row) => viewer.db.learningPlan.createMany({ data: inPlace(row), skipDuplicates: true }),
      // Deleted meanwhile and sent again, it is there again.
      find: async (row) =>
        (await viewer.db.learningPlan.updateMany({ where: inPlace(row), data: { deletedAt: null } })).count,
    });
    await requireRoomForLearningPlan(viewer);
    return goTo(`/learning/${kept.id}`);
  },
);

export const changeLearningPlan = formAction(
  changeLearningPlanForm,
  async (viewer, { learningPlanId: id, ...said }) => {
    if ((await viewer.db.learningPlan.count({ where: { userId: viewer.id, id } })) === 0) notFound();
    await requireDayForLearning(viewer);
    const steps = stepsIn(said);
    const words = sealed(viewer, id, { skill: said.skill, steps, stepDetails: detailsText(said) });
    const emptied = Array.from({ length: STEPS }, (_, place) => place).filter((place) => !steps[place]);
    const { by1, by2, by3 } = finishLines(said);
    // A step that is not there any more is not done either.
    const changed = await viewer.db.$executeRaw`
      update learning_plans set skill = ${words.skill}, steps = ${words.steps},
        step_details = ${words.stepDetails}, by1 = ${by1}::date, by2 = ${by2}::date, by3 = ${by3}::date,
        done_steps = array(select place from unnest(done_steps) place where place <> all (${emptied}::smallint[]))
      where user_id = ${viewer.id}::uuid and id = ${id}::uuid and deleted_at is null`;
    if (changed === 0) {
      throw new Refusal(
        "This was deleted meanwhile, so nothing was changed. Your words are still here. Bring it back in Learning, then save again.",
      );
    }
    return say("Changed.");
  },
);

export const tickStep = formAction(stepForm, async (viewer, { learningPlanId: id, place, done }) => {
  const ticked = await viewer.db.$executeRaw`
    update learning_plans set done_steps = array_remove(done_steps, ${place}::smallint)
      || case when ${done === "yes"} then array[${place}::smallint] else '{}' end
    where user_id = ${viewer.id}::uuid and id = ${id}::uuid and deleted_at is null`;
  if (ticked === 0) notFound();
  return say(done === "yes" ? "Done. That counts." : "Not done yet. That is fine.");
});

/** A step put into a week of so many weeks ago may still be on its way through the weeks. */
const weeksBack = Array.from({ length: 9 }, (_, weeks) => weeks);

/** Makes a goal of a step, which is there once: deleted meanwhile, it is there again, with what was counted for it. */
export const makeStepGoal = formAction(oneStepForm, async (viewer, { learningPlanId, place }) => {
  const step = await requireStep(viewer, learningPlanId, place);
  const id = goalOfStepId(learningPlanId, place);
  await holdGoals(viewer);
  if (await bringBack(viewer, { id })) await requireRoomForGoal(viewer, "brought back");
  else await keepGoal(viewer, { id, ...goalOfStep(step, viewer.today) });
  // Where it stands in a week already, it is for this goal there, too.
  const monday = mondayOf(viewer.today);
  const planned = weeksBack.map((weeks) =>
    plannedOfStepId(learningPlanId, place, addDays(monday, -7 * weeks)),
  );
  await viewer.db.plannedStep.updateMany({
    where: { userId: viewer.id, id: { in: planned }, goalId: null },
    data: { goalId: id },
  });
  return goTo(`/goals/${id}`);
});

/** Puts a step into this week, in which it is there once: deleted meanwhile, it is there again. */
export const putStepInWeek = formAction(oneStepForm, async (viewer, { learningPlanId, place }) => {
  const { words, minutes, by, goal } = await requireStep(viewer, learningPlanId, place);
  const monday = mondayOf(viewer.today);
  const id = plannedOfStepId(learningPlanId, place, monday);
  const there = await bringStepBack(viewer, id, "sent");
  if (there) return goTo(`/week?of=${there}`);
  const day = dayInWeek({ by }, { today: viewer.today, sunday: addDays(monday, 6) });
  await keepPlannedStep(viewer, {
    id,
    words,
    day,
    minutes,
    time: null,
    place: null,
    goalId: goal?.id ?? null,
  });
  return goTo(`/week?of=${day}`);
});

/** A step of a plan that is there. */
async function requireStep(viewer: Viewer, learningPlanId: string, place: number) {
  const plan = await findLearningPlan(viewer, learningPlanId);
  return plan?.steps.find((step) => step.place === place) ?? notFound();
}

export const deleteLearningPlan = formAction(oneLearningPlanForm, async (viewer, { learningPlanId: id }) => {
  const { count } = await viewer.db.learningPlan.updateMany({
    where: mine(viewer, id),
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.learningPlan.count({ where: { userId: viewer.id, id } }))) notFound();
  await dropDraftsAbout(viewer, id);
  return goTo(`/learning?deleted=${id}`);
});

export const bringLearningPlanBack = formAction(
  oneLearningPlanForm,
  async (viewer, { learningPlanId: id }) => {
    await holdLearningPlans(viewer);
    await viewer.db.learningPlan.updateMany({
      where: { userId: viewer.id, id, deletedAt: { gte: undoneUntil(viewer.now) } },
      data: { deletedAt: null },
    });
    if ((await viewer.db.learningPlan.count({ where: mine(viewer, id) })) === 0) notFound();
    await requireRoomForLearningPlan(viewer, "brought back");
    return goTo(`/learning/${id}`);
  },
);
