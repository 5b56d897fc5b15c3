import type { FormDraft } from "@/components/forms/draft-keeper";
import { saveDraft } from "@/lib/drafts/actions";
import type { Draft } from "@/lib/drafts/queries";

/** How a form keeps its words under a key, and opens with those that were kept before. */
export const draftOf = (key: string, draft: Draft | undefined): FormDraft => ({
  key,
  action: saveDraft,
  ...(draft && { values: draft.values, typedAt: draft.typedAt }),
});
