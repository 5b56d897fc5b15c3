"use server";
import { notFound } from "next/navigation";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import { keepGoal } from "@/lib/goals/keep-goal";
import { keepOnce } from "@/lib/keep-once";
import { goalOf, STEPS } from "@/lib/learning/rules";
import {
  changeLearningPlanForm,
  learningPlanForm,
  oneLearningPlanForm,
  stepForm,
  stepsIn,
} from "@/lib/learning/schema";
import { requireDayForLearning } from "@/lib/phases/require-day-for-learning";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, id: string) => ({ userId: viewer.id, id, deletedAt: null });

const sealed = (viewer: Viewer, id: string, skill: string, steps: string[]) => ({
  skill: viewer.words.seal("learning_plans.skill", id, skill),
  steps: viewer.words.seal("learning_plans.steps", id, JSON.stringify(steps)),
});

export const beginLearningPlan = formAction(
  learningPlanForm,
  async (viewer, { id, goalId, makeGoal, skill, ...said }) => {
    await requireDayForLearning(viewer);
    const steps = stepsIn(said);
    const goal = makeGoal ? await keepGoal(viewer, { id: goalId, ...goalOf(skill) }) : null;
    // Sealed to the row under which it is kept in the end.
    const inPlace = <R extends { id: string }>(row: R) => ({
      ...row,
      ...sealed(viewer, row.id, skill, steps),
    });
    const told = { id, userId: viewer.id, goalId: goal, skill, steps };
    const kept = await keepOnce(told, {
      add: (row) => viewer.db.learningPlan.createMany({ data: inPlace(row), skipDuplicates: true }),
      // Deleted meanwhile and sent again, it is there again.
      find: async (row) =>
        (await viewer.db.learningPlan.updateMany({ where: inPlace(row), data: { deletedAt: null } })).count,
    });
    return goTo(`/learning/${kept.id}`);
  },
);

export const changeLearningPlan = formAction(
  changeLearningPlanForm,
  async (viewer, { learningPlanId: id, skill, ...said }) => {
    const steps = stepsIn(said);
    const words = sealed(viewer, id, skill, steps);
    const emptied = Array.from({ length: STEPS }, (_, place) => place).filter((place) => !steps[place]);
    // A step that is not there any more is not done either.
    const changed = await viewer.db.$executeRaw`
      update learning_plans set skill = ${words.skill}, steps = ${words.steps},
        done_steps = array(select place from unnest(done_steps) place where place <> all (${emptied}::smallint[]))
      where user_id = ${viewer.id}::uuid and id = ${id}::uuid and deleted_at is null`;
    if (changed === 0) {
      if ((await viewer.db.learningPlan.count({ where: { userId: viewer.id, id } })) === 0) notFound();
      throw new Refusal(
        "This was deleted meanwhile, so nothing was changed. Your words are still here. Bring it back in Learning, then save again.",
      );
    }
    // Only now, since what is not there is not there on any day. Refused, the change is undone.
    await requireDayForLearning(viewer);
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
    await viewer.db.learningPlan.updateMany({
      where: { userId: viewer.id, id, deletedAt: { gte: undoneUntil(viewer.now) } },
      data: { deletedAt: null },
    });
    if ((await viewer.db.learningPlan.count({ where: mine(viewer, id) })) === 0) notFound();
    return goTo(`/learning/${id}`);
  },
);
