import { choosing, type Rows } from "./row";
import type { Seen } from "./seen-world";

/* Goals, a member's week, and what they pictured. */

const shareGoal = ({ goal }: Seen) => `/goals/${goal.id}/share`;

export const pagesOfGoals: Rows = {
  "(member)/goals": [
    ["author", ({ finished }) => `/goals?finished=${finished.id}`, /^Goals$/],
    ["former", () => "/goals", /^Goals$/],
  ],
  "(member)/goals/new": [["author", () => "/goals/new?preset=walk", /^Add a goal$/]],
  "(member)/goals/[goalId]": [
    ["author", ({ goal }) => `/goals/${goal.id}`, /^Applications$/],
    ["author", ({ finished }) => `/goals/${finished.id}`, /^Ask for feedback$/],
    ["author", ({ quiet }) => `/goals/${quiet.id}`, /^The handbook$/],
  ],
  "(member)/goals/[goalId]/share": [
    ["author", shareGoal, /^Share progress$/],
    [
      "author",
      (seen) => `${shareGoal(seen)}?step=preview`,
      /^What .+ will see$/,
      choosing(shareGoal),
      "Exactly this, and nothing else.",
    ],
  ],
  "(member)/week": [
    ["author", () => "/week", /^Your week$/],
    ["author", ({ planned }) => `/week?deleted=${planned.deleted.id}`, /^Your week$/],
    ["former", () => "/week", /^Your week$/],
    ["former", () => "/week?of=2026-01-05", /^Week of Monday/],
  ],
  "(member)/week/[stepId]": [
    ["author", ({ planned }) => `/week/${planned.open.id}`, /^A step of your week$/],
  ],
  "(member)/wishes": [
    ["author", ({ wishes }) => `/wishes?deleted=${wishes.deleted.id}`, /^Picture it, honestly$/],
    ["former", () => "/wishes", /^Picture it, honestly$/],
  ],
  "(member)/wishes/new": [["author", () => "/wishes/new", /^Picture it, honestly$/]],
  "(member)/wishes/[wishId]": [
    ["author", ({ wishes }) => `/wishes/${wishes.begun.id}`, /^What you pictured$/],
    ["author", ({ wishes }) => `/wishes/${wishes.whole.id}`, /^What you pictured$/],
  ],
  "(member)/wishes/[wishId]/[screen]": [
    ["author", ({ wishes }) => `/wishes/${wishes.begun.id}/outcome`, /^Picture it, honestly$/],
    ["author", ({ wishes }) => `/wishes/${wishes.whole.id}/plan`, /^Picture it, honestly$/],
  ],
};
