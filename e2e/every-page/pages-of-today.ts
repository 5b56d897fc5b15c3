import type { Rows } from "./row";

/* Today, and what leads on from it. */

export const pagesOfToday: Rows = {
  "(member)/today": [
    ["author", () => "/today", /Heron$/],
    ["unverified", () => "/today", /Linnet$/],
    ["former", () => "/today", /Marten$/],
  ],
  "(member)/today/arrange": [["author", () => "/today/arrange", /^Arrange Today$/]],
  "(member)/numbers": [
    ["author", () => "/numbers?feelings=1", /^Your numbers$/],
    ["former", () => "/numbers", /^Your numbers$/],
    ["author", () => "/numbers?later=1", /^Your numbers$/, null, "many of them along just now"],
  ],
  "(member)/numbers/entries": [
    ["author", () => "/numbers/entries?what=shown", /^What it was counted from$/],
    ["author", () => "/numbers/entries?what=setback", /^What it was counted from$/],
    ["author", () => "/numbers/entries?what=commitment", /^What it was counted from$/],
    ["former", () => "/numbers/entries?what=win", /^What it was counted from$/],
  ],
  "(member)/more": [["author", () => "/more", /^More$/]],
  "(member)/nudges": [
    ["author", () => "/nudges", /^Waiting for you$/, null, "One line is enough"],
    ["former", () => "/nudges", /^Waiting for you$/, null, "Nothing waits for you"],
  ],
  // A year with everything drawn, the day of a setback, and nothing written down yet.
  "(member)/patterns": [
    ["facilitator", () => "/patterns", /^Patterns$/],
    ["author", () => "/patterns", /^Patterns$/],
    ["former", () => "/patterns", /^Patterns$/],
  ],
};
