import { ofCircle, placeOf, type Rows } from "./row";

/* What is said in a circle: posts, check-ins and meetings. */

export const pagesOfMeetings: Rows = {
  "(member)/circles/[circleId]/check-in": [
    ["author", ofCircle("/check-in"), /^Check in$/, null, "What you said last week"],
    ["facilitator", ofCircle("/check-in"), /^Change your check-in$/],
  ],
  "(member)/circles/[circleId]/week": [
    ["author", ofCircle("/week"), /^This week$/, null, "Not yet"],
    ["facilitator", ofCircle("/week"), /^This week$/],
    ["author", ofCircle("/week?of=2026-01-01"), /^An earlier week$/],
  ],
  "(member)/circles/[circleId]/meeting": [
    ["facilitator", ofCircle("/meeting"), /^Meeting in writing$/],
    ["facilitator", ofCircle("/meeting?asked=live"), /^Meeting in writing$/, null, "open already"],
    [
      "careful",
      ({ meetings }) => `/circles/${meetings.live.circleId}/meeting`,
      /^Meeting$/,
      null,
      "your turn",
    ],
    ["careful", ({ meetings }) => `/circles/${meetings.first.circleId}/meeting`, /^Your first meeting$/],
    [
      "careful",
      ({ meetings }) => `/circles/${meetings.none.id}/meeting`,
      /^Meeting$/,
      null,
      "Open your first meeting",
    ],
  ],
  "(member)/circles/[circleId]/meetings/[meetingId]": [
    ["facilitator", ({ meetings }) => placeOf(meetings.ended), /^A meeting$/],
    ["facilitator", ({ meetings }) => placeOf(meetings.written), /^A meeting in writing$/],
  ],
  "(member)/circles/[circleId]/meetings/[meetingId]/notes": [
    ["facilitator", ({ meetings }) => `${placeOf(meetings.ended)}/notes`, /^Notes of the meeting$/],
    ["facilitator", ({ meetings }) => `${placeOf(meetings.written)}/notes`, /^Sum up the meeting$/],
  ],
  "(member)/circles/[circleId]/posts/[postId]": [
    ["author", (seen) => `${ofCircle()(seen)}/posts/${seen.post.id}`, /^Shared by Juniper$/],
  ],
  "(member)/circles/[circleId]/posts/[postId]/replies/[replyId]": [
    [
      "author",
      (seen) => `${ofCircle()(seen)}/posts/${seen.post.id}/replies/${seen.reply.id}`,
      /^Change your reply$/,
    ],
  ],
};
