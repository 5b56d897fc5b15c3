import { freshId } from "@/lib/ids";
import { anAddress } from "../factories-of-accounts";
import { aCommitment } from "../factories-of-circles";
import { authorOnly, everyone, type Rows, seatedAndVerified } from "./row";

/* A circle's week, and a member's calendar. */

export const rowsOfCheckIns: Rows = {
  "check-ins/checkIn": {
    row: seatedAndVerified,
    fields: ({ circle }) => ({
      circleId: circle.id,
      word: "steady",
      line: "Slow start.",
      need: "listen",
      id1: freshId(),
      id2: freshId(),
      id3: freshId(),
      words1: "Call 2 agencies",
      day1: "",
    }),
  },
  "commitments/markCommitment": {
    row: authorOnly,
    fields: async ({ circle, author }) => ({
      circleId: circle.id,
      commitmentId: (await aCommitment(author, circle)).id,
      outcome: "partly",
    }),
  },
  "commitments/unmarkCommitment": {
    row: authorOnly,
    fields: async ({ circle, author }) => ({
      circleId: circle.id,
      commitmentId: (await aCommitment(author, circle, { outcome: "kept" })).id,
    }),
  },
  "calendar/makeAddress": { row: everyone, fields: () => ({}) },
  "calendar/stopAddress": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => {
      await anAddress(author);
      return {};
    },
  },
};
