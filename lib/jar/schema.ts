import { z } from "zod";
import { day, mintedId, optionalLine, rowId, words } from "@/lib/form-fields";

export const LONGEST_ENTRY = 4000;

export const jarForm = z.object({
  id: mintedId,
  words: words("Write a line, or copy what somebody said of you.", LONGEST_ENTRY),
  origin: optionalLine(),
  day,
});

export const oneEntryForm = z.object({ entryId: rowId });
