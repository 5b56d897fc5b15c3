import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import { aGoal, aRest, type Member } from "../factories";
import type { Fields } from "../form";
import type { Person, World } from "./world";

type Expected = "done" | "nothing" | "no" | "404" | "sign in";
type Row = Partial<Record<Person, Expected>> & { anyoneElse: Expected };

/* Goals that are put away, that fit as they are, that rest, and what helped with them. */

const authorOnly = { "signed out": "sign in", author: "done", anyoneElse: "404" } as const;

/** A goal whose member said what helped. */
async function helped(member: Member): Promise<Fields> {
  const id = freshId();
  const words = privateWords(member).seal("goals.helped", id, "Mornings.");
  await aGoal(member, { id, helped: words, helpedAt: new Date() });
  return { goalId: id };
}

export const rowsOfGoals: Record<
  string,
  { row: Row; fields: (world: World, person: Person) => Fields | Promise<Fields>; fresh?: true }
> = {
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
