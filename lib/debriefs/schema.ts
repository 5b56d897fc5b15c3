import { z } from "zod";
import { questionsIn } from "@/lib/debriefs/rules";
import { mintedId, rowId } from "@/lib/form-fields";
import { QUESTION_LENGTH } from "@/lib/practice/schema";

export const DEBRIEF_LENGTH = 10_000;
const MOST_QUESTIONS = 40;

const part = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(
    z.string().max(DEBRIEF_LENGTH, "That is longer than 10,000 characters. Please make it a little shorter."),
  )
  .transform((text) => text || null);

export const debriefForm = z.object({
  /** For the questions: sent twice, each is there once. */
  id: mintedId,
  setbackId: rowId,
  wentWell: part,
  differently: part,
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
