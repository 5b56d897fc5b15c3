import { z } from "zod";
import { artefacts, froms, LONGEST_LETTER } from "@/lib/feedback/schema";
import { line, mintedId, rowId, words } from "@/lib/form-fields";

/** So many are kept for the next time. */
export const MOST_TEMPLATES = 100;

export const templateForm = z.object({
  id: mintedId,
  artefact: z.enum(artefacts),
  askedOf: z.enum(froms),
  subject: line("Give it a subject."),
  letter: words("Write a line or two.", LONGEST_LETTER),
});

export const oneTemplateForm = z.object({ templateId: rowId });

/** Under which key a letter that is to become a template waits until it is kept. */
export const templateDraftKey = (requestId: string) => `letter-to-keep:${requestId}`;
