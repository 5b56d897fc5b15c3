import type { Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aWinPicture } from "../factories-of-wins";
import type { Fields } from "../form";
import { authorOnly, everyone, type Rows, today } from "./row";

/* Pictures beside wins, what Onward noticed, and what comes after something went well. */

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

export const rowsOfWins: Rows = {
  "wins/writeWin": { row: everyone, fields: () => ({ body: "Asked for feedback.", day: today() }) },
  "wins/deleteWin": { row: authorOnly, fields: async ({ author }) => ({ winId: (await aWin(author)).id }) },
  "wins/bringWinBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ winId: (await aWin(author)).id }),
  },
  "wins/declineStep": { row: everyone, fields: () => ({}) },
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
