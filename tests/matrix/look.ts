import { dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { privateWords } from "@/lib/private-words";
import type { Viewer } from "@/lib/viewer";
import type { Member } from "../factories";

/** As lib/viewer.ts looks; that file speaks to Next, and journeys in the browser read the matrix too. */
export const look = <T>(member: Member, at: (viewer: Viewer) => Promise<T>): Promise<T> =>
  asMember(member.id, (db) => {
    const now = new Date();
    return at({ ...member, db, now, today: dayIn(member.timeZone, now), words: privateWords(member) });
  });
