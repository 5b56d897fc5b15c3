/*
 * An exercise is a short guided form of self-kindness, or about what one holds dear. Nothing of it is ever
 * required: each question can be left out, and where all of them are there is nothing to keep. It can be done
 * again at any time, beside the earlier ones, which can be read and deleted.
 */

import { type ExerciseKind, guides, type Question, type QuestionName } from "@/lib/exercises/guides";
import type { Told } from "@/lib/exercises/schema";

/** So many belong to one setback. */
export const MOST_EXERCISES = 100;

/** What was answered, by the question's name; a question that was left out is not there. */
export type Answers = Partial<Record<QuestionName, string[]>>;

/** The answers that a form gives to the questions of its kind. */
export function answersOf(told: Told): Answers {
  const given = guides[told.kind].questions.map(({ name }): [QuestionName, string[]] => [
    name,
    [told[name] ?? []].flat().filter((text) => text !== ""),
  ]);
  return Object.fromEntries(given.filter(([, texts]) => texts.length > 0));
}

export const areNone = (answers: Answers): boolean => Object.keys(answers).length === 0;

export type Answered = { question: Question; texts: string[] };

/** Answers under their questions, in the order in which they were asked. */
export const underQuestions = (kind: ExerciseKind, answers: Answers): Answered[] =>
  guides[kind].questions.flatMap((question) => {
    const texts = answers[question.name];
    return texts ? [{ question, texts }] : [];
  });
