/*
 * What a nudge can be about. It says that something waits and where, in our words alone: no name, and nothing that
 * anybody wrote. Each kind is given once for each thing that it is about (the key of the table), and links to the
 * place where that thing is answered.
 *
 * A new kind is a line below, and `app.nudge(person, 'the-kind', circle, about)` where it is due, as the system. What
 * does it, or ends it, ends its nudges too: `app.end_nudges(about)` for everybody's (prisma/policies/nudge.sql). Kinds
 * about a post begin with "post-"; they end by themselves, with the first answer or with the post, and for who pauses.
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
  "post-waits-for-buddy": {
    says: "Your buddy of this month shared something, and nobody has answered yet.",
    to: post,
  },
  "post-waits-for-holder": {
    says: "A post has been waiting for a first answer in the circle that you look after.",
    to: post,
  },
  "post-waits": { says: "A post has had no answer yet. One line is enough.", to: post },
  "post-advice": { says: "Somebody here could use what you know.", to: post },
} as const satisfies Record<string, Kind>;

export type NudgeKind = keyof typeof nudgeKinds;

/** Whether this version knows a kind. */
export const isNudgeKind = (kind: string): kind is NudgeKind => Object.hasOwn(nudgeKinds, kind);
