"use server";
import { isAboutNothing } from "@/lib/drafts/about";
import { draftForm, draftOnly } from "@/lib/drafts/schema";
import { formAction } from "@/lib/form-action";
import { keepDraft, MOST } from "@/lib/keep-draft";
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
    const kept = (await isAboutNothing(viewer, draftKey)) ? "deleted" : await keepDraft(viewer, draft);
    if (kept !== "kept") throw new Refusal(`Not saved as you write: ${why[kept]}`);
  },
  { quiet: true, whileSuspended: true },
);

const why = {
  deleted:
    "what this belongs to was deleted meanwhile. What you typed stays on this page for as long as it is open.",
  "newer words":
    "newer words of yours are kept for this form, perhaps from another tab. What you typed here stays on this page and can be sent.",
  "too many": `${MOST.drafts} other forms of yours hold words that were not sent, and there is no room for more. What you typed here stays on this page and can be sent.`,
  "too long": `this is longer than the ${MOST.characters.toLocaleString("en")} characters that are kept of one form. What you typed here stays on this page.`,
};

/** Lets go of what was kept of a form, so that it opens empty. */
export const startAfresh = formAction(
  draftOnly,
  async (viewer, { key }) => {
    await viewer.db.draft.deleteMany({ where: { userId: viewer.id, key } });
  },
  { whileSuspended: true },
);
