/*
 * What a nudge can be about. It says that something waits and where, in our words alone: no name, and nothing that
 * anybody wrote. Each kind is given once for each thing that it is about (the key of the table), and links to the
 * place where that thing is answered.
 *
 * A new kind is a line below, and `app.nudge(person, 'the-kind', circle, about)` where it is due, as the system. What
 * does it, or ends it, ends its nudges too: `app.end_nudges(about)` for everybody's (prisma/policies/nudge.sql). Kinds
 * about a post begin with "post-"; they end by themselves, with the first answer or with the post, and for who pauses.
 * Those about what came due end in "-due": there is a mail of its own for them, so no other one tells of them.
 * One that has a circle is shown to who sits there, and ends when they leave: for anybody else leave the circle empty.
 */

import type { Route } from "next";

/** `circleId` is empty for what belongs to no circle. */
type About = { circleId: string; aboutId: string };
type Kind = {
  /** One sentence, for its member alone. */
  says: string;
  /** Where it leads. */
  to: (about: About) => Route;
};

const post = ({ circleId, aboutId }: About) => `/circles/${circleId}/posts/${aboutId}` as Route;

export const nudgeKinds = {
  quiet: {
    says: "Your circle has not heard from you for a while, and that is fine. Would you like a break?",
    to: ({ circleId }) => `/circles/${circleId}/pause` as Route,
  },
  paused: {
    says: "Your seat in a circle is taking a break, and waits for you.",
    to: ({ circleId }) => `/circles/${circleId}/pause` as Route,
  },
  "seat-ends": {
    says: "Your seat in a circle is kept for one more week. One press keeps it yours.",
    to: ({ circleId }) => `/circles/${circleId}/pause` as Route,
  },
  "seat-freed": {
    says: "Your seat in a circle is free again after four weeks. Whoever is there can invite you back, and you are welcome.",
    to: () => "/circles",
  },
  "merge-offered": {
    says: "Your circle is small just now. Another one is too: would you like to be one?",
    to: ({ circleId }) => `/circles/${circleId}/merge` as Route,
  },
  merged: {
    says: "Another small circle joined yours. There are new people to say hello to.",
    to: ({ circleId }) => `/circles/${circleId}` as Route,
  },
  joined: {
    says: "Your circle joined another one. Here is where it went, and what you are called there.",
    to: ({ aboutId }) => `/circles/${aboutId}/merge` as Route,
  },
  few: {
    says: "Your circle is small just now. Here is what it can do, if it likes.",
    to: ({ circleId }) => `/circles/${circleId}/merge` as Route,
  },
  // roles and terms
  "turn-to-hold": {
    says: "It is your turn to hold your circle.",
    to: ({ circleId }) => `/circles/${circleId}/roles` as Route,
  },
  "turn-to-keep-time": {
    says: "It is your turn to keep the time in your circle.",
    to: ({ circleId }) => `/circles/${circleId}/roles` as Route,
  },
  "turn-offered": {
    says: "Somebody in your circle looks for someone to take their turn.",
    to: ({ circleId }) => `/circles/${circleId}/roles` as Route,
  },
  "turn-asked": {
    says: "Somebody in your circle asks whether you can take their turn.",
    to: ({ circleId }) => `/circles/${circleId}/roles` as Route,
  },
  "term-ends": {
    says: "Your twelve weeks in a circle come to their end: you can stay, rest or land.",
    to: ({ circleId }) => `/circles/${circleId}/term` as Route,
  },
  // meetings
  "meeting-in-writing": {
    says: "Your circle is meeting in writing. There are two days to add a line.",
    to: ({ circleId }) => `/circles/${circleId}/meeting` as Route,
  },
  "meeting-ended": {
    says: "Your circle's meeting in writing has ended. You can sum it up in a line or two.",
    to: ({ circleId, aboutId }) => `/circles/${circleId}/meetings/${aboutId}/notes` as Route,
  },
  // posts: without a word on whether there is an answer, since there may be one that its author alone does not see
  "post-waits-for-buddy": {
    says: "Your buddy shared something. A line from you would be welcome.",
    to: post,
  },
  "post-waits-for-holder": {
    says: "In the circle that you look after, a line from you would be welcome under a post.",
    to: post,
  },
  "post-waits": { says: "Under a post, a line from you would be welcome. One line is enough.", to: post },
  "post-advice": { says: "Somebody here could use what you know.", to: post },
  // supporters
  "supporter-note": { says: "A supporter left you a note.", to: () => "/supporters" },
  // looking for a circle
  proposal: { says: "A circle is proposed to you.", to: () => "/circles/find" },
  "circle-open": {
    says: "A circle has a seat for you, and it is open.",
    to: ({ circleId }) => `/circles/${circleId}` as Route,
  },
  "seat-asked": {
    says: "Somebody asks your circle for a seat.",
    to: ({ circleId }) => `/circles/${circleId}/care/listing` as Route,
  },
  "seat-answered": { says: "A circle has answered you.", to: () => "/circles/open" },
  // what its member set a day for
  "letter-due": {
    says: "A letter that you sent has had no answer yet. You may send a short reminder, or leave it.",
    to: ({ aboutId }) => `/feedback/${aboutId}` as Route,
  },
  "experiment-due": {
    says: "The last day of something that you tried has come. You can look at what came of it.",
    to: ({ aboutId }) => `/experiments/${aboutId}` as Route,
  },
  "step-due": {
    says: "The day that you set for a step of something to learn has come. It can be done, moved or left.",
    to: ({ aboutId }) => `/learning/${aboutId}` as Route,
  },
  // moderation
  decision: {
    says: "The moderators wrote to you.",
    to: ({ aboutId }) => `/decisions/${aboutId}` as Route,
  },
} as const satisfies Record<string, Kind>;

export type NudgeKind = keyof typeof nudgeKinds;

/** Whether this version knows a kind. */
export const isNudgeKind = (kind: string): kind is NudgeKind => Object.hasOwn(nudgeKinds, kind);
