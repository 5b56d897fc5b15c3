"use server";
import { notFound } from "next/navigation";
import { formAction, goTo, say } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { reach } from "@/lib/phases/reach";
import { requireDayForLearning } from "@/lib/phases/require-day-for-learning";
import { oneReasonForm, reasonForm, someReasonsForm, sortForm, whoseWords } from "@/lib/reasons/schema";
import { Refusal } from "@/lib/refusal";
import { requireSetback } from "@/lib/setbacks/require-setback";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, reasonId: string | string[]) => ({
  userId: viewer.id,
  id: { in: [reasonId].flat() },
  deletedAt: null,
  setback: { deletedAt: null },
});

export const addReason = formAction(reasonForm, async (viewer, reason) => {
  await requireSetback(viewer, reason.setbackId);
  await requireDayForLearning(viewer);
  const kept = { ...reason, userId: viewer.id };
  // Sealed to the row under which it is kept in the end.
  const sealed = (row: typeof kept) => ({
    ...row,
    words: viewer.words.seal("reasons.words", row.id, row.words),
  });
  await keepOnce(kept, {
    add: (row) => viewer.db.reason.createMany({ data: sealed(row), skipDuplicates: true }),
    // Taken out meanwhile and sent again, it is there again.
    find: async (row) =>
      (await viewer.db.reason.updateMany({ where: sealed(row), data: { deletedAt: null } })).count,
  });
  await reach(viewer, reason.setbackId, "learn");
  return say("Kept. You can sort it below, now or another day.");
});

/** Sorted elsewhere, a reason is taken up again; pressed twice, it lies where it lay. */
export const sortReason = formAction(sortForm, async (viewer, { reasonId, whose }) => {
  const where = mine(viewer, reasonId);
  const elsewhere = whose ? [{ whose: null }, { whose: { not: whose } }] : [{ whose: { not: null } }];
  const { count } = await viewer.db.reason.updateMany({
    where: { ...where, OR: elsewhere },
    data: { whose, letGoAt: null },
  });
  if (count === 0 && (await viewer.db.reason.count({ where })) === 0) notFound();
  await requireDayForLearning(viewer);
  return say(whose ? `Sorted: ${whoseWords[whose].heading}.` : "Not sorted any more.");
});

export const letReasonGo = formAction(someReasonsForm, async (viewer, { reasonId }) => {
  const where = mine(viewer, reasonId);
  const { count } = await viewer.db.reason.updateMany({
    where: { ...where, whose: { in: ["theirs", "chance"] }, letGoAt: null },
    data: { letGoAt: viewer.now },
  });
  if (count === 0 && (await viewer.db.reason.count({ where: { ...where, letGoAt: { not: null } } })) === 0) {
    if ((await viewer.db.reason.count({ where })) === 0) notFound();
    throw new Refusal(
      "What was theirs or chance can be let go, and this is neither any more, so it stays where it is. Sort it anew first, if you like.",
    );
  }
  return say("Let go. It counts against nobody.");
});

export const takeReasonUpAgain = formAction(someReasonsForm, async (viewer, { reasonId }) => {
  const { count } = await viewer.db.reason.updateMany({
    where: mine(viewer, reasonId),
    data: { letGoAt: null },
  });
  if (count === 0) notFound();
  return say("It is back where it was.");
});

export const takeOutReason = formAction(oneReasonForm, async (viewer, { reasonId }) => {
  const reason = await viewer.db.reason.findFirst({
    where: { userId: viewer.id, id: reasonId, setback: { deletedAt: null } },
    select: { setbackId: true, deletedAt: true },
  });
  if (!reason) notFound();
  if (!reason.deletedAt) {
    await viewer.db.reason.updateMany({ where: mine(viewer, reasonId), data: { deletedAt: viewer.now } });
  }
  return goTo(`/setbacks/${reason.setbackId}/learn?deleted=${reasonId}`);
});

export const bringReasonBack = formAction(oneReasonForm, async (viewer, { reasonId }) => {
  await viewer.db.reason.updateMany({
    where: {
      userId: viewer.id,
      id: reasonId,
      setback: { deletedAt: null },
      deletedAt: { gte: undoneUntil(viewer.now) },
    },
    data: { deletedAt: null },
  });
  const reason = await viewer.db.reason.findFirst({
    where: mine(viewer, reasonId),
    select: { setbackId: true },
  });
  if (!reason) notFound();
  return goTo(`/setbacks/${reason.setbackId}/learn`);
});
