"use server";
import { draftForm, draftOnly } from "@/lib/drafts/schema";
import { formAction } from "@/lib/form-action";
import { keepDraft } from "@/lib/keep-draft";
import { Refusal } from "@/lib/refusal";

/** Keeps what is being typed, so that a reload, a lost session or a flat battery costs no words. */
export const saveDraft = formAction(
  draftForm,
  async (viewer, { draftKey, typedAt, ...typed }) => {
    const values = Object.fromEntries(
      Object.entries(typed)
        .filter(([name]) => !/password/i.test(name))
        .map(([name, value]) => [name, [value].flat()]),
    );
    const draft = { key: draftKey, values, typedAt: new Date(typedAt) };
    if (!(await keepDraft(viewer.db, viewer.id, draft))) throw new Refusal(NEWER_WORDS);
  },
  { quiet: true },
);

const NEWER_WORDS =
  "Not saved as you write: newer words of yours are kept for this form, perhaps from another tab. What you typed here stays on this page and can be sent.";

/** Lets go of what was kept of a form, so that it opens empty. */
export const startAfresh = formAction(draftOnly, async (viewer, { key }) => {
  await viewer.db.draft.deleteMany({ where: { userId: viewer.id, key } });
});
