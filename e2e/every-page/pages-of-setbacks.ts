import type { Rows } from "./row";

/* Setbacks, and the stages that they go through. */

export const pagesOfSetbacks: Rows = {
  "(member)/setbacks": [
    ["author", ({ deletedSetback }) => `/setbacks?deleted=${deletedSetback.id}`, /^Setbacks$/],
    ["former", () => "/setbacks", /^Setbacks$/],
    ["author", () => "/setbacks?q=kingfisher", /^Setbacks$/],
    ["author", () => "/setbacks?q=explained", /^Setbacks$/],
  ],
  "(member)/setbacks/new": [["author", () => "/setbacks/new", /^Log a setback$/]],
  "(member)/setbacks/[id]": [
    // With every stage open; on the day of another one, where some of them wait; on its own; let go.
    [
      "facilitator",
      ({ learnt }) => `/setbacks/${learnt.setback.id}`,
      /^Turned down after an interview$/,
      null,
      "Sort it",
    ],
    ["author", ({ setback }) => `/setbacks/${setback.id}`, /^Silence$/],
    ["author", ({ fresh }) => `/setbacks/${fresh.id}`, /^A setback$/],
    ["author", ({ letGo }) => `/setbacks/${letGo.id}`, /^A setback$/],
  ],
  "(member)/setbacks/[id]/edit": [["author", ({ setback }) => `/setbacks/${setback.id}/edit`, /^Edit$/]],
  "(member)/setbacks/[id]/let-go": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/let-go`, /^Close this silence$/],
  ],
  "(member)/setbacks/[id]/own-page": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/own-page`, /^A page to yourself$/],
  ],
  "(member)/setbacks/[id]/reframe": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/reframe`, /^Look at a thought$/],
  ],
  "(member)/setbacks/[id]/reframe/[reframeId]": [
    [
      "author",
      ({ setback, reframes }) => `/setbacks/${setback.id}/reframe/${reframes.begun.id}`,
      /^A thought, looked at again$/,
    ],
    [
      "author",
      ({ setback, reframes }) => `/setbacks/${setback.id}/reframe/${reframes.seen.id}`,
      /^A thought, looked at again$/,
    ],
  ],
  "(member)/setbacks/[id]/share": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/share?changed=1`, /^Share with a circle$/],
  ],
  "(member)/setbacks/[id]/writing": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/writing?ended=1`, /^Guided writing$/],
    ["author", ({ unwritten }) => `/setbacks/${unwritten.id}/writing?deleted=1`, /^Guided writing$/],
  ],
  "(member)/setbacks/[id]/writing/[sessionId]": [
    ["author", ({ setback, writing }) => `/setbacks/${setback.id}/writing/${writing.id}`, /day, \d+ /],
    ["author", ({ setback, written }) => `/setbacks/${setback.id}/writing/${written.id}`, /day, \d+ /],
  ],
  "(member)/setbacks/[id]/exercise/[kind]": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/exercise/kind_letter?deleted=1`, /^A kind letter$/],
    ["author", ({ setback }) => `/setbacks/${setback.id}/exercise/common_ground`, /^Others know this too$/],
    [
      "author",
      ({ setback, exercise }) => `/setbacks/${setback.id}/exercise/what_matters?kept=${exercise.id}`,
      /^What matters to you$/,
    ],
  ],
  "(member)/setbacks/[id]/learn": [
    [
      "facilitator",
      ({ learnt }) => `/setbacks/${learnt.setback.id}/learn?deleted=${learnt.out.id}`,
      /^Learn$/,
    ],
    ["facilitator", ({ learnt }) => `/setbacks/${learnt.closed.id}/learn`, /^Learn$/],
    // A setback was logged today: there is nothing yet; there is a lot, to read.
    ["author", ({ setback }) => `/setbacks/${setback.id}/learn`, /^Learn$/],
    ["author", ({ learntBefore }) => `/setbacks/${learntBefore.setback.id}/learn`, /^Learn$/],
  ],
  "(member)/setbacks/[id]/debrief": [
    [
      "facilitator",
      ({ learnt }) => `/setbacks/${learnt.setback.id}/debrief`,
      /^Look back on the conversation$/,
    ],
    [
      "facilitator",
      ({ learnt }) => `/setbacks/${learnt.closed.id}/debrief`,
      /^Look back on the conversation$/,
    ],
    [
      "author",
      ({ learntBefore }) => `/setbacks/${learntBefore.setback.id}/debrief`,
      /^Look back on the conversation$/,
    ],
  ],
};
