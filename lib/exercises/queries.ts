import "server-only";
import { dayIn, sayDay } from "@/lib/dates";
import type { ExerciseKind } from "@/lib/exercises/guides";
import { type Answers, underQuestions } from "@/lib/exercises/rules";
import { isId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";

export type ExerciseCard = Awaited<ReturnType<typeof listExercises>>[number];

/**
 * The viewer's exercises about one of their setbacks, the newest first; of one kind, where one is named. One statement.
 */
export async function listExercises(viewer: Viewer, setbackId: string, kind?: ExerciseKind) {
  if (!isId(setbackId)) return [];
  const rows = await viewer.db.exercise.findMany({
    where: { userId: viewer.id, setbackId, ...(kind && { kind }) },
    select: { id: true, kind: true, answers: true, createdAt: true },
    orderBy: { id: "desc" },
  });
  return rows.map(({ createdAt, answers, ...row }) => {
    const opened = viewer.words.open("exercises.answers", row.id, answers);
    return {
      ...row,
      said: sayDay(dayIn(viewer.timeZone, createdAt), viewer.today),
      answered: opened.startsWith("{") ? underQuestions(row.kind, JSON.parse(opened) as Answers) : [],
      /** What stands in the place of answers that cannot be opened. */
      instead: opened.startsWith("{") ? null : opened,
    };
  });
}
