import { z } from "zod";
import { draftKey, typedAt } from "@/lib/form-fields";

/** A draft says which form it belongs to and when it was typed; the rest is whatever the form holds. */
export const draftForm = z.looseObject({
  draftKey,
  typedAt,
});

/** Names a draft without being the form that it belongs to. */
export const draftOnly = z.object({ key: draftKey });
