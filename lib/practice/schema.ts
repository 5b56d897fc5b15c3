import { z } from "zod";
import { line, mintedId, rowId } from "@/lib/form-fields";

export const QUESTION_LENGTH = 300;

/** So many come from one setback, and so many from none. */
export const MOST_QUESTIONS_KEPT = 200;

export const questionForm = z.object({
  id: mintedId,
  question: line("Write down a question.", QUESTION_LENGTH),
});

export const oneQuestionForm = z.object({ questionId: rowId });

/** Under which key a question waits until it is added. */
export const PRACTICE_DRAFT_KEY = "practice";
