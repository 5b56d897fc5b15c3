import { asMember } from "@/lib/db";
import { aPost } from "../factories-of-posts";
import { aBlock, aDecision, aModerator, aReport } from "../factories-of-safety";
import { authorOnly, type Rows, seated } from "./row";

/* Blocks, a report of a post, and what moderators decide. */

const nobodysCase = { "signed out": "sign in", anyoneElse: "404" } as const;

export const rowsOfSafety: Rows = {
  "blocks/block": {
    row: { ...seated, author: "404" },
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron" }),
    fresh: true,
  },
  "blocks/unblock": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author, circle }) => {
      await aBlock(author, circle, "Wren");
      const [made] = await asMember(author.id, (db) => db.block.findMany({ where: { userId: author.id } }));
      return { blockId: made?.id };
    },
    fresh: true,
  },
  "reports/report": {
    row: { ...seated, author: "404" },
    fields: async ({ author, circle }) => ({
      about: "post",
      circleId: circle.id,
      thing: (await aPost(author, circle)).id,
      reason: "harassment",
      words: "Please look at this.",
    }),
  },
  // Nobody here is a moderator.
  "moderation/decide": {
    row: nobodysCase,
    fields: async ({ author, member, circle }) => ({
      reportId: (await aReport(member, await aPost(author, circle), { reportedId: author.id })).id,
      kind: "warn",
      toReported: "That was too much.",
      toReporter: "Thank you for telling us.",
    }),
  },
  "moderation/decideAppeal": {
    row: nobodysCase,
    fields: async ({ author, member, circle }) => {
      const report = await aReport(member, await aPost(author, circle), { reportedId: author.id });
      const { id } = await aDecision(await aModerator(), report);
      return { decisionId: id, what: "keep", words: "It was." };
    },
  },
  "appeals/appeal": {
    row: authorOnly,
    fields: async ({ author, member, circle }) => {
      const report = await aReport(member, await aPost(author, circle), { reportedId: author.id });
      return {
        letterId: (await aDecision(await aModerator(), report)).letterOf(author),
        words: "I meant it kindly.",
      };
    },
  },
};
