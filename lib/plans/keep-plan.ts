import "server-only";
import type { Prisma } from "@/lib/generated/client";
import { holdStill } from "@/lib/hold-still";
import { keepOnce } from "@/lib/keep-once";
import { MOST_PLANS, type Occasion } from "@/lib/plans/rules";
import { requireRoom } from "@/lib/require-room";
import type { Viewer } from "@/lib/viewer";

/** A plan as it is kept: its words sealed to its row. */
export const sealPlan = <Plan extends Occasion & { id: string; step: string }>(
  { words }: Viewer,
  plan: Plan,
) => ({
  ...plan,
  stage: words.seal("if_then_plans.stage", plan.id, plan.stage),
  feeling: words.seal("if_then_plans.feeling", plan.id, plan.feeling),
  obstacle: words.seal("if_then_plans.obstacle", plan.id, plan.obstacle),
  step: words.seal("if_then_plans.step", plan.id, plan.step),
});

/** Keeps a plan that the viewer wrote, and answers with its id. */
export async function keepPlan(
  viewer: Viewer,
  plan: Occasion & { id: string; step: string },
): Promise<string> {
  await holdStill(viewer, "plans");
  let isBack = false;
  const { id, isNew } = await keepOnce(
    { ...plan, userId: viewer.id },
    {
      add: (row) => viewer.db.ifThenPlan.createMany({ data: sealPlan(viewer, row), skipDuplicates: true }),
      // Deleted meanwhile and sent again, it is there again.
      find: async (row) => {
        const where = sealPlan(viewer, row);
        isBack = await bringPlan(viewer, { ...where, deletedAt: { not: null } });
        return isBack ? 1 : viewer.db.ifThenPlan.count({ where });
      },
    },
  );
  if (isNew || isBack) await requireRoomForPlan(viewer);
  return id;
}

/** Undoes deleting the plan that this is said of, and answers whether there was one. */
export const bringPlan = async (viewer: Viewer, where: Prisma.IfThenPlanWhereInput): Promise<boolean> =>
  (await viewer.db.ifThenPlan.updateMany({ where, data: { deletedAt: null } })).count > 0;

export async function requireRoomForPlan(viewer: Viewer, how?: "brought back"): Promise<void> {
  const kept = await viewer.db.ifThenPlan.count({ where: { userId: viewer.id, deletedAt: null } });
  requireRoom(kept, MOST_PLANS, "if-then plans", how);
}
