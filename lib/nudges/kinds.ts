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
} as const satisfies Record<string, Kind>;

export type NudgeKind = keyof typeof nudgeKinds;
