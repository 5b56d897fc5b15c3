"use server";
import { closeForm, openForm } from "@/lib/closures/schema";
import { formAction, goTo } from "@/lib/form-action";
import { requireSetback } from "@/lib/setbacks/require-setback";

/** Lets a setback go, from whatever stage it rests in. Nothing of it is lost. */
export const letSetbackGo = formAction(closeForm, async (viewer, { setbackId, farewell }) => {
  const { closedAt } = await requireSetback(viewer, setbackId);
  await viewer.db.setback.updateMany({
    where: { userId: viewer.id, id: setbackId },
    data: {
      // Let go before, it was let go then.
      closedAt: closedAt ?? viewer.now,
      farewell: viewer.words.seal("setbacks.farewell", setbackId, farewell),
    },
  });
  return goTo(`/setbacks/${setbackId}`);
});

/** Takes it up again where it rested. What was said to it stays, for the next time. */
export const openSetbackAgain = formAction(openForm, async (viewer, { setbackId }) => {
  await requireSetback(viewer, setbackId);
  await viewer.db.setback.updateMany({
    where: { userId: viewer.id, id: setbackId },
    data: { closedAt: null },
  });
  return goTo(`/setbacks/${setbackId}`);
});
