"use server";
import { notFound } from "next/navigation";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { feelingsIn } from "@/lib/feelings/schema";
import { formAction, goTo, say } from "@/lib/form-action";
import { firePlans } from "@/lib/plans/fire-plans";
import { Refusal } from "@/lib/refusal";
import { logSetback } from "@/lib/setbacks/log-setback";
import { requireSetback } from "@/lib/setbacks/require-setback";
import { changeForm, logForm, ownPageForm, setbackOnly } from "@/lib/setbacks/schema";
import { sealSetback } from "@/lib/setbacks/sealed";
import { noteFeelings, rowOf } from "@/lib/setbacks/tell";
import { undoneUntil } from "@/lib/undo";

export const saveSetback = formAction(logForm, async (viewer, { id, ...told }) => {
  const saved = await logSetback(viewer, id, told);
  await firePlans(viewer, { id: saved, kind: told.kind, stage: told.stage, feelings: feelingsIn(told) });
  return goTo(`/setbacks/${saved}`);
});

export const changeSetback = formAction(changeForm, async (viewer, { setbackId, ...told }) => {
  const { count } = await viewer.db.setback.updateMany({
    where: { userId: viewer.id, id: setbackId, deletedAt: null },
    data: sealSetback(viewer.words, setbackId, rowOf(viewer, told)),
  });
  if (count === 0) {
    const deleted = await viewer.db.setback.count({ where: { userId: viewer.id, id: setbackId } });
    if (deleted === 0) notFound();
    throw new Refusal(
      "This setback was deleted meanwhile, so nothing was changed. Your words are still here. Bring it back in Setbacks, then save again.",
    );
  }
  await noteFeelings(viewer, setbackId, told);
  return goTo(`/setbacks/${setbackId}`);
});

/** Keeps the page that its member writes to themselves. */
export const writeOwnPage = formAction(ownPageForm, async (viewer, { setbackId, page }) => {
  await requireSetback(viewer, setbackId);
  await viewer.db.setback.updateMany({
    where: { userId: viewer.id, id: setbackId },
    data: { page: viewer.words.seal("setbacks.page", setbackId, page) },
  });
  return say(page === null ? "It is empty again." : "Kept.");
});

/** Deletes a setback so that it can be brought back for a while. */
export const deleteSetback = formAction(setbackOnly, async (viewer, { setbackId }) => {
  const mine = { userId: viewer.id, id: setbackId };
  const { count } = await viewer.db.setback.updateMany({
    where: { ...mine, deletedAt: null },
    data: { deletedAt: viewer.now },
  });
  // A second press finds it deleted already, and that is what was wanted.
  if (count === 0 && (await viewer.db.setback.count({ where: mine })) === 0) notFound();
  const ofIt = { where: { userId: viewer.id, setbackId }, select: { id: true } };
  const within = [
    ...(await viewer.db.reframe.findMany(ofIt)),
    ...(await viewer.db.writingSession.findMany(ofIt)),
  ];
  await dropDraftsAbout(viewer, setbackId, ...within.map(({ id }) => id));
  return goTo(`/setbacks?deleted=${setbackId}`);
});

export const bringSetbackBack = formAction(setbackOnly, async (viewer, { setbackId }) => {
  const mine = { userId: viewer.id, id: setbackId };
  await viewer.db.setback.updateMany({
    where: { ...mine, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  if ((await viewer.db.setback.count({ where: { ...mine, deletedAt: null } })) === 0) notFound();
  return goTo(`/setbacks/${setbackId}`);
});
