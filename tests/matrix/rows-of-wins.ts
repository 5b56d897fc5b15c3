import type { Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aWinPicture } from "../factories-of-wins";
import type { Fields } from "../form";
import type { Person, World } from "./world";

type Expected = "done" | "nothing" | "no" | "404" | "sign in";
type Row = Partial<Record<Person, Expected>> & { anyoneElse: Expected };

/* Pictures beside wins, what Onward noticed, and what comes after something went well. */

const members = { "signed out": "sign in", anyoneElse: "done" } as const;
const authorOnly = { "signed out": "sign in", author: "done", anyoneElse: "404" } as const;

async function pictured(author: Member): Promise<Fields> {
  const win = await aWin(author);
  await aWinPicture(author, win);
  return { winId: win.id };
}

/** Something that the author's efforts show, and nobody else's. */
async function tenTimes(author: Member): Promise<Fields> {
  const goal = await aGoal(author);
  for (let each = 0; each < 10; each++) await anEffort(author, goal);
  return { kind: "ten_applications", occasion: "10" };
}

export const rowsOfWins: Record<
  string,
  { row: Row; fields: (world: World, person: Person) => Fields | Promise<Fields>; fresh?: true }
> = {
  "wins/declineStep": { row: members, fields: () => ({}) },
  "wins/putWinInJar": {
    row: authorOnly,
    fields: async ({ author }) => ({ winId: (await aWin(author)).id }),
  },
  "win-pictures/sayWhatIsOnPicture": {
    row: authorOnly,
    fields: async ({ author }) => ({ ...(await pictured(author)), alt: "A small desk" }),
  },
  "win-pictures/takePictureOff": { row: authorOnly, fields: ({ author }) => pictured(author) },
  "noticed-wins/keepNoticed": { row: authorOnly, fields: ({ author }) => tenTimes(author), fresh: true },
  "noticed-wins/leaveNoticed": { row: authorOnly, fields: ({ author }) => tenTimes(author), fresh: true },
};
