import { z } from "zod";
import { mintedId, optionalChoice, optionalWords, rowId, words } from "@/lib/form-fields";
import type { DecisionKind } from "@/lib/generated/enums";
import { REST_DAYS } from "@/lib/moderation/rules";

const kinds = [
  "none",
  "hide",
  "warn",
  "remove",
  "suspend",
  "close",
] as const satisfies readonly DecisionKind[];

export const decideForm = z.object({
  id: mintedId,
  reportId: rowId,
  kind: z.enum(kinds, "Please choose what should happen."),
  days: optionalChoice(REST_DAYS.map(String) as [string, ...string[]]),
  // Who is written to follows from what is decided (rules.ts).
  toReported: optionalWords(2000),
  toReporter: optionalWords(2000),
});

export const decideAppealForm = z.object({
  decisionId: rowId,
  what: z.enum(["keep", "change"], "Please choose one of these."),
  words: words("Please write why.", 2000),
  toReporter: optionalWords(2000),
});

export const decideDraftKey = (reportId: string) => `decide:${reportId}`;
