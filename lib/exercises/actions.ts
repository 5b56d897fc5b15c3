"use server";
import { answersOf, areNone } from "@/lib/exercises/rules";
import { exerciseForm, oneExerciseForm } from "@/lib/exercises/schema";
import { formAction, goTo, say } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { requireSetback } from "@/lib/setbacks/require-setback";

export const keepExercise = formAction(exerciseForm, async (viewer, { id, setbackId, ...told }) => {
  await requireSetback(viewer, setbackId);
  const answered = answersOf(told);
  if (areNone(answered)) return say("Nothing to keep, and that is fine. It is here on any other day.");
  const { kind } = told;
  const answers = JSON.stringify(answered);
  // Sealed to the row under which it is kept in the end.
  const sealed = <Row extends { id: string }>(row: Row) => ({
    ...row,
    answers: viewer.words.seal("exercises.answers", row.id, answers),
  });
  const kept = await keepOnce(
    { id, userId: viewer.id, setbackId, kind, answers },
    {
      add: (row) => viewer.db.exercise.createMany({ data: sealed(row), skipDuplicates: true }),
      find: (row) => viewer.db.exercise.count({ where: sealed(row) }),
    },
  );
  return goTo(`/setbacks/${setbackId}/exercise/${kind}?kept=${kept.id}`);
});

/** Deletes an exercise for good. Doing it twice is the same as doing it once. */
export const deleteExercise = formAction(oneExerciseForm, async (viewer, { exerciseId, setbackId, kind }) => {
  await viewer.db.exercise.deleteMany({ where: { userId: viewer.id, id: exerciseId, setbackId } });
  return goTo(`/setbacks/${setbackId}/exercise/${kind}?deleted=1`);
});
