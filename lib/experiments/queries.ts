import "server-only";
import { dayOf, daysBetween } from "@/lib/dates";
import { canGoOn, isOver, resultOf, sayProgress } from "@/lib/experiments/rules";
import type { Prisma } from "@/lib/generated/client";
import { isId } from "@/lib/ids";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const card = {
  id: true,
  change: true,
  better: true,
  cases: true,
  untilDay: true,
  startedOn: true,
  endedOn: true,
  verdict: true,
  lesson: true,
  results: {
    select: { id: true, isBetter: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.ExperimentSelect;

type Row = Prisma.ExperimentGetPayload<{ select: typeof card }>;

export type ExperimentCard = ReturnType<typeof describe>;

function describe(viewer: Viewer, { results, ...row }: Row) {
  const course = {
    cases: row.cases,
    untilDay: row.untilDay && dayOf(row.untilDay),
    endedOn: row.endedOn && dayOf(row.endedOn),
  };
  const startedOn = dayOf(row.startedOn);
  const counted = results.length;
  const better = results.filter(({ isBetter }) => isBetter).length;
  return {
    id: row.id,
    change: viewer.words.open("experiments.change", row.id, row.change),
    better: row.better,
    ...course,
    startedOn,
    /** How many days it was meant for, where it is meant for days. */
    days: course.untilDay === null ? null : daysBetween(startedOn, course.untilDay),
    verdict: row.verdict,
    lesson: viewer.words.open("experiments.lesson", row.id, row.lesson),
    counted,
    countedBetter: better,
    /** The case that was counted last, which can be taken out again. */
    last: results.at(-1) ?? null,
    over: isOver(course, counted, viewer.today),
    canGoOn: canGoOn(course, counted, viewer.today),
    progress: sayProgress(course, counted, viewer.today),
    result: resultOf(better, counted),
  };
}

/** All of the viewer's experiments, the newest first. One statement. */
export async function listExperiments(viewer: Viewer): Promise<ExperimentCard[]> {
  const rows = await viewer.db.experiment.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: card,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    relationLoadStrategy: "join",
  });
  return rows.map((row) => describe(viewer, row));
}

export async function findExperiment(viewer: Viewer, experimentId: unknown): Promise<ExperimentCard | null> {
  if (!isId(experimentId)) return null;
  const row = await viewer.db.experiment.findFirst({
    where: { userId: viewer.id, id: experimentId, deletedAt: null },
    select: card,
    relationLoadStrategy: "join",
  });
  return row && describe(viewer, row);
}

/** An experiment that the viewer deleted and can still bring back. */
export async function findDeletedExperiment(viewer: Viewer, experimentId: unknown) {
  if (!isId(experimentId)) return null;
  return viewer.db.experiment.findFirst({
    where: { userId: viewer.id, id: experimentId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
