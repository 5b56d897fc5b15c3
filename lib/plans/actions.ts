"use server";
import { notFound } from "next/navigation";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import type { Prisma } from "@/lib/generated/client";
import { holdStill } from "@/lib/hold-still";
import { keepOnce } from "@/lib/keep-once";
import { MOST_PLANS, type Occasion } from "@/lib/plans/rules";
import { changeForm, firingForm, onePlanForm, planForm } from "@/lib/plans/schema";
import { Refusal } from "@/lib/refusal";
import { requireRoom } from "@/lib/require-room";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, planId: string) => ({ userId: viewer.id, id: planId, deletedAt: null });

/** A plan as it is kept: its words sealed to its row. */
const sealed = <Plan extends Occasion & { id: string; step: string }>({ words }: Viewer, plan: Plan) => ({
  ...plan,
  stage: words.seal("if_then_plans.stage", plan.id, plan.stage),
  feeling: words.seal("if_then_plans.feeling", plan.id, plan.feeling),
  step: words.seal("if_then_plans.step", plan.id, plan.step),
});

export const writePlan = formAction(planForm, async (viewer, plan) => {
  await holdStill(viewer, "plans");
  let isBack = false;
  const { id, isNew } = await keepOnce(
    { ...plan, userId: viewer.id },
    {
      add: (row) => viewer.db.ifThenPlan.createMany({ data: sealed(viewer, row), skipDuplicates: true }),
      // Deleted meanwhile and sent again, it is there again.
      find: async (row) => {
        const where = sealed(viewer, row);
        isBack = await bringBack(viewer, { ...where, deletedAt: { not: null } });
        return isBack ? 1 : viewer.db.ifThenPlan.count({ where });
      },
    },
  );
  if (isNew || isBack) await requireRoomForPlan(viewer);
  return goTo(`/plans?kept=${id}`);
});

const bringBack = async (viewer: Viewer, where: Prisma.IfThenPlanWhereInput): Promise<boolean> =>
  (await viewer.db.ifThenPlan.updateMany({ where, data: { deletedAt: null } })).count > 0;

async function requireRoomForPlan(viewer: Viewer, how?: "brought back"): Promise<void> {
  const kept = await viewer.db.ifThenPlan.count({ where: { userId: viewer.id, deletedAt: null } });
  requireRoom(kept, MOST_PLANS, "if-then plans", how);
}

export const changePlan = formAction(changeForm, async (viewer, { planId, ...plan }) => {
  const { id: _, ...row } = sealed(viewer, { ...plan, id: planId });
  const { count } = await viewer.db.ifThenPlan.updateMany({ where: mine(viewer, planId), data: row });
  if (count === 0) {
    if ((await viewer.db.ifThenPlan.count({ where: { userId: viewer.id, id: planId } })) === 0) notFound();
    throw new Refusal(
      "This plan was deleted meanwhile, so nothing was changed. Your words are still here. Write it as a new plan, or bring it back and save again.",
    );
  }
  return say("Changed.");
});

export const rehearsePlan = formAction(onePlanForm, async (viewer, { planId }) => {
  const { count } = await viewer.db.ifThenPlan.updateMany({
    where: mine(viewer, planId),
    data: { rehearsedAt: viewer.now },
  });
  if (count === 0) notFound();
  return say("Said once. That is enough.");
});

export const deletePlan = formAction(onePlanForm, async (viewer, { planId }) => {
  const { count } = await viewer.db.ifThenPlan.updateMany({
    where: mine(viewer, planId),
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.ifThenPlan.count({ where: { userId: viewer.id, id: planId } })))
    notFound();
  await dropDraftsAbout(viewer, planId);
  return goTo(`/plans?deleted=${planId}`);
});

export const bringPlanBack = formAction(onePlanForm, async (viewer, { planId }) => {
  await holdStill(viewer, "plans");
  const deleted = { userId: viewer.id, id: planId, deletedAt: { gte: undoneUntil(viewer.now) } };
  if (await bringBack(viewer, deleted)) await requireRoomForPlan(viewer, "brought back");
  else if ((await viewer.db.ifThenPlan.count({ where: mine(viewer, planId) })) === 0) notFound();
  return goTo("/plans");
});

export const didAsPlanned = formAction(firingForm, async (viewer, firing) => {
  await note(viewer, firing, "done");
  return say("Done, as you planned.");
});

export const leavePlanToday = formAction(firingForm, async (viewer, firing) => {
  await note(viewer, firing, "not_today");
  return say("Not today, and that is fine.");
});

/** Takes back what was said of a plan that was called up: it is open again. */
export const openPlanAgain = formAction(firingForm, async (viewer, firing) => {
  await note(viewer, firing, null);
});

async function note(
  viewer: Viewer,
  firing: { planId: string; setbackId: string },
  outcome: "done" | "not_today" | null,
): Promise<void> {
  const { count } = await viewer.db.planFiring.updateMany({
    where: { userId: viewer.id, ...firing },
    data: { outcome },
  });
  if (count === 0) notFound();
}
