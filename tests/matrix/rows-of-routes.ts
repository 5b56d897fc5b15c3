import { anAddress } from "../factories-of-accounts";
import { aMeeting } from "../factories-of-circles";
import { aProposal } from "../factories-of-finding";
import { aGoal, aWin } from "../factories-of-goals";
import { anUnsubscribeCode } from "../factories-of-reminders";
import { aSupporterLink } from "../factories-of-supporters";
import { aPlannedStep } from "../factories-of-weeks";
import { aPictureFile, aWinPicture } from "../factories-of-wins";
import type { Person, World } from "./world";

/**
 * How a route answers: with what is the author's or the circle's in it; with what is the asker's own, and nothing of
 * that; 404; on to signing in; on to another place.
 */
export type Answered = "theirs" | "own" | "404" | "sign in" | "went";
/** Beside the people of the matrix, the author while moderators let their account rest. */
export type Asker = Person | "author at rest";

/** What a route is asked for when nothing about that is bad. */
export type Asked = {
  params?: Record<string, string>;
  body?: FormData;
  /** What the answer holds when it is the author's or the circle's. */
  holds?: string;
};
export type RouteRow = {
  row: Partial<Record<Asker, Answered>> & { anyoneElse: Answered };
  asked?: (world: World, asker: Asker) => Asked | Promise<Asked>;
  /** Its parameter is a secret: whoever holds it is asked for nothing else. */
  bySecret?: true;
};

const authorAlone = { "signed out": "sign in", author: "theirs", anyoneElse: "404" } as const;
const authorsIsIn = { "signed out": "sign in", author: "theirs", anyoneElse: "own" } as const;
const anyone = { anyoneElse: "own" } as const;
const whoHoldsIt = { anyoneElse: "theirs" } as const;

/** Every exported method of every route.ts of app/, by the folder that it lies in. */
export const routes: Record<string, RouteRow> = {
  "GET api/health": { row: anyone },
  // A page drawn from what the browser has just sent, and from nothing else.
  "POST send-again": { row: anyone, asked: () => ({ body: new FormData() }) },
  "GET send-again": { row: { anyoneElse: "went" } },
  "GET api/circles": {
    row: {
      ...{ "signed out": "sign in", outsider: "own", former: "own", removed: "own", "author at rest": "own" },
      anyoneElse: "theirs",
    },
    asked: ({ circle }) => ({ holds: circle.id }),
  },
  "GET api/matching": {
    row: { ...authorsIsIn, "author at rest": "went" },
    asked: async ({ author }) => {
      return { holds: (await aProposal([author])).id };
    },
  },
  "GET api/meetings/[circleId]": {
    row: {
      ...{ "signed out": "404", outsider: "404", former: "404", removed: "404", "author at rest": "404" },
      anyoneElse: "theirs",
    },
    asked: async ({ circle, facilitator }) => {
      await aMeeting(facilitator, circle);
      return { params: { circleId: circle.id }, holds: "" };
    },
  },
  // The way to a provider and back is tried with real ones (tests/providers); this installation has none.
  "GET api/auth/[provider]": {
    row: { anyoneElse: "404" },
    asked: () => ({ params: { provider: "nowhere" } }),
  },
  "GET api/auth/[provider]/callback": {
    row: { anyoneElse: "sign in" },
    asked: () => ({ params: { provider: "nowhere" } }),
  },
  // What is one's own can be taken along while an account rests, too.
  "GET api/export": {
    row: { ...authorsIsIn, "author at rest": "theirs" },
    asked: async ({ author }) => ({ holds: (await aGoal(author)).id }),
  },
  "GET api/numbers/[file]": {
    row: { ...authorsIsIn, "author at rest": "theirs" },
    asked: async ({ author }) => ({ params: { file: "goals.json" }, holds: (await aGoal(author)).id }),
  },
  "GET api/week": {
    row: { ...authorsIsIn, "author at rest": "went" },
    asked: async ({ author }) => {
      await aPlannedStep(author, { words: "A step of the author's" });
      return { holds: "A step of the author's" };
    },
  },
  "POST api/win-pictures": {
    row: { "signed out": "sign in", author: "went", "author at rest": "went", anyoneElse: "404" },
    asked: async ({ author }) => {
      const body = new FormData();
      body.set("winId", (await aWin(author)).id);
      body.set("picture", new File([await aPictureFile("png")], "desk.png"));
      return { body };
    },
  },
  "GET api/win-pictures/[winId]": {
    row: { ...authorAlone, "author at rest": "went" },
    asked: async ({ author }) => {
      const win = await aWin(author);
      await aWinPicture(author, win);
      return { params: { winId: win.id }, holds: "WEBP" };
    },
  },
  "GET api/calendar/[secret]": {
    // Nobody's opens whose account rests (prisma/policies/calendar-feed.sql).
    row: { ...whoHoldsIt, "author at rest": "404" },
    bySecret: true,
    asked: async ({ author }) => ({ params: { secret: await anAddress(author) }, holds: "BEGIN:VEVENT" }),
  },
  "POST api/unsubscribe/[code]": {
    row: whoHoldsIt,
    bySecret: true,
    asked: async ({ author }) => ({ params: { code: await anUnsubscribeCode(author) }, holds: "Stopped" }),
  },
  // It says nothing of whether there is anything at the address.
  "GET api/unsubscribe/[code]": {
    row: { anyoneElse: "went" },
    asked: async ({ author }) => ({ params: { code: await anUnsubscribeCode(author) } }),
  },
};

/** Secrets of other kinds, which open nothing but what they were made for. */
export async function otherSecrets({ author }: World): Promise<Record<string, string>> {
  return {
    "a supporter's link": (await aSupporterLink(author, { allGoals: true, wins: true })).code,
    "an address of a calendar": await anAddress(author),
    "a code that stops a mail": await anUnsubscribeCode(author),
  };
}
