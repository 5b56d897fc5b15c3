"use server";
import { notFound } from "next/navigation";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo, say } from "@/lib/form-action";
import { holdStill } from "@/lib/hold-still";
import { bringPlan, keepPlan, requireRoomForPlan, sealPlan } from "@/lib/plans/keep-plan";
import { changeForm, firingForm, onePlanForm, planForm } from "@/lib/plans/schema";
import { Refusal } from "@/lib/refusal";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, planId: string) => ({ userId: viewer.id, id: planId, deletedAt: null });

export const writePlan = formAction(planForm, async (viewer, plan) =>
  goTo(`/plans?kept=${await keepPlan(viewer, plan)}`),
);

export const changePlan = formAction(changeForm, async (viewer, { planId, ...plan }) => {
  const { id: _, ...row } = sealPlan(viewer, { ...plan, id: planId });
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
  if (await bringPlan(viewer, deleted)) await requireRoomForPlan(viewer, "brought back");
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
