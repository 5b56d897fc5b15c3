"use server";
import { notFound } from "next/navigation";
import { columnOf } from "@/lib/dates";
import { formAction, goTo, say } from "@/lib/form-action";
import { freshId } from "@/lib/ids";
import { answerNoticed } from "@/lib/noticed-wins/answer-noticed";
import { listNoticed } from "@/lib/noticed-wins/queries";
import { noticedWords } from "@/lib/noticed-wins/rules";
import { noticedForm } from "@/lib/noticed-wins/schema";
import type { Viewer } from "@/lib/viewer";

/** Makes a win of what was noticed. */
export const keepNoticed = formAction(noticedForm, async (viewer, { kind, occasion }) => {
  const noticed = await find(viewer, kind, occasion);
  const winId = freshId();
  if (noticed && (await answerNoticed(viewer, { kind, occasion, answer: "kept", winId }))) {
    const { body } = noticedWords[kind];
    await viewer.db.win.createMany({
      data: { userId: viewer.id, id: winId, body, day: columnOf(noticed.day) },
    });
    return goTo(`/wins?written=${winId}`);
  }
  // Pressed twice, or answered in another tab.
  const answered = await findAnswered(viewer, kind, occasion);
  return goTo(answered?.winId ? `/wins?written=${answered.winId}` : "/wins");
});

/** Leaves it out, for good. */
export const leaveNoticed = formAction(noticedForm, async (viewer, { kind, occasion }) => {
  if (await find(viewer, kind, occasion))
    await answerNoticed(viewer, { kind, occasion, answer: "not_for_me" });
  // Kept meanwhile in another tab, it is a win, and there it can be deleted.
  const { winId } = await findAnswered(viewer, kind, occasion);
  return winId ? goTo(`/wins?written=${winId}`) : say("Left out. It is not noticed again.");
});

/** What was noticed, also on a day on which the form was only still open. */
const find = async (viewer: Viewer, kind: string, occasion: string) =>
  (await listNoticed(viewer, { whenever: true })).find(
    (one) => one.kind === kind && one.occasion === occasion,
  );

async function findAnswered(viewer: Viewer, kind: keyof typeof noticedWords, occasion: string) {
  const answered = await viewer.db.noticedWin.findFirst({
    where: { userId: viewer.id, kind, occasion },
    select: { winId: true },
  });
  return answered ?? notFound();
}
