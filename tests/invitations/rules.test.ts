import { expect, test } from "vitest";
import { canMakeAnother, stateOf } from "@/lib/invitations/rules";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-22T12:00:01Z");

test("an invitation works until it is taken back, used up or expired", () => {
  const fresh = { revokedAt: null, expiresAt: later, uses: 2, came: 1 };
  expect(stateOf(fresh, now)).toBe("works");
  expect(stateOf({ ...fresh, expiresAt: now }, now)).toBe("expired");
  expect(stateOf({ ...fresh, came: 2 }, now)).toBe("used up");
  expect(stateOf({ ...fresh, revokedAt: now }, now)).toBe("taken back");
  expect(stateOf({ revokedAt: now, expiresAt: now, uses: 1, came: 1 }, now)).toBe("taken back");
});

test("a circle has at most eight invitations that work", () => {
  expect([0, 7, 8].map(canMakeAnother)).toEqual([true, true, false]);
});
