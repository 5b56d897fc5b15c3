import "server-only";
import { type Day, dayIn, sayDay } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

export type QuestionLine = { id: string; question: string; practised: { on: Day; said: string } | null };

/** The viewer's questions to practise, oldest first; those of one interview when its setback is named. */
export async function listQuestions(viewer: Viewer, setbackId?: string): Promise<QuestionLine[]> {
  if (setbackId !== undefined && !isId(setbackId)) return [];
  const rows = await viewer.db.practiceQuestion.findMany({
    where: { userId: viewer.id, deletedAt: null, ...(setbackId !== undefined && { setbackId }) },
    select: { id: true, question: true, practisedAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, question, practisedAt }) => ({
    id,
    question: viewer.words.open("practice_questions.question", id, question),
    practised: practisedAt && sayPractised(dayIn(viewer.timeZone, practisedAt), viewer.today),
  }));
}

const sayPractised = (on: Day, today: Day) => ({
  on,
  said: on === today ? "today" : `on ${sayDay(on, today)}`,
});

/** Whether this is a question that the viewer took out and can still bring back. */
export async function findQuestionTakenOut(viewer: Viewer, questionId: unknown) {
  if (!isId(questionId)) return null;
  return viewer.db.practiceQuestion.findFirst({
    where: { userId: viewer.id, id: questionId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
