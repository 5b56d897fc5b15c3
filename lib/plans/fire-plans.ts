import "server-only";
import { type Happened, plansFor } from "@/lib/plans/rules";
import type { Viewer } from "@/lib/viewer";

/**
 * Notes which of the viewer's plans a setback that was just logged calls up. Twice is the same as once.
 *
 * Kinds lie open, so plans for another kind are not even read. Stages and feelings are opened to be compared, and what
 * one will do then is not needed here.
 */
export async function firePlans(viewer: Viewer, setback: Happened & { id: string }): Promise<void> {
  const { open } = viewer.words;
  const plans = await viewer.db.ifThenPlan.findMany({
    where: {
      userId: viewer.id,
      deletedAt: null,
      obstacle: null,
      OR: [{ kind: null }, ...(setback.kind ? [{ kind: setback.kind }] : [])],
    },
    select: { id: true, kind: true, stage: true, feeling: true, obstacle: true },
  });
  const called = plansFor(
    setback,
    plans.map((plan) => ({
      ...plan,
      stage: open("if_then_plans.stage", plan.id, plan.stage),
      feeling: open("if_then_plans.feeling", plan.id, plan.feeling),
    })),
  );
  if (called.length === 0) return;
  await viewer.db.planFiring.createMany({
    data: called.map((plan) => ({ userId: viewer.id, planId: plan.id, setbackId: setback.id })),
    skipDuplicates: true,
  });
}
