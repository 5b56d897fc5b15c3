import { LANGUAGES } from "@/lib/circles/languages";
import { freshId } from "@/lib/ids";
import { aMember } from "../factories";
import { aListing, aProposal, aSeatAsk } from "../factories-of-finding";
import type { Fields } from "../form";
import { type Person, people, type World } from "./world";

/* The rows of the matrix about finding a circle: looking for one, and asking one for a seat. */

const aFew = () => Promise.all(["Finch", "Robin", "Siskin"].map((name) => aMember({ name })));
const aGuest = async ({ circle }: World): Promise<Fields> => {
  const guest = await aMember({ name: "Finch" });
  const { id: askId } = await aSeatAsk(guest, circle, { alias: `Finch ${freshId().slice(-6)}` });
  return { circleId: circle.id, askId };
};
const aProposalTo = async ({ author }: World): Promise<Fields> => ({
  proposalId: (await aProposal([author, ...(await aFew())])).id,
});

const signedOut = { "signed out": "sign in" } as const;
const holders = { ...signedOut, facilitator: "done", cofacilitator: "done", anyoneElse: "404" } as const;
const holdersOrTold = { ...holders, unverified: "no", member: "no", author: "no" } as const;
const everyone = { ...signedOut, anyoneElse: "done" } as const;

export const finding = {
  "matching/lookForCircle": {
    row: { ...everyone, unverified: "no" },
    fields: (_: World, person: Person) => ({
      timeZone: "Europe/Berlin",
      // Each in another one: nobody here is put together with anybody.
      languages: [LANGUAGES[people.indexOf(person)]],
      hours: ["2-evening", "3-morning"],
      level: "mid",
      field: "care",
      pace: "twice",
      need: "both",
      employer: "Acme",
      forgetEmployer: true,
      canHold: true,
      alias: "Juniper",
    }),
  },
  "matching/stopLooking": { row: everyone, fields: () => ({}) },
  "matching/lookOn": { row: everyone, fields: () => ({}) },
  "matching/acceptProposal": {
    row: { ...signedOut, unverified: "no", author: "done", anyoneElse: "404" },
    fields: async (world: World) => ({
      ...(await aProposalTo(world)),
      alias: "Heron",
      holds: true,
      agreed: true,
    }),
    fresh: true,
  },
  "matching/waitLonger": {
    row: { ...signedOut, author: "done", anyoneElse: "404" },
    fields: aProposalTo,
    fresh: true,
  },
  "listings/listCircle": {
    row: holdersOrTold,
    fields: ({ circle }: World) => ({
      circleId: circle.id,
      words: "People between jobs in the north.",
      takesUpTo: 6,
      isShown: true,
    }),
    fresh: true,
  },
  "listings/unlistCircle": {
    row: holdersOrTold,
    fields: async ({ circle, facilitator }: World) => {
      await aListing(facilitator, circle);
      return { circleId: circle.id };
    },
    fresh: true,
  },
  // Whoever sits there is taken to their circle.
  "seat-asks/askForSeat": {
    row: { ...everyone, unverified: "no", removed: "404" },
    fields: async ({ circle, facilitator }: World, person: Person) => {
      await aListing(facilitator, circle);
      return {
        circleId: circle.id,
        alias: `${person} asks`,
        words: "I would like some company.",
        agreed: true,
      };
    },
    fresh: true,
  },
  "seat-asks/welcomeAsk": { row: holders, fields: aGuest, fresh: true },
  "seat-asks/declineAsk": { row: holders, fields: aGuest, fresh: true },
  "seat-asks/takeBackAsk": {
    row: { ...signedOut, author: "done", anyoneElse: "404" },
    fields: async ({ author, circle }: World) => ({ askId: (await aSeatAsk(author, circle)).id }),
    fresh: true,
  },
} as const;
