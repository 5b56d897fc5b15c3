import { freshId } from "@/lib/ids";
import { findSupporterPreview } from "@/lib/supporters/queries";
import { PREVIEW, partsField } from "@/lib/supporters/schema";
import type { Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aSetback } from "../factories-of-setbacks";
import { aSupporterLink, aSupporterNote } from "../factories-of-supporters";
import type { Fields } from "../form";
import { look } from "./look";
import { authorOnly, everyone, type Rows } from "./row";

/* The card that its author alone sees, and what a member lets a supporter see. */

/** What a member chose for a supporter, as they look at it before the link is made. */
async function previewed(member: Member): Promise<Fields> {
  const { id: setbackId } = await aSetback(member);
  await aDraft(member, PREVIEW, {
    id: [freshId()],
    name: ["Sam"],
    called: ["Heron"],
    days: ["30"],
    goals: ["none"],
    names: ["masked"],
    [partsField(setbackId)]: ["kind"],
  });
  const preview = await look(member, (viewer) => findSupporterPreview(viewer));
  return { id: preview?.id, seen: preview?.seen };
}

export const rowsOfCare: Rows = {
  "crisis/answerCard": { row: everyone, fields: () => ({ answer: "mistaken" }) },
  "crisis/showLinesOf": { row: everyone, fields: () => ({ country: "DE" }) },
  "supporters/chooseForSupporter": {
    row: everyone,
    fields: () => ({ name: "Sam", called: "Heron", days: 30, goals: "none", wins: true, names: "masked" }),
  },
  "supporters/makeLink": {
    // Whoever has nothing to look at is led back to choose.
    row: { "signed out": "sign in", unverified: "no", anyoneElse: "done" },
    fields: async ({ author }, person) =>
      person === "author" ? previewed(author) : { id: freshId(), seen: "nothing" },
  },
  "supporters/endLink": {
    row: authorOnly,
    fields: async ({ author }) => ({ linkId: (await aSupporterLink(author)).id }),
  },
  "supporters/extendLink": {
    row: authorOnly,
    fields: async ({ author }) => ({ linkId: (await aSupporterLink(author)).id, days: 7 }),
  },
  "supporter-notes/leaveNote": {
    // Whoever holds the link, signed in or not.
    row: { anyoneElse: "done" },
    fresh: true,
    fields: async ({ author }) => ({ code: (await aSupporterLink(author)).code, words: "I am with you." }),
  },
  "supporter-notes/hideNote": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "404" },
    fields: async ({ author }) => ({
      noteId: (await aSupporterNote(author, await aSupporterLink(author))).id,
    }),
  },
  "supporter-notes/showNote": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "404" },
    fields: async ({ author }) => ({
      noteId: (await aSupporterNote(author, await aSupporterLink(author))).id,
    }),
  },
  "supporter-notes/deleteNote": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({
      noteId: (await aSupporterNote(author, await aSupporterLink(author))).id,
    }),
  },
};
