import { dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import { findSupporterPreview } from "@/lib/supporters/queries";
import { PREVIEW, partsField } from "@/lib/supporters/schema";
import { aDraft, aSetback, aSupporterLink, aSupporterNote, type Member } from "../factories";
import type { Fields } from "../form";
import type { Person, World } from "./world";

type Expected = "done" | "nothing" | "no" | "404" | "sign in";
type Row = Partial<Record<Person, Expected>> & { anyoneElse: Expected };

/* The card that its author alone sees, and what a member lets a supporter see. */

const members = { "signed out": "sign in", anyoneElse: "done" } as const;
const authorOnly = { "signed out": "sign in", author: "done", anyoneElse: "404" } as const;

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
  const preview = await asMember(member.id, (db) => {
    const now = new Date();
    const words = privateWords(member);
    return findSupporterPreview({ ...member, db, now, today: dayIn(member.timeZone, now), words });
  });
  return { id: preview?.id, seen: preview?.seen };
}

export const rowsOfCare: Record<
  string,
  { row: Row; fields: (world: World, person: Person) => Fields | Promise<Fields>; fresh?: true }
> = {
  "crisis/answerCard": { row: members, fields: () => ({ answer: "mistaken" }) },
  "crisis/showLinesOf": { row: members, fields: () => ({ country: "DE" }) },
  "supporters/chooseForSupporter": {
    row: members,
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
