"use server";
import { notFound } from "next/navigation";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { formAction, goTo } from "@/lib/form-action";
import { holdStill } from "@/lib/hold-still";
import { keepOnce } from "@/lib/keep-once";
import { keepPlan, sealPlan } from "@/lib/plans/keep-plan";
import { Refusal } from "@/lib/refusal";
import { requireRoom } from "@/lib/require-room";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";
import { findWish } from "@/lib/wishes/queries";
import { MOST_WISHES } from "@/lib/wishes/rules";
import { oneWishForm, sentenceForm, wishForm, wishPlanForm } from "@/lib/wishes/schema";

const mine = (viewer: Viewer, id: string) => ({ userId: viewer.id, id, deletedAt: null });

const GONE =
  "This was deleted meanwhile, so nothing was changed. Your words are still here. Bring it back under Picture it, honestly, then save again.";

export const beginWish = formAction(wishForm, async (viewer, { id, words }) => {
  await holdStill(viewer, "wishes");
  const inPlace = (row: { id: string; words: string }) => ({
    userId: viewer.id,
    id: row.id,
    wish: viewer.words.seal("wishes.wish", row.id, row.words),
  });
  const kept = await keepOnce(
    { id, words },
    {
      add: (row) => viewer.db.wish.createMany({ data: inPlace(row), skipDuplicates: true }),
      // Deleted meanwhile and sent again, it is there again.
      find: async (row) =>
        (await viewer.db.wish.updateMany({ where: inPlace(row), data: { deletedAt: null } })).count,
    },
  );
  await requireRoomForWish(viewer);
  return goOn(viewer, kept.id);
});

export const saySentence = formAction(sentenceForm, async (viewer, { part, wishId, words }) => {
  const before = await findWish(viewer, wishId);
  const { count } = await viewer.db.wish.updateMany({
    where: mine(viewer, wishId),
    data: { [part]: viewer.words.seal(`wishes.${part}`, wishId, words) },
  });
  if (count === 0) await refuseGone(viewer, wishId);
  // Its plan was made for another obstacle, and is still what it was.
  if (part === "obstacle" && before?.plan && before.obstacle !== words)
    return goTo(`/wishes/${wishId}?obstacle=changed`);
  return goOn(viewer, wishId);
});

/** Ends a picture with its plan, or changes the plan that it ended with. */
export const planForWish = formAction(wishPlanForm, async (viewer, { wishId, id, obstacle, step }) => {
  const wish = await findWish(viewer, wishId);
  if (!wish) return refuseGone(viewer, wishId);
  const said = { kind: null, stage: null, feeling: null, obstacle, step };
  if (wish.plan) {
    const { id: planId, ...row } = sealPlan(viewer, { ...said, id: wish.plan.id });
    await viewer.db.ifThenPlan.updateMany({ where: mine(viewer, planId), data: row });
  } else {
    const planId = await keepPlan(viewer, { ...said, id });
    await viewer.db.wish.updateMany({ where: mine(viewer, wishId), data: { planId } });
  }
  return goOn(viewer, wishId);
});

/** To the next sentence that is not said yet; where all are, to the whole of it. */
async function goOn(viewer: Viewer, wishId: string) {
  const next = (await findWish(viewer, wishId))?.next;
  return goTo(next ? `/wishes/${wishId}/${next}` : `/wishes/${wishId}`);
}

/** Says that what somebody writes on was deleted; whose it never was, it is not there. */
async function refuseGone(viewer: Viewer, wishId: string): Promise<never> {
  if ((await viewer.db.wish.count({ where: { userId: viewer.id, id: wishId } })) === 0) notFound();
  throw new Refusal(GONE);
}

async function requireRoomForWish(viewer: Viewer, how?: "brought back"): Promise<void> {
  const kept = await viewer.db.wish.count({ where: { userId: viewer.id, deletedAt: null } });
  requireRoom(kept, MOST_WISHES, "wishes here", how);
}

export const deleteWish = formAction(oneWishForm, async (viewer, { wishId }) => {
  const { count } = await viewer.db.wish.updateMany({
    where: mine(viewer, wishId),
    data: { deletedAt: viewer.now },
  });
  if (count === 0 && !(await viewer.db.wish.count({ where: { userId: viewer.id, id: wishId } }))) notFound();
  await dropDraftsAbout(viewer, wishId);
  return goTo(`/wishes?deleted=${wishId}`);
});

export const bringWishBack = formAction(oneWishForm, async (viewer, { wishId }) => {
  await holdStill(viewer, "wishes");
  await viewer.db.wish.updateMany({
    where: { userId: viewer.id, id: wishId, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  if ((await viewer.db.wish.count({ where: mine(viewer, wishId) })) === 0) notFound();
  await requireRoomForWish(viewer, "brought back");
  return goTo(`/wishes/${wishId}`);
});
