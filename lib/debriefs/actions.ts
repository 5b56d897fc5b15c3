"use server";
import { debriefForm } from "@/lib/debriefs/schema";
import { formAction, say } from "@/lib/form-action";
import { requireDayForLearning } from "@/lib/phases/require-day-for-learning";
import { keepQuestions } from "@/lib/practice/keep-questions";
import { Refusal } from "@/lib/refusal";
import { requireSetback } from "@/lib/setbacks/require-setback";

export const keepDebrief = formAction(
  debriefForm,
  async (viewer, { id, setbackId, wentWell, differently, questions }) => {
    await requireSetback(viewer, setbackId);
    await requireDayForLearning(viewer);
    const parts = {
      wentWell: viewer.words.seal("debriefs.went_well", setbackId, wentWell),
      differently: viewer.words.seal("debriefs.differently", setbackId, differently),
    };
    const of = { userId: viewer.id, setbackId };
    const isEmpty = wentWell === null && differently === null && questions.length === 0;
    if (isEmpty && (await viewer.db.debrief.count({ where: of })) === 0) {
      throw new Refusal("There is nothing here to keep yet. A line in any of these is enough.");
    }
    const { count } = await viewer.db.debrief.createMany({ data: { ...of, ...parts }, skipDuplicates: true });
    if (count === 0) await viewer.db.debrief.updateMany({ where: of, data: parts });
    await keepQuestions(viewer, { id, setbackId, questions });
    return say(
      questions.length > 0
        ? "Kept. The questions are among those to practise."
        : "Kept. You can come back to it whenever you like.",
    );
  },
);
