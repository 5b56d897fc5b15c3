"use server";
import { formAction, goTo } from "@/lib/form-action";
import { isFirstDay, opens } from "@/lib/phases/rules";
import { phaseForm } from "@/lib/phases/schema";
import { Refusal } from "@/lib/refusal";
import { requireSetback } from "@/lib/setbacks/require-setback";

/** Lets a setback rest in another stage, further on or back. */
export const restIn = formAction(phaseForm, async (viewer, { setbackId, phase }) => {
  const setback = await requireSetback(viewer, setbackId);
  if (!opens(phase, isFirstDay(setback.createdAt, viewer.today, viewer.timeZone)))
    throw new Refusal("That can wait until tomorrow. Today it is enough that it is written down.");
  await viewer.db.setback.updateMany({ where: { userId: viewer.id, id: setbackId }, data: { phase } });
  return goTo(`/setbacks/${setbackId}#stages`);
});
