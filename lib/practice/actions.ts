"use server";
import { notFound } from "next/navigation";
import { formAction, goTo, say } from "@/lib/form-action";
import { keepQuestions } from "@/lib/practice/keep-questions";
import { oneQuestionForm, questionForm } from "@/lib/practice/schema";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const mine = (viewer: Viewer, questionId: string) => ({
  userId: viewer.id,
  id: questionId,
  deletedAt: null,
});

export const addQuestion = formAction(questionForm, async (viewer, { id, question }) => {
  await keepQuestions(viewer, { id, setbackId: null, questions: [question] });
  return say("On your list.");
});

export const notePractised = formAction(oneQuestionForm, async (viewer, { questionId }) => {
  const { count } = await viewer.db.practiceQuestion.updateMany({
    where: mine(viewer, questionId),
    data: { practisedAt: viewer.now },
  });
  if (count === 0) notFound();
  return say("Noted: you practised it today.");
});

export const takeNoteBack = formAction(oneQuestionForm, async (viewer, { questionId }) => {
  const { count } = await viewer.db.practiceQuestion.updateMany({
    where: mine(viewer, questionId),
    data: { practisedAt: null },
  });
  if (count === 0) notFound();
  return say("Taken back.");
});

export const takeOutQuestion = formAction(oneQuestionForm, async (viewer, { questionId }) => {
  const { count } = await viewer.db.practiceQuestion.updateMany({
    where: mine(viewer, questionId),
    data: { deletedAt: viewer.now },
  });
  const anyhow = { userId: viewer.id, id: questionId };
  if (count === 0 && (await viewer.db.practiceQuestion.count({ where: anyhow })) === 0) notFound();
  return goTo(`/practice?deleted=${questionId}`);
});

export const bringQuestionBack = formAction(oneQuestionForm, async (viewer, { questionId }) => {
  await viewer.db.practiceQuestion.updateMany({
    where: { userId: viewer.id, id: questionId, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  if ((await viewer.db.practiceQuestion.count({ where: mine(viewer, questionId) })) === 0) notFound();
  return goTo("/practice");
});
