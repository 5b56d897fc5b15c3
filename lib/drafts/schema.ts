import { z } from "zod";
import { draftKey } from "@/lib/form-fields";

/** A draft says which form it belongs to and when it was typed; the rest is whatever the form holds. */
export const draftForm = z.looseObject({
  draftKey,
  /** Milliseconds by the browser's clock. */
  typedAt: z.coerce.number().int().positive().max(8e12),
});

/** Names a draft without being the form that it belongs to. */
export const draftOnly = z.object({ key: draftKey });
