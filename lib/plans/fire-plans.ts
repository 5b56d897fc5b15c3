import "server-only";
import { listPlans } from "@/lib/plans/queries";
import { type Happened, plansFor } from "@/lib/plans/rules";
import type { Viewer } from "@/lib/viewer";

/** Notes which of the viewer's plans a setback that was just logged calls up. Twice is the same as once. */
export async function firePlans(viewer: Viewer, setback: Happened & { id: string }): Promise<void> {
  const called = plansFor(setback, await listPlans(viewer));
  if (called.length === 0) return;
  await viewer.db.planFiring.createMany({
    data: called.map((plan) => ({ userId: viewer.id, planId: plan.id, setbackId: setback.id })),
    skipDuplicates: true,
  });
}
