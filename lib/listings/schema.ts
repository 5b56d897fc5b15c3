import { z } from "zod";
import { SEATS, STARTS_AT } from "@/lib/circles/rules";
import { line, rowId, tick } from "@/lib/form-fields";

const ask = "Please choose one of these.";

export const listForm = z.object({
  circleId: rowId,
  words: line("Please say in a line who this circle is for.", 200),
  takesUpTo: z.coerce.number(ask).int(ask).min(STARTS_AT, ask).max(SEATS, ask),
  isShown: tick,
  isMatched: tick,
});

export const unlistForm = z.object({ circleId: rowId });
