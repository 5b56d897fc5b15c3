import { z } from "zod";
import { mintedId, optionalChoice, rowId, words } from "@/lib/form-fields";
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
  toReported: words("Please write why, for the one whom it is about.", 2000),
  toReporter: words("Please write an answer for whoever reported it.", 2000),
});

export const decideAppealForm = z.object({
  decisionId: rowId,
  what: z.enum(["keep", "change"], "Please choose one of these."),
  words: words("Please write why.", 2000),
});

export const decideDraftKey = (reportId: string) => `decide:${reportId}`;
