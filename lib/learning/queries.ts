import "server-only";
import { inOneLine } from "@/lib/excerpt";
import { isId } from "@/lib/ids";
import { stepsOf } from "@/lib/learning/rules";
import { SKILL_LENGTH } from "@/lib/learning/schema";
import { comeBack, setbacksOfMine } from "@/lib/patterns/rules";
import { UNREADABLE } from "@/lib/private-words";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

/** So many reasons are offered to begin with. */
const REASONS = 6;

const card = { id: true, skill: true, steps: true, doneSteps: true, goalId: true } as const;

type Row = { id: string; skill: string; steps: string; doneSteps: number[]; goalId: string | null };

export type LearningPlanCard = ReturnType<typeof describe>;

function describe(viewer: Viewer, row: Row, goals: { id: string; title: string }[]) {
  const steps = viewer.words.open("learning_plans.steps", row.id, row.steps);
  return {
    id: row.id,
    skill: viewer.words.open("learning_plans.skill", row.id, row.skill),
    // Where they do not open, that is what stands there.
    steps: stepsOf(steps.startsWith("[") ? (JSON.parse(steps) as string[]) : [UNREADABLE], row.doneSteps),
    /** The goal that it became, while there is one. */
    goal: goals.find(({ id }) => id === row.goalId) ?? null,
  };
}

async function describeAll(viewer: Viewer, rows: Row[]): Promise<LearningPlanCard[]> {
  const ids = rows.flatMap(({ goalId }) => goalId ?? []);
  const goals =
    ids.length > 0
      ? await viewer.db.goal.findMany({
          where: { userId: viewer.id, id: { in: ids }, deletedAt: null },
          select: { id: true, title: true },
        })
      : [];
  return rows.map((row) => describe(viewer, row, goals));
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
