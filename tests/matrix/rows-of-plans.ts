import { aFiring, aPlan } from "../factories-of-plans";
import { aSetback } from "../factories-of-setbacks";
import { authorOnly, everyone, type Rows } from "./row";

/* If-then plans. */

export const rowsOfPlans: Rows = {
  "plans/writePlan": {
    row: everyone,
    fields: () => ({ on: "stage", stage: "second interview", step: "call Alder" }),
  },
  "plans/changePlan": {
    row: authorOnly,
    fields: async ({ author }) => ({
      planId: (await aPlan(author)).id,
      on: "feeling",
      feeling: "deflated",
      step: "make tea",
    }),
  },
  "plans/rehearsePlan": {
    row: authorOnly,
    fields: async ({ author }) => ({ planId: (await aPlan(author)).id }),
  },
  "plans/deletePlan": {
    row: authorOnly,
    fields: async ({ author }) => ({ planId: (await aPlan(author)).id }),
  },
  "plans/bringPlanBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ planId: (await aPlan(author, { deletedAt: new Date() })).id }),
  },
  "plans/didAsPlanned": {
    row: authorOnly,
    fields: async ({ author }) => aFiring(author, await aPlan(author), await aSetback(author)),
  },
  "plans/leavePlanToday": {
    row: authorOnly,
    fields: async ({ author }) => aFiring(author, await aPlan(author), await aSetback(author)),
  },
  "plans/openPlanAgain": {
    row: authorOnly,
    fields: async ({ author }) => aFiring(author, await aPlan(author), await aSetback(author)),
  },
};
