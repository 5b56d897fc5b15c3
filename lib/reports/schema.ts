import { z } from "zod";
import { mintedId, optionalWords, tick } from "@/lib/form-fields";
import { reasons } from "@/lib/reports/rules";

/**
 * What an address and a form can name: a person by what stands for them alone (lib/reports/thing-id.ts) or by the
 * viewer's own block of them, a circle as it is seen from inside or as it lists itself.
 */
export const reportable = [
  "post",
  "reply",
  "person",
  "blocked",
  "circle",
  "listing",
  "note",
  "ask",
  "check-in",
  "commitment",
  "turn",
] as const;
export type Reportable = (typeof reportable)[number];

export const reportForm = z.object({
  id: mintedId,
  about: z.enum(reportable),
  circleId: z.string().max(40),
  thing: z.string().max(40),
  reason: z.enum(reasons, "Please choose what comes nearest."),
  words: optionalWords(2000),
  putAway: tick,
  block: tick,
});

/** Under which key words for the moderators wait. */
export const reportDraftKey = (id: string) => `report:${id}`;
