import { z } from "zod";
import { questionsIn } from "@/lib/debriefs/rules";
import { mintedId, optionalWords, rowId } from "@/lib/form-fields";
import { QUESTION_LENGTH } from "@/lib/practice/schema";

const DEBRIEF_LENGTH = 10_000;
const MOST_QUESTIONS = 40;

export const debriefForm = z.object({
  /** For the questions: sent twice, each is there once. */
  id: mintedId,
  setbackId: rowId,
  wentWell: optionalWords(DEBRIEF_LENGTH),
  differently: optionalWords(DEBRIEF_LENGTH),
  questions: z
    .string()
    .default("")
    .transform(questionsIn)
    .pipe(
      z
        .array(
          z
            .string()
            .max(
              QUESTION_LENGTH,
              `One of them is longer than ${QUESTION_LENGTH} characters. One a line, please.`,
            ),
        )
        .max(MOST_QUESTIONS, `At most ${MOST_QUESTIONS} at once, please. Save these, then add the others.`),
    ),
});

/** Under which key a debrief waits until it is saved. */
export const debriefDraftKey = (setbackId: string) => `debrief:${setbackId}`;
