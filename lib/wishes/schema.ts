import { z } from "zod";
import { line, mintedId, rowId } from "@/lib/form-fields";
import { planObstacle, planStep } from "@/lib/plans/schema";
import { type Part, parts, type Screen, SENTENCE_LENGTH } from "@/lib/wishes/rules";

const asks: Record<Part, string> = {
  wish: "Write in one sentence what you wish for.",
  outcome: "Write in one sentence what the best of it would be.",
  obstacle: "Write in one sentence what it is in you that could get in the way.",
};

export const wishForm = z.object({ id: mintedId, words: line(asks.wish, SENTENCE_LENGTH) });

const said = <P extends Part>(part: P) =>
  z.object({ part: z.literal(part), wishId: rowId, words: line(asks[part], SENTENCE_LENGTH) });

/** One sentence of a picture, said or changed. */
export const sentenceForm = z.discriminatedUnion("part", [said(parts[0]), said(parts[1]), said(parts[2])]);

/** The plan that a picture ends with; `id` is for a plan that is not there yet. */
export const wishPlanForm = z.object({ wishId: rowId, id: mintedId, obstacle: planObstacle, step: planStep });

export const oneWishForm = z.object({ wishId: rowId });

/** Under which key a new wish waits until it is kept. */
export const NEW_WISH = "wish";

/** Under which key a sentence of a picture waits until it is kept. */
export const wishDraftKey = (screen: Screen, wishId: string) => `wish-${screen}:${wishId}`;
