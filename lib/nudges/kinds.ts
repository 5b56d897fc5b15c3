/*
 * What a nudge can be about. It says that something waits and where, in our words alone: no name, and nothing that
 * anybody wrote. Each kind is given once for each thing that it is about (the key of the table), and links to the
 * place where that thing is answered.
 */

import type { Route } from "next";

type About = { circleId: string; aboutId: string };
type Kind = {
  /** One sentence, for the page and for a mail alike. */
  says: string;
  /** Where it leads. */
  to: (about: About) => Route;
};

/** Kinds that belong to a circle. */
export const nudgeKinds = {
  quiet: {
    says: "Your circle has not heard from you for a while, and that is fine. Would you like a break?",
    to: ({ circleId }) => `/circles/${circleId}/pause` as Route,
  },
  paused: {
    says: "Your seat in a circle is taking a break, and waits for you.",
    to: ({ circleId }) => `/circles/${circleId}/pause` as Route,
  },
  seat_ends: {
    says: "Your seat in a circle is kept for one more week. One press keeps it yours.",
    to: ({ circleId }) => `/circles/${circleId}/pause` as Route,
  },
  seat_freed: {
    says: "Your seat in a circle is free again after four weeks. Whoever is there can invite you back, and you are welcome.",
    to: () => "/circles",
  },
  merge_offered: {
    says: "Your circle is small just now. Another one is too: would you like to be one?",
    to: ({ circleId }) => `/circles/${circleId}/merge` as Route,
  },
  merged: {
    says: "Another small circle joined yours. There are new people to say hello to.",
    to: ({ circleId }) => `/circles/${circleId}` as Route,
  },
  joined: {
    says: "Your circle joined another one. Here is where it went, and what you are called there.",
    to: ({ circleId }) => `/circles/${circleId}/merge` as Route,
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
  "meeting in writing": {
    says: "Your circle is meeting in writing. There are two days to add a line.",
    to: ({ circleId }) => `/circles/${circleId}/meeting` as Route,
  },
  "meeting ended": {
    says: "Your circle's meeting in writing has ended. You can sum it up in a line or two.",
    to: ({ circleId, aboutId }) => `/circles/${circleId}/meetings/${aboutId}/notes` as Route,
  },
} as const satisfies Record<string, Kind>;

export type NudgeKind = keyof typeof nudgeKinds;
