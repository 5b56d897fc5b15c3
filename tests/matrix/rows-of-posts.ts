import { aNudge, aPost, aReply } from "../factories-of-posts";
import { authorAndVerified, authorOnly, everyone, type Rows, seated, seatedAndVerified } from "./row";

/* Posts, how they are answered, and who is told that one waits. */

export const rowsOfPosts: Rows = {
  "nudges/putAway": {
    row: authorOnly,
    fields: async ({ author, member, circle }) => aNudge(author, await aPost(member, circle)),
  },
  "nudges/chooseNudgeMails": { row: everyone, fields: () => ({ mails: true }) },
  "advising/offerAdvice": { row: everyone, fields: () => ({ kind: ["silence"] }) },
  "posts/sharePost": {
    row: seatedAndVerified,
    fields: ({ circle }) => ({ circleId: circle.id, kind: "ask", need: "listen", body: "No offer." }),
  },
  "posts/takeBackPost": {
    row: authorOnly,
    fields: async ({ circle, author }) => ({ circleId: circle.id, postId: (await aPost(author, circle)).id }),
  },
  "encouragements/encourage": {
    row: { ...seated, author: "404" },
    fields: async ({ circle, author }) => ({
      circleId: circle.id,
      postId: (await aPost(author, circle)).id,
      give: "with_you",
    }),
  },
  "replies/reply": {
    row: seatedAndVerified,
    fields: async ({ circle, author }) => ({
      circleId: circle.id,
      postId: (await aPost(author, circle)).id,
      body: "I am glad you told us.",
    }),
  },
  "replies/editReply": {
    row: authorAndVerified,
    fields: async ({ circle, author, member }) => ({
      circleId: circle.id,
      replyId: (await aReply(author, await aPost(member, circle))).id,
      body: "Better said.",
    }),
  },
  "replies/takeBackReply": {
    row: authorOnly,
    fields: async ({ circle, author, member }) => ({
      circleId: circle.id,
      replyId: (await aReply(author, await aPost(member, circle))).id,
    }),
  },
};
