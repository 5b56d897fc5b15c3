import { anExercise, aSetback, aWritingSession } from "../factories-of-setbacks";
import { authorOnly, type Rows } from "./row";

/* Guided writing and exercises. */

export const rowsOfWriting: Rows = {
  "writing/beginWriting": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id }),
  },
  "writing/keepWriting": {
    row: authorOnly,
    fields: async ({ author }) => ({
      sessionId: (await aWritingSession(author, await aSetback(author), { words: "" })).id,
      words: "I keep going over it.",
      seen: "",
      press: "end",
    }),
  },
  "writing/takeUpWriting": {
    row: authorOnly,
    fields: async ({ author }) => {
      const setback = await aSetback(author);
      const session = await aWritingSession(author, setback, { endedAt: new Date() });
      return { sessionId: session.id, setbackId: setback.id };
    },
  },
  "writing/deleteWriting": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => {
      const setback = await aSetback(author);
      return { sessionId: (await aWritingSession(author, setback)).id, setbackId: setback.id };
    },
  },
  "exercises/keepExercise": {
    row: authorOnly,
    fields: async ({ author }) => ({
      setbackId: (await aSetback(author)).id,
      kind: "what_matters",
      dear: ["Fairness", "Nature"],
      ownWords: "My garden",
      lived: "I helped a neighbour.",
    }),
  },
  "exercises/deleteExercise": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => {
      const setback = await aSetback(author);
      const exerciseId = (await anExercise(author, setback)).id;
      return { exerciseId, setbackId: setback.id, kind: "kind_letter" };
    },
  },
};
