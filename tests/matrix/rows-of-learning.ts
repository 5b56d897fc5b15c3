import { freshId } from "@/lib/ids";
import type { Member } from "../factories";
import { aLearningPlan, aPracticeQuestion, aReason } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { authorOnly, everyone, type Rows } from "./row";

/* Reasons, debriefs, questions to practise, and what somebody would like to learn. */

/** A setback of another day: on its own, nobody is asked for reasons. */
const anOldSetback = (author: Member) =>
  aSetback(author, { createdAt: new Date(Date.now() - 3 * 86_400_000) });

export const rowsOfLearning: Rows = {
  "learning/beginLearningPlan": {
    row: everyone,
    fresh: true,
    fields: () => ({
      skill: "Opening an interview",
      step1: "Read one page about it",
      step2: "Try it once aloud",
      step3: "",
      makeGoal: true,
      goalId: freshId(),
    }),
  },
  "learning/changeLearningPlan": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      learningPlanId: (await aLearningPlan(author)).id,
      skill: "A calmer phone voice",
      step1: "Say it once aloud",
      step2: "",
      step3: "",
    }),
  },
  "learning/tickStep": {
    row: authorOnly,
    fields: async ({ author }) => ({
      learningPlanId: (await aLearningPlan(author)).id,
      place: 0,
      done: "yes",
    }),
  },
  "learning/deleteLearningPlan": {
    row: authorOnly,
    fields: async ({ author }) => ({ learningPlanId: (await aLearningPlan(author)).id }),
  },
  "learning/bringLearningPlanBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      learningPlanId: (await aLearningPlan(author, { deletedAt: new Date() })).id,
    }),
  },
  "reasons/addReason": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      setbackId: (await anOldSetback(author)).id,
      words: "They wanted a licence.",
      saidBy: "employer",
    }),
  },
  "reasons/sortReason": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      reasonId: (await aReason(author, await anOldSetback(author))).id,
      whose: "mine",
    }),
  },
  "reasons/letReasonGo": {
    row: authorOnly,
    fields: async ({ author }) => ({
      reasonId: (await aReason(author, await anOldSetback(author), { whose: "theirs" })).id,
    }),
  },
  "reasons/takeReasonUpAgain": {
    row: authorOnly,
    fields: async ({ author }) => {
      const gone = { whose: "chance", letGoAt: new Date() } as const;
      return { reasonId: (await aReason(author, await anOldSetback(author), gone)).id };
    },
  },
  "reasons/takeOutReason": {
    row: authorOnly,
    fields: async ({ author }) => ({ reasonId: (await aReason(author, await anOldSetback(author))).id }),
  },
  "reasons/bringReasonBack": {
    row: authorOnly,
    fields: async ({ author }) => {
      const out = { deletedAt: new Date() };
      return { reasonId: (await aReason(author, await anOldSetback(author), out)).id };
    },
  },
  "debriefs/keepDebrief": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      setbackId: (await anOldSetback(author)).id,
      wentWell: "I asked a good question.",
      differently: "Slower.",
      questions: "Why did you leave?\nWhy us?",
    }),
  },
  "practice/addQuestion": { row: everyone, fields: () => ({ question: "Why did you leave?" }) },
  "practice/notePractised": {
    row: authorOnly,
    fields: async ({ author }) => ({ questionId: (await aPracticeQuestion(author)).id }),
  },
  "practice/takeNoteBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      questionId: (await aPracticeQuestion(author, { practisedAt: new Date() })).id,
    }),
  },
  "practice/takeOutQuestion": {
    row: authorOnly,
    fields: async ({ author }) => ({ questionId: (await aPracticeQuestion(author)).id }),
  },
  "practice/bringQuestionBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      questionId: (await aPracticeQuestion(author, { deletedAt: new Date() })).id,
    }),
  },
};
