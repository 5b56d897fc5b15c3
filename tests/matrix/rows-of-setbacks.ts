import { aReframe, aSetback } from "../factories-of-setbacks";
import { authorOnly, everyone, type Rows, today } from "./row";

/* Setbacks, and the stages that they go through. */

export const rowsOfSetbacks: Rows = {
  "setbacks/saveSetback": { row: everyone, fields: () => ({ happened: "No offer.", day: today() }) },
  "setbacks/changeSetback": {
    row: authorOnly,
    fields: async ({ author }) => ({
      setbackId: (await aSetback(author)).id,
      happened: "Still no offer.",
      day: today(),
    }),
  },
  "setbacks/deleteSetback": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id }),
  },
  "setbacks/bringSetbackBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author, { deletedAt: new Date() })).id }),
  },
  "setbacks/writeOwnPage": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id, page: "Dear me." }),
  },
  "phases/restIn": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id, phase: "reframe" }),
  },
  "closures/letSetbackGo": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id, farewell: "Good bye." }),
  },
  "closures/openSetbackAgain": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author, { closedAt: new Date() })).id }),
  },
  "reframes/beginReframe": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id, thought: "It must be me." }),
  },
  "reframes/lookAgain": {
    row: authorOnly,
    fields: async ({ author }) => ({
      reframeId: (await aReframe(author, await aSetback(author))).id,
      thought: "It must be me.",
      fairer: "Not all of it.",
    }),
  },
  "reframes/takeOutReframe": {
    row: authorOnly,
    fields: async ({ author }) => ({ reframeId: (await aReframe(author, await aSetback(author))).id }),
  },
  "reframes/bringReframeBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      reframeId: (await aReframe(author, await aSetback(author), { deletedAt: new Date() })).id,
    }),
  },
};
