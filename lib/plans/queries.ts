import "server-only";
import { sayMoment } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/client";
import { isId } from "@/lib/ids";
import { nudgeFor, sentenceOf } from "@/lib/plans/rules";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const card = {
  id: true,
  kind: true,
  stage: true,
  feeling: true,
  obstacle: true,
  step: true,
  rehearsedAt: true,
} satisfies Prisma.IfThenPlanSelect;

type Row = Prisma.IfThenPlanGetPayload<{ select: typeof card }>;

export type PlanCard = ReturnType<typeof describe>;

function describe(viewer: Viewer, { rehearsedAt, ...row }: Row) {
  const plan = {
    id: row.id,
    kind: row.kind,
    stage: viewer.words.open("if_then_plans.stage", row.id, row.stage),
    feeling: viewer.words.open("if_then_plans.feeling", row.id, row.feeling),
    obstacle: viewer.words.open("if_then_plans.obstacle", row.id, row.obstacle),
    step: viewer.words.open("if_then_plans.step", row.id, row.step),
  };
  return {
    ...plan,
    sentence: sentenceOf(plan),
    nudge: nudgeFor(plan.step),
    rehearsed: rehearsedAt && sayMoment(rehearsedAt, viewer.now, viewer.timeZone),
  };
}

/** All of the viewer's plans, the newest first. One statement. */
export async function listPlans(viewer: Viewer): Promise<PlanCard[]> {
  const rows = await viewer.db.ifThenPlan.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: card,
    orderBy: { id: "desc" },
  });
  return rows.map((row) => describe(viewer, row));
}

export async function findPlan(viewer: Viewer, planId: unknown): Promise<PlanCard | null> {
  if (!isId(planId)) return null;
  const row = await viewer.db.ifThenPlan.findFirst({
    where: { userId: viewer.id, id: planId, deletedAt: null },
    select: card,
  });
  return row && describe(viewer, row);
}

/** A plan that the viewer deleted and can still bring back. */
export async function findDeletedPlan(viewer: Viewer, planId: unknown) {
  if (!isId(planId)) return null;
  return viewer.db.ifThenPlan.findFirst({
    where: { userId: viewer.id, id: planId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}

export type Firing = Awaited<ReturnType<typeof listFirings>>[number];

/** Which of the viewer's plans a setback called up, and what came of each, the newest plan first. One statement. */
export async function listFirings(viewer: Viewer, setbackId: unknown) {
  if (!isId(setbackId)) return [];
  const rows = await viewer.db.planFiring.findMany({
    where: { userId: viewer.id, setbackId, plan: { deletedAt: null }, setback: { deletedAt: null } },
    select: { setbackId: true, outcome: true, plan: { select: card } },
    orderBy: { planId: "desc" },
    relationLoadStrategy: "join",
  });
  return rows.map(({ plan, ...firing }) => {
    const { id: planId, sentence } = describe(viewer, plan);
    return { ...firing, planId, sentence };
  });
}
