import "server-only";
import { inOneLine } from "@/lib/excerpt";
import type { Prisma } from "@/lib/generated/client";
import { isId } from "@/lib/ids";
import { goalOfStepId } from "@/lib/learning/goal-of-step";
import { type Details, STEPS, stepsOf } from "@/lib/learning/rules";
import { SKILL_LENGTH } from "@/lib/learning/schema";
import { comeBack, setbacksOfMine } from "@/lib/patterns/rules";
import { UNREADABLE } from "@/lib/private-words";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

/** So many reasons are offered to begin with. */
const REASONS = 6;

const card = {
  id: true,
  skill: true,
  steps: true,
  stepDetails: true,
  doneSteps: true,
  goalId: true,
} satisfies Prisma.LearningPlanSelect;

type Row = Prisma.LearningPlanGetPayload<{ select: typeof card }>;

export type LearningPlanCard = ReturnType<typeof describe>;

/** A goal that came of a plan or of one of its steps; `counts` as long as nothing was counted for it yet. */
type GoalOfPlan = { id: string; title: string; counts: boolean };

function describe({ words: { open } }: Viewer, row: Row, goals: GoalOfPlan[]) {
  const steps = open("learning_plans.steps", row.id, row.steps);
  const details = open("learning_plans.step_details", row.id, row.stepDetails);
  const goalCalled = (id: string | null) => goals.find((goal) => goal.id === id) ?? null;
  return {
    id: row.id,
    skill: open("learning_plans.skill", row.id, row.skill),
    // Where they do not open, that is what stands there.
    steps: stepsOf(
      steps.startsWith("[") ? (JSON.parse(steps) as string[]) : [UNREADABLE],
      row.doneSteps,
      details?.startsWith("[") ? (JSON.parse(details) as Details[]) : [],
    ).map((step) => ({ ...step, goal: goalCalled(goalOfStepId(row.id, step.place)) })),
    /** The goal that it became, while there is one. */
    goal: goalCalled(row.goalId),
  };
}

const places = Array.from({ length: STEPS }, (_, place) => place);

async function describeAll(viewer: Viewer, rows: Row[]): Promise<LearningPlanCard[]> {
  const ids = rows.flatMap(({ id, goalId }) => [
    ...(goalId ? [goalId] : []),
    ...places.map((place) => goalOfStepId(id, place)),
  ]);
  const goals =
    ids.length > 0
      ? await viewer.db.goal.findMany({
          where: { userId: viewer.id, id: { in: ids }, deletedAt: null },
          select: {
            id: true,
            title: true,
            finishedAt: true,
            archivedAt: true,
            efforts: { select: { id: true }, take: 1 },
          },
          relationLoadStrategy: "join",
        })
      : [];
  const known = goals.map(({ id, title, finishedAt, archivedAt, efforts }) => ({
    id,
    title,
    counts: !finishedAt && !archivedAt && efforts.length === 0,
  }));
  return rows.map((row) => describe(viewer, row, known));
}

/** The viewer's learning plans, the newest first. Two statements at most. */
export async function listLearningPlans(viewer: Viewer): Promise<LearningPlanCard[]> {
  const rows = await viewer.db.learningPlan.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: card,
    orderBy: { id: "desc" },
  });
  return describeAll(viewer, rows);
}

export async function findLearningPlan(
  viewer: Viewer,
  learningPlanId: string,
): Promise<LearningPlanCard | null> {
  if (!isId(learningPlanId)) return null;
  const row = await viewer.db.learningPlan.findFirst({
    where: { userId: viewer.id, id: learningPlanId, deletedAt: null },
    select: card,
  });
  return row && ((await describeAll(viewer, [row]))[0] ?? null);
}

/** Whether this is a plan that the viewer deleted and can still bring back. */
export async function findDeletedLearningPlan(viewer: Viewer, learningPlanId: unknown) {
  if (!isId(learningPlanId)) return null;
  return viewer.db.learningPlan.findFirst({
    where: { userId: viewer.id, id: learningPlanId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}

/** Reasons of the viewer's own, in their words, where such reasons come back: something to learn may lie in one. */
export async function listReasonsToLearnFrom(viewer: Viewer): Promise<{ id: string; words: string }[]> {
  const rows = await viewer.db.reason.findMany({
    where: {
      userId: viewer.id,
      whose: "mine",
      letGoAt: null,
      deletedAt: null,
      setback: { deletedAt: null },
    },
    select: { id: true, setbackId: true, whose: true, words: true },
    orderBy: { id: "desc" },
  });
  if (!comeBack(setbacksOfMine(rows.map((row) => ({ ...row, letGo: false }))))) return [];
  const found = new Map<string, { id: string; words: string }>();
  for (const { id, words: stored } of rows) {
    const words = viewer.words.open("reasons.words", id, stored);
    if (words === UNREADABLE) continue;
    const line = inOneLine(words, SKILL_LENGTH);
    const key = line.toLowerCase();
    if (!found.has(key)) found.set(key, { id, words: line });
    if (found.size === REASONS) break;
  }
  return [...found.values()];
}
