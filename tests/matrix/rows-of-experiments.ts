import { anExperiment } from "../factories-of-learning";
import { authorOnly, everyone, type Rows, today } from "./row";

/* Experiments: a change tried, what was counted, and what was decided. */

export const rowsOfExperiments: Rows = {
  // Two run at once, and no more: each try has a world of its own.
  "experiments/beginExperiment": {
    row: everyone,
    fresh: true,
    fields: () => ({ change: "A two-line summary on top", better: "replies", lasts: "cases", cases: 10 }),
  },
  "experiments/countCase": {
    row: authorOnly,
    fields: async ({ author }) => ({ experimentId: (await anExperiment(author)).id, isBetter: "yes" }),
  },
  "experiments/undoCase": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fresh: true,
    fields: async ({ author }) => ({
      caseId: (await anExperiment(author, { counted: [true] })).cases[0]?.id,
    }),
  },
  "experiments/endExperiment": {
    row: authorOnly,
    fields: async ({ author }) => ({ experimentId: (await anExperiment(author)).id }),
  },
  "experiments/goOnWithExperiment": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today() })).id,
    }),
  },
  "experiments/decide": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today() })).id,
      verdict: "keep",
    }),
  },
  "experiments/takeDecisionBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today(), verdict: "keep" })).id,
    }),
  },
  "experiments/tryAgain": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today() })).id,
    }),
  },
  "experiments/writeLesson": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today() })).id,
      lesson: "Short is kind.",
    }),
  },
  "experiments/deleteExperiment": {
    row: authorOnly,
    fields: async ({ author }) => ({ experimentId: (await anExperiment(author)).id }),
  },
  "experiments/bringExperimentBack": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { deletedAt: new Date() })).id,
    }),
  },
};
