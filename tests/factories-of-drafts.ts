import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { keepDraft, sealValues } from "@/lib/keep-draft";
import { privateWords } from "@/lib/private-words";
import type { Member } from "./factories";

/** What somebody has typed into a form and not sent. */
export const aDraft = (member: Member, key: string, values: Record<string, string[]>) =>
  asMember(member.id, (db) => keepDraft({ id: member.id, db, words: privateWords(member) }, { key, values }));

/** As many as one member can have; one of them is a win's. */
export const twoHundredDrafts = (member: Member) =>
  asMember(member.id, (db) =>
    db.draft.createMany({
      data: ["win", ...Array.from({ length: 199 }, () => `reply:${freshId()}`)].map((key) => ({
        userId: member.id,
        key,
        values: sealValues(privateWords(member), key, { body: ["I am"] }),
        typedAt: new Date(),
      })),
    }),
  );
