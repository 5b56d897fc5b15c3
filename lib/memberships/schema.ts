import { z } from "zod";
import { line, rowId, tick } from "@/lib/form-fields";
import type { MembershipRole } from "@/lib/generated/enums";
import { holdsLink } from "@/lib/posts/links";

/**
 * Marks that are not seen, and one that is blank: some turn the text around them, some make two names look the
 * same. What joins emoji or chooses their look is among them; each emoji stays, side by side with the next.
 */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** A name as it is seen: nothing hidden between its letters, and then one way to write each. */
export const aliasField = z
  .string("How should this circle call you?")
  .transform((text) => text.replace(UNSEEN, "").normalize("NFKC"))
  .pipe(line("How should this circle call you?", 40))
  .refine((name) => !holdsLink(name), "Please choose a name that is not an address.");

export const joinForm = z.object({
  code: z.string().max(100),
  alias: aliasField,
  aliasKept: tick,
  agreed: z.literal(
    ["on", "true", "yes"],
    "Please say yes to the agreements first: the circle rests on them.",
  ),
});

/** Under which key it waits how somebody wants to be called in a circle, until they join it. */
export const joinDraftKey = (circleId: string) => `join:${circleId}`;

export const circleForm = z.object({ circleId: rowId });

/** People are named by their alias in the circle: nothing that tells who they are elsewhere leaves the server. */
export const personForm = z.object({ circleId: rowId, alias: z.string().min(1).max(100) });

/** What somebody can be who hands the circle over. */
const rolesAfterwards = ["cofacilitator", "member"] as const satisfies readonly MembershipRole[];

export const handOverForm = personForm.extend({
  afterwards: z.enum(rolesAfterwards, "Please choose one of these."),
});
