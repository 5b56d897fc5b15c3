"use server";
import { formAction, goTo } from "@/lib/form-action";
import { requireDayForLearning } from "@/lib/phases/require-day-for-learning";
import { opens } from "@/lib/phases/rules";
import { phaseForm } from "@/lib/phases/schema";
import { requireSetback } from "@/lib/setbacks/require-setback";

/** Lets a setback rest in another stage, further on or back. */
export const restIn = formAction(phaseForm, async (viewer, { setbackId, phase }) => {
  await requireSetback(viewer, setbackId);
  if (!opens(phase, true)) await requireDayForLearning(viewer);
  await viewer.db.setback.updateMany({ where: { userId: viewer.id, id: setbackId }, data: { phase } });
  return goTo(`/setbacks/${setbackId}#stages`);
});
