import { z } from "zod";
import { rowId, tick } from "@/lib/form-fields";
import { isNudgeKind, type NudgeKind } from "@/lib/nudges/kinds";

export const putAwayForm = z.object({
  kind: z.custom<NudgeKind>(
    (kind) => typeof kind === "string" && isNudgeKind(kind),
    "This form is out of date. Please reload the page.",
  ),
  aboutId: rowId,
});

export const nudgeMailsForm = z.object({ mails: tick });
