import { expect, test } from "vitest";
import { endOf, stateOf } from "@/lib/supporters/rules";

const now = new Date("2026-11-26T12:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

test.each([
  [null, 1, "lives"],
  [null, 0, "over"],
  [null, -1, "over"],
  [now, 1000, "ended"],
  [now, -1000, "ended"],
] as const)("ended %s, and over in %i ms: %s", (revokedAt, left, state) => {
  expect(stateOf({ revokedAt, expiresAt: later(left) }, now)).toBe(state);
});

test("a link lasts as many days as it says", () => {
  expect(endOf(30, now)).toEqual(new Date("2026-12-26T12:00:00Z"));
});
