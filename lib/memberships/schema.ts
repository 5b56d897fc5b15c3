import { z } from "zod";
import { line, rowId } from "@/lib/form-fields";

/** Marks that are not seen: some turn the text around them, some make two names look the same. */
const UNSEEN = /[\p{Cf}\u115F\u1160\u3164\uFFA0]/gu;

/** A name as it is seen: one way to write each letter, and nothing hidden between them. */
export const aliasField = z
  .string("How should this circle call you?")
  .transform((text) => text.normalize("NFKC").replace(UNSEEN, ""))
  .pipe(line("How should this circle call you?", 40));

export const joinForm = z.object({
  code: z.string().max(100),
  alias: aliasField,
  agreed: z.literal(
    ["on", "true", "yes"],
    "Please say yes to the agreements first: the circle rests on them.",
  ),
});

export const circleForm = z.object({ circleId: rowId });

/** People are named by their alias in the circle: nothing that tells who they are elsewhere leaves the server. */
export const personForm = z.object({ circleId: rowId, alias: z.string().min(1).max(100) });

export const handOverForm = personForm.extend({
  afterwards: z.enum(["cofacilitator", "member"], "Please choose one of these."),
});
