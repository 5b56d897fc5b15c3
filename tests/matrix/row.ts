import type { Fields } from "../form";
import type { Person, World } from "./world";

/** done; done, and nothing of the circle or the author changed; a refusal in words; 404; taken to sign in. */
export type Expected = "done" | "nothing" | "no" | "404" | "sign in";
export type Row = Partial<Record<Person, Expected>> & { anyoneElse: Expected };

/**
 * What each action is sent when nothing about it is bad, and how it then answers each kind of person. `fresh`:
 * it changes who sits where or who is signed in, or asks for reasons or lessons, which no other form of a world may
 * have put off by writing a setback down, so each try has a world of its own. `unseats`: its fields take the author's
 * seat.
 */
export type Rows = Record<
  string,
  {
    row: Row;
    fields: (world: World, person: Person) => Fields | Promise<Fields>;
    fresh?: true;
    unseats?: true;
  }
>;

/* How actions answer, where several do alike. */

export const everyone = { "signed out": "sign in", anyoneElse: "done" } as const;
export const authorOnly = { "signed out": "sign in", author: "done", anyoneElse: "404" } as const;
export const authorAndVerified = { ...authorOnly, unverified: "no" } as const;
export const seated = {
  "signed out": "sign in",
  outsider: "404",
  former: "404",
  removed: "404",
  anyoneElse: "done",
} as const;
// Words for a circle that one does not sit in (any more) come back with a sentence, not with a 404: they are kept.
export const seatedAndVerified = {
  ...seated,
  unverified: "no",
  outsider: "no",
  former: "no",
  removed: "no",
} as const;
export const holders = {
  "signed out": "sign in",
  facilitator: "done",
  cofacilitator: "done",
  anyoneElse: "404",
} as const;
// Whoever sits there may have lost the role while they wrote: they are told so, and keep their words.
export const holdersOrTold = { ...holders, unverified: "no", member: "no", author: "no" } as const;

export const today = () => new Date().toISOString().slice(0, 10);
