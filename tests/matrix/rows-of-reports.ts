import { findCircleWeek } from "@/lib/check-ins/queries";
import { findMeeting } from "@/lib/meetings/queries";
import { personMark } from "@/lib/reports/thing-id";
import { aMember } from "../factories";
import { aCheckIn, aCommitment, aMeeting, aWrittenTurn } from "../factories-of-circles";
import { aListing, aSeatAsk } from "../factories-of-finding";
import { aPost } from "../factories-of-posts";
import { aDecision, aModerator, aReport } from "../factories-of-safety";
import { aSupporterLink, aSupporterNote } from "../factories-of-supporters";
import type { Fields } from "../form";
import { look } from "./look";
import { authorOnly, type Rows } from "./row";
import type { World } from "./world";

/* What can be reported beside posts (which stand in rows-of-safety.ts), and that a letter was read. */

const sent = (about: string, circleId: string, thing: string): Fields => ({
  about,
  circleId,
  thing,
  reason: "harassment",
});

export const rowsOfReports: Rows = {
  "decisions/haveRead": {
    row: authorOnly,
    fields: async ({ author, member, circle }) => {
      const report = await aReport(member, await aPost(author, circle), { reportedId: author.id });
      return { letterId: (await aDecision(await aModerator(), report)).letterOf(author) };
    },
  },
};

/** The same action, about each thing that the author wrote, or that is the author's alone to report. */
export const reportsOf: Record<string, (world: World) => Promise<{ about: string; fields: Fields }>> = {
  "a person": async ({ author, circle }) => ({
    about: "person",
    fields: sent("person", circle.id, personMark(circle.id, author.id)),
  }),
  "a check-in": async ({ author, member, circle }) => {
    await aCheckIn(author, circle);
    const week = await look(member, (viewer) => findCircleWeek(viewer, circle.id));
    const note = week?.notes.find(({ alias }) => alias === author.name);
    return { about: "check-in", fields: sent("check-in", circle.id, note?.reportAs ?? "") };
  },
  "a commitment": async ({ author, circle }) => ({
    about: "commitment",
    fields: sent("commitment", circle.id, (await aCommitment(author, circle)).id),
  }),
  "a written turn": async ({ author, member, circle }) => {
    const meeting = await aMeeting(author, circle, { kind: "writing" });
    await aWrittenTurn(author, meeting);
    const found = await look(member, (viewer) => findMeeting(viewer, circle.id, meeting.id));
    const words = found?.meeting.written?.steps.flatMap((step) => step.words) ?? [];
    return { about: "turn", fields: sent("turn", circle.id, words[0]?.reportAs ?? "") };
  },
  "an ask for a seat": async ({ circle }) => ({
    about: "ask",
    fields: sent("ask", circle.id, (await aSeatAsk(await aMember({ name: "Dunlin" }), circle)).id),
  }),
  "a circle that lists itself": async ({ facilitator, circle }) => {
    await aListing(facilitator, circle);
    return { about: "listing", fields: sent("listing", circle.id, circle.id) };
  },
  "a supporter's note": async ({ author }) => {
    const { id } = await aSupporterNote(author, await aSupporterLink(author));
    return { about: "note", fields: sent("note", id, id) };
  },
};
