import { z } from "zod";
import { rowId, words } from "@/lib/form-fields";

export const appealForm = z.object({
  letterId: rowId,
  words: words("Please write what should be seen differently.", 2000),
});

export const appealDraftKey = (letterId: string) => `appeal:${letterId}`;
