import { z } from "zod";
import { line, mintedId, rowId, tick } from "@/lib/form-fields";
import { aliasField } from "@/lib/memberships/schema";

export const askForm = z.object({
  id: mintedId,
  circleId: rowId,
  alias: aliasField,
  aliasKept: tick,
  words: line("Please write a line, so that they know who asks.", 300),
  agreed: z.literal(
    ["on", "true", "yes"],
    "Please say yes to the agreements first: the circle rests on them.",
  ),
});

export const askDraftKey = (circleId: string) => `ask:${circleId}`;

export const answerForm = z.object({ circleId: rowId, askId: rowId });

export const takeBackAskForm = z.object({ askId: rowId });
