import { personMark } from "@/lib/reports/thing-id";
import type { Rows } from "./row";

/* Blocks, reports and what moderators decide. */

export const pagesOfSafety: Rows = {
  "(member)/settings/blocked": [
    ["blocker", () => "/settings/blocked", /^Whom you blocked$/],
    ["blocked", () => "/settings/blocked", /^Whom you blocked$/],
  ],
  "(member)/report/[about]/[circleId]/[thing]": [
    [
      "author",
      ({ circle, post }) => `/report/post/${circle.id}/${post.id}`,
      /^Tell the moderators$/,
      null,
      "Block Juniper, too",
    ],
    [
      "member",
      ({ circle, safety }) => `/report/post/${circle.id}/${safety.post.id}`,
      /^Tell the moderators$/,
      null,
      "You reported this already",
    ],
    [
      "author",
      ({ circle, member }) => `/report/person/${circle.id}/${personMark(circle.id, member.id)}`,
      /^Tell the moderators$/,
    ],
    ["author", ({ circle }) => `/report/circle/${circle.id}/${circle.id}`, /^Tell the moderators$/],
  ],
  "(member)/decisions": [
    ["author", () => "/decisions", /^From the moderators$/],
    ["outsider", () => "/decisions?reported=1", /^From the moderators$/],
  ],
  "(member)/decisions/[letterId]": [
    ["author", ({ safety }) => `/decisions/${safety.letters.author}`, /^A word of warning$/],
    ["member", ({ safety }) => `/decisions/${safety.letters.member}`, /^An answer about a post/],
  ],
  "(member)/suspended": [["resting", () => "/suspended", /^Your account rests$/]],
  "(member)/moderation": [["moderator", () => "/moderation", /^Moderation$/]],
  "(member)/moderation/[reportId]": [
    ["moderator", ({ safety }) => `/moderation/${safety.waiting.id}`, /^It hurts or threatens somebody$/],
    [
      "moderator",
      ({ safety }) => `/moderation/${safety.decided.id}`,
      /^It hurts or threatens somebody$/,
      null,
      "They ask that another moderator looks at it",
    ],
  ],
};
