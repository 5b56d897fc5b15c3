import { addDays } from "@/lib/dates";
import { freshId } from "@/lib/ids";
import { findRoles } from "@/lib/roles/queries";
import { aCircle, aMember } from "../factories";
import { aLanding, aMergeOffer, aTurnOffered } from "../factories-of-circles";
import { look } from "./look";
import { authorOnly, everyone, holders, type Rows, seated } from "./row";
import type { World } from "./world";

/* What becomes of a seat: breaks, merges, turns, terms and landings. */

/** A week in which the author keeps the time. */
async function turnOfAuthor({ author, circle }: World) {
  const roles = await look(author, (viewer) => findRoles(viewer, circle.id));
  const week = roles?.weeks.find((one) => one.timekeeper?.isMe);
  return { weekOn: week?.weekOn ?? "", role: "timekeeper" as const };
}

/** A week for which nobody has said anything: another one each time. */
let weeks = 0;
const aWeekOff = () => ({
  weekOn: addDays("2030-01-04", 7 * weeks++),
  role: "timekeeper" as const,
});

export const rowsOfSeats: Rows = {
  "absences/sayFine": { row: seated, fields: ({ circle }) => ({ circleId: circle.id }) },
  "absences/takeBreak": {
    row: seated,
    fields: ({ circle }) => ({ circleId: circle.id, line: "Back after Christmas" }),
    fresh: true,
  },
  "absences/endBreak": { row: seated, fields: ({ circle }) => ({ circleId: circle.id }) },
  // As with leaving: where one does not sit, nothing happens.
  "absences/letMeGo": { row: everyone, fields: ({ circle }) => ({ circleId: circle.id }), fresh: true },
  "merges/likeMerge": {
    row: seated,
    fields: async ({ circle }) => ({
      circleId: circle.id,
      mergeId: (await aMergeOffer(circle, await aCircle(await aMember()))).id,
    }),
  },
  "merges/declineMerge": {
    row: seated,
    fields: async ({ circle }) => ({
      circleId: circle.id,
      mergeId: (await aMergeOffer(circle, await aCircle(await aMember()))).id,
    }),
  },
  "roles/chooseRotation": {
    row: {
      "signed out": "sign in",
      outsider: "404",
      former: "404",
      removed: "404",
      facilitator: "done",
      anyoneElse: "no",
    },
    fields: ({ circle }) => ({ circleId: circle.id, every: 1 }),
    fresh: true,
  },
  "roles/offerTurn": {
    row: { ...seated, author: "done", anyoneElse: "no" },
    fields: async (world) => ({ id: freshId(), circleId: world.circle.id, ...(await turnOfAuthor(world)) }),
    fresh: true,
  },
  "roles/takeTurn": {
    row: { ...seated, author: "no" },
    fields: async (world) => aTurnOffered(world.author, world.circle, aWeekOff()),
    fresh: true,
  },
  "roles/keepTurn": {
    row: { ...seated, author: "done", anyoneElse: "nothing" },
    fields: async (world) => aTurnOffered(world.author, world.circle, aWeekOff()),
    fresh: true,
  },
  "roles/giveTimekeeping": {
    row: holders,
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron" }),
    fresh: true,
  },
  // Nobody is asked yet.
  "terms/renewTerm": {
    row: { ...seated, anyoneElse: "nothing" },
    fields: ({ circle }) => ({ circleId: circle.id }),
  },
  "terms/restFromCircle": {
    row: seated,
    fields: ({ circle }) => ({ circleId: circle.id }),
    fresh: true,
  },
  "landings/lookAtThanks": {
    row: seated,
    fields: ({ circle }) => ({ circleId: circle.id, words: "Thank you, all of you." }),
  },
  "landings/land": {
    row: { ...seated, unverified: "no" },
    fields: ({ circle }) => ({
      id: freshId(),
      circleId: circle.id,
      words: "Thank you, all of you.",
      afterwards: "leave",
      shown: true,
    }),
    fresh: true,
  },
  "landings/returnToCircle": {
    row: { ...seated, author: "done", anyoneElse: "nothing" },
    fields: async ({ circle, author }, person) => {
      if (person === "author") await aLanding(author, circle);
      return { circleId: circle.id };
    },
    fresh: true,
    unseats: true,
  },
  "landings/sayWhoSees": {
    row: authorOnly,
    fields: async ({ circle, author }, person) => {
      if (person === "author") await aLanding(author, circle);
      return { circleId: circle.id, shown: true, supports: true };
    },
    fresh: true,
    unseats: true,
  },
};
