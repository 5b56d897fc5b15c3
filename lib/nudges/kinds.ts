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
  decision: {
    says: "The moderators wrote to you.",
    to: ({ aboutId }) => `/decisions/${aboutId}` as Route,
  },
} as const satisfies Record<string, Kind>;

export type NudgeKind = keyof typeof nudgeKinds;
