import { dayIn } from "@/lib/dates";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import type { Member } from "../factories";
import { aGoal, anEffort, aRest } from "../factories-of-goals";
import type { Fields } from "../form";
import { authorOnly, everyone, type Rows } from "./row";

/* Goals that are put away, that fit as they are, that rest, and what helped with them. */

/** A goal whose member said what helped. */
async function helped(member: Member): Promise<Fields> {
  const id = freshId();
  const words = privateWords(member).seal("goals.helped", id, "Mornings.");
  await aGoal(member, { id, helped: words, helpedAt: new Date() });
  return { goalId: id };
}

export const rowsOfGoals: Rows = {
  "goals/addGoal": {
    row: everyone,
    fields: () => ({ title: "Applications", category: "applications", rhythm: "day", times: 1 }),
    fresh: true,
  },
  "goals/changeGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({
      goalId: (await aGoal(author)).id,
      title: "A walk",
      category: "routine",
      rhythm: "week",
      times: 4,
    }),
  },
  "goals/makeSmaller": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id, rhythmInWords: "1 a day" }),
  },
  "goals/leaveForAnotherDay": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "goals/putBackToday": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "halts/finishGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "halts/takeGoalUpAgain": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author, { finishedAt: new Date() })).id }),
    // Where nobody has filled the list with goals.
    fresh: true,
  },
  "halts/undoFinish": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author, { finishedAt: new Date() })).id }),
    fresh: true,
  },
  "goals/deleteGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "goals/bringGoalBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author, { deletedAt: new Date() })).id }),
    fresh: true,
  },
  "efforts/logEffort": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "efforts/countGoalOfStep": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "efforts/undoEffort": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({ effortId: (await anEffort(author, await aGoal(author))).id }),
  },
  "efforts/takeEffortOut": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({ effortId: (await anEffort(author, await aGoal(author))).id }),
  },
  "efforts/putEffortBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      id: freshId(),
      goalId: (await aGoal(author)).id,
      day: dayIn(author.timeZone, new Date()),
      amount: "1",
    }),
  },
  "pauses/pauseGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "pauses/resumeGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "goals/keepAsItIs": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "halts/putGoalAway": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "helped/sayWhatHelped": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id, helped: "Mornings." }),
  },
  "helped/putWhatHelpedInJar": { row: authorOnly, fields: ({ author }) => helped(author) },
  "pauses/takeRestBack": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({ pauseId: (await aRest(author, await aGoal(author))).id }),
  },
};
