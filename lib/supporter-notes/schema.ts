import { z } from "zod";
import { mintedId, rowId, words } from "@/lib/form-fields";

/** A note is a few lines. */
export const NOTE_LENGTH = 2000;

export const noteForm = z.object({
  id: mintedId,
  code: z.string().max(100),
  words: words("Write a line or two.", NOTE_LENGTH),
});

export const oneNoteForm = z.object({ noteId: rowId });
