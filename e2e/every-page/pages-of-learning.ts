import type { Rows } from "./row";

/* Plans, experiments, questions to practise, and something to learn. */

export const pagesOfLearning: Rows = {
  "(member)/experiments/[id]/share": [
    ["member", ({ ended }) => `/experiments/${ended.id}/share?changed=1`, /^Share with a circle$/],
  ],
  "(member)/plans/[id]/share": [["author", ({ plan }) => `/plans/${plan.id}/share`, /^Share with a circle$/]],
  "(member)/learning/[learningPlanId]/share": [
    ["facilitator", ({ learning }) => `/learning/${learning.begun.id}/share`, /^Share with a circle$/],
  ],
  "(member)/practice": [
    ["facilitator", ({ learnt }) => `/practice?deleted=${learnt.questionOut.id}`, /^Questions to practise$/],
    ["former", () => "/practice", /^Questions to practise$/],
  ],
  "(member)/learning": [
    ["facilitator", ({ learning }) => `/learning?deleted=${learning.deleted.id}`, /^Learning$/],
    ["former", () => "/learning", /^Learning$/],
  ],
  "(member)/learning/new": [
    ["facilitator", () => "/learning/new", /^Something to learn$/],
    ["author", () => "/learning/new", /^Something to learn$/],
  ],
  "(member)/learning/[learningPlanId]": [
    ["facilitator", ({ learning }) => `/learning/${learning.begun.id}`, /^Opening an interview$/],
    ["facilitator", ({ learning }) => `/learning/${learning.nearlyDone.id}`, /^A calmer voice$/],
    // On the day of a setback: what it says can be read and ticked, and changing it waits.
    [
      "author",
      ({ learning }) => `/learning/${learning.waiting.id}`,
      /^Opening an interview$/,
      null,
      "This can wait",
    ],
  ],
  "(member)/plans": [
    ["author", ({ plan }) => `/plans?kept=${plan.id}`, /^If-then plans$/],
    ["author", ({ deletedPlan }) => `/plans?deleted=${deletedPlan.id}`, /^If-then plans$/],
    ["former", () => "/plans", /^If-then plans$/],
  ],
  "(member)/plans/new": [
    ["author", () => "/plans/new?example=silence", /^Write a plan$/],
    ["former", () => "/plans/new?example=deflated", /^Write a plan$/],
  ],
  "(member)/plans/[id]": [["author", ({ plan }) => `/plans/${plan.id}?change=1`, /^Rehearse a plan$/]],
  "(member)/experiments": [
    ["member", ({ deletedExperiment }) => `/experiments?deleted=${deletedExperiment.id}`, /^Experiments$/],
    ["former", () => "/experiments", /^Experiments$/],
  ],
  "(member)/experiments/new": [
    // Two are running; nothing is; a setback was logged today.
    ["member", () => "/experiments/new", /^Begin an experiment$/],
    ["former", () => "/experiments/new", /^Begin an experiment$/],
    ["author", () => "/experiments/new", /^Begin an experiment$/],
  ],
  "(member)/experiments/[id]": [
    ["member", ({ running }) => `/experiments/${running.id}`, /^A two-line summary on top$/],
    ["member", ({ ended }) => `/experiments/${ended.id}`, /^No letter, only the form$/],
    ["member", ({ short }) => `/experiments/${short.id}`, /^Ask for a person by name$/],
    ["author", ({ waiting }) => `/experiments/${waiting.id}`, /^Write in the morning$/],
  ],
};
