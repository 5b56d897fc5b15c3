import { z } from "zod";

/** What somebody says of the words that brought the card, or that they have seen it. */
export const answers = ["me", "someone", "mistaken", "away"] as const;

const ask = "Please choose one of these.";

export const answerForm = z.object({ answer: z.enum(answers, ask) });

export const linesForm = z.object({ country: z.string().regex(/^[A-Z]{2}$/, "Please choose your country.") });

/** Where on a page the card stands: a form that brings it leads there. */
export const CARD_ID = "for-you";
