"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { begin } from "@/lib/experiments/begin";
import { findExperiment } from "@/lib/experiments/queries";
import { refuseThird } from "@/lib/experiments/refuse-third";
import {
  caseForm,
  decisionForm,
  experimentForm,
  lessonForm,
  oneCaseForm,
  oneExperimentForm,
  tryAgainForm,
} from "@/lib/experiments/schema";
import { formAction, goTo, say } from "@/lib/form-action";
import { holdStill } from "@/lib/hold-still";
import { keepOnce } from "@/lib/keep-once";
import { requireDayForLearning } from "@/lib/phases/require-day-for-learning";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, experimentId: string) => ({
  userId: viewer.id,
  id: experimentId,
  deletedAt: null,
});

/** The experiment as it is, and as it stays until this write is done. */
async function hold(viewer: Viewer, experimentId: string) {
  await holdStill(viewer, "experiments");
  return (await findExperiment(viewer, experimentId)) ?? notFound();
}

export const beginExperiment = formAction(experimentForm, async (viewer, asked) => {
  await requireDayForLearning(viewer);
  return goTo(`/experiments/${await begin(viewer, asked)}`);
});

export const countCase = formAction(caseForm, async (viewer, { id, experimentId, isBetter }) => {
  const experiment = await hold(viewer, experimentId);
  const isThere = (row: { id: string }) =>
    viewer.db.experimentCase.count({ where: { userId: viewer.id, id: row.id } });
  await keepOnce(
    { id, userId: viewer.id, experimentId, isBetter },
    {
      add: async (row) => {
        if (await isThere(row)) return { count: 0 };
        if (experiment.over)
          throw new Refusal("This experiment is over, so nothing more is counted. You can try it again.");
        return viewer.db.experimentCase.createMany({ data: { ...row, day: columnOf(viewer.today) } });
      },
      find: (row) => viewer.db.experimentCase.count({ where: row }),
    },
  );
  return say("Counted.");
});

/** Takes a case out again. Doing it twice is the same as doing it once. */
export const undoCase = formAction(oneCaseForm, async (viewer, { caseId }) => {
  const counted = await viewer.db.experimentCase.findFirst({
    where: { userId: viewer.id, id: caseId },
    select: { experimentId: true },
  });
  if (!counted) return say("Taken out again.");
  const experiment = await hold(viewer, counted.experimentId);
  if (experiment.verdict)
    throw new Refusal("You have decided about this one. Take the decision back first, and then this.");
  await viewer.db.experimentCase.deleteMany({ where: { userId: viewer.id, id: caseId } });
  await refuseThird(viewer);
  return say("Taken out again.");
});

export const endExperiment = formAction(oneExperimentForm, async (viewer, { experimentId }) => {
  const experiment = await hold(viewer, experimentId);
  if (!experiment.over)
    await viewer.db.experiment.updateMany({
      where: mine(viewer, experimentId),
      data: { endedOn: columnOf(viewer.today) },
    });
  return say("Ended. What you counted stays.");
});

export const goOnWithExperiment = formAction(oneExperimentForm, async (viewer, { experimentId }) => {
  const experiment = await hold(viewer, experimentId);
  if (experiment.verdict)
    throw new Refusal("You have decided about this one. Take the decision back first, and then go on.");
  await viewer.db.experiment.updateMany({ where: mine(viewer, experimentId), data: { endedOn: null } });
  await refuseThird(viewer);
  return say("It goes on.");
});

const STILL_RUNNING = "This one is still running. End it first, and then say what you make of it.";

export const decide = formAction(decisionForm, async (viewer, { experimentId, verdict }) => {
  const experiment = await hold(viewer, experimentId);
  if (!experiment.over) throw new Refusal(STILL_RUNNING);
  await requireDayForLearning(viewer);
  await viewer.db.experiment.updateMany({ where: mine(viewer, experimentId), data: { verdict } });
  return say(verdict === "keep" ? "You keep it." : "You let it go.");
});

export const takeDecisionBack = formAction(oneExperimentForm, async (viewer, { experimentId }) => {
  await hold(viewer, experimentId);
  await viewer.db.experiment.updateMany({ where: mine(viewer, experimentId), data: { verdict: null } });
  return say("Open again.");
});

/** Begins a new one with the same change, for as long. */
export const tryAgain = formAction(tryAgainForm, async (viewer, { id, experimentId }) => {
  const experiment = await hold(viewer, experimentId);
  if (!experiment.over) throw new Refusal(STILL_RUNNING);
  await requireDayForLearning(viewer);
  const { change, better, cases, days } = experiment;
  const again = await begin(viewer, { id, change, better, cases, days });
  await viewer.db.experiment.updateMany({ where: mine(viewer, experimentId), data: { verdict: "again" } });
  return goTo(`/experiments/${again}`);
});

export const writeLesson = formAction(lessonForm, async (viewer, { experimentId, lesson }) => {
  const { count } = await viewer.db.experiment.updateMany({
    where: mine(viewer, experimentId),
    data: { lesson: viewer.words.seal("experiments.lesson", experimentId, lesson) },
  });
  if (count === 0) {
    if (!(await viewer.db.experiment.count({ where: { userId: viewer.id, id: experimentId } }))) notFound();
    throw new Refusal(
      "This experiment was deleted meanwhile, so this was not saved. Your words are still here. Bring it back in Experiments, then save again.",
    );
  }
  await requireDayForLearning(viewer);
  return say("Kept.");
});

export const deleteExperiment = formAction(oneExperimentForm, async (viewer, { experimentId }) => {
  const { count } = await viewer.db.experiment.updateMany({
    where: mine(viewer, experimentId),
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.experiment.count({ where: { userId: viewer.id, id: experimentId } })))
    notFound();
  await dropDraftsAbout(viewer, experimentId);
  return goTo(`/experiments?deleted=${experimentId}`);
});

export const bringExperimentBack = formAction(oneExperimentForm, async (viewer, { experimentId }) => {
  await holdStill(viewer, "experiments");
  await viewer.db.experiment.updateMany({
    where: { userId: viewer.id, id: experimentId, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  if ((await viewer.db.experiment.count({ where: mine(viewer, experimentId) })) === 0) notFound();
  await refuseThird(viewer);
  return goTo("/experiments");
});
