import { freshId } from "@/lib/ids";
import { aGoal } from "../factories-of-goals";
import { aLearningPlan } from "../factories-of-learning";
import { aPlannedStep, aWish } from "../factories-of-weeks";
import { authorOnly, everyone, type Rows } from "./row";

/* A member's week, what they pictured, and what a step of learning becomes. */

const day = "2026-12-02";

export const rowsOfWeeks: Rows = {
  "planned-steps/planStep": {
    row: everyone,
    fields: () => ({
      id: freshId(),
      words: "Write to Alder",
      day,
      time: "18:00",
      minutes: 10,
      place: "Desk",
    }),
  },
  "planned-steps/changePlannedStep": {
    row: authorOnly,
    fields: async ({ author }) => ({
      stepId: (await aPlannedStep(author)).id,
      words: "Call Alder",
      day,
      minutes: 5,
    }),
  },
  "planned-steps/movePlannedStep": {
    row: authorOnly,
    fields: async ({ author }) => ({ stepId: (await aPlannedStep(author)).id, day }),
  },
  "planned-steps/markPlannedStep": {
    row: authorOnly,
    fields: async ({ author }) => ({ stepId: (await aPlannedStep(author)).id, done: "yes" }),
  },
  "efforts/countPlannedStep": {
    row: authorOnly,
    fields: async ({ author }) => ({
      stepId: (await aPlannedStep(author, { goalId: (await aGoal(author)).id })).id,
    }),
  },
  "planned-steps/takeLastWeekAlong": { row: everyone, fields: () => ({ week: "2199-12-02" }) },
  "planned-steps/copyLastWeek": { row: everyone, fields: () => ({ week: "2199-12-02" }) },
  "planned-steps/deletePlannedStep": {
    row: authorOnly,
    fields: async ({ author }) => ({ stepId: (await aPlannedStep(author)).id }),
  },
  "planned-steps/bringPlannedStepBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ stepId: (await aPlannedStep(author, { deletedAt: new Date() })).id }),
  },
  "wishes/beginWish": { row: everyone, fields: () => ({ id: freshId(), words: "A job with daylight" }) },
  "wishes/saySentence": {
    row: authorOnly,
    fields: async ({ author }) => ({ wishId: (await aWish(author)).id, part: "outcome", words: "Mornings" }),
  },
  "wishes/planForWish": {
    row: authorOnly,
    fields: async ({ author }) => ({
      wishId: (await aWish(author)).id,
      id: freshId(),
      obstacle: "I open my phone first",
      step: "put it in the drawer",
    }),
  },
  "wishes/deleteWish": {
    row: authorOnly,
    fields: async ({ author }) => ({ wishId: (await aWish(author)).id }),
  },
  "wishes/bringWishBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ wishId: (await aWish(author, { deletedAt: new Date() })).id }),
  },
  "learning/makeStepGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ learningPlanId: (await aLearningPlan(author)).id, place: 0 }),
    fresh: true,
  },
  "learning/putStepInWeek": {
    row: authorOnly,
    fields: async ({ author }) => ({ learningPlanId: (await aLearningPlan(author)).id, place: 0 }),
  },
};
