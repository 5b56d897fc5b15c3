import { expect, test } from "vitest";
import { withSomebodyHolding } from "@/lib/memberships/rules";
import { appealUntil, canAppeal, choicesFor, lettersFor } from "@/lib/moderation/rules";

test.each([
  ["post", true, true, ["none", "hide", "warn", "remove", "suspend", "close"]],
  ["reply", false, true, ["none", "hide"]],
  ["post", true, false, ["none", "warn", "suspend", "close"]],
  ["alias", true, true, ["none", "warn", "remove", "suspend", "close"]],
  ["circle", true, true, ["none", "hide", "warn", "remove", "suspend", "close"]],
  ["check_in", true, true, ["none", "hide", "warn", "remove", "suspend", "close"]],
  ["ask", true, true, ["none", "hide", "warn", "suspend", "close"]],
  ["note", false, false, ["none", "hide"]],
] as const)(
  "what can be decided about %s follows from what is there",
  (about, hasReported, hasCircle, may) => {
    expect(choicesFor({ about, hasReported, hasCircle })).toEqual(may);
  },
);

test.each([
  ["reported", "warn", false, false, true],
  ["reported", "warn", true, false, false],
  ["reported", "warn", false, true, false],
  ["reported", "none", false, false, false],
  ["reporter", "warn", false, false, false],
  ["appeal_kept", "warn", false, false, false],
  ["reporter_changed", "warn", false, false, false],
] as const)(
  "an appeal is for the one whom it is about, once, in time: %s, %s",
  (side, kind, appealed, isOver, can) => {
    expect(canAppeal({ side, kind, appealed, isOver })).toBe(can);
  },
);

test("an appeal is possible for thirty days, and where an account is closed for as long as it is there", () => {
  const createdAt = new Date("2026-11-01T12:00:00Z");
  const leavesAt = new Date("2026-11-08T12:00:00Z");
  expect(appealUntil({ createdAt, leavesAt: null })).toEqual(new Date("2026-12-01T12:00:00Z"));
  expect(appealUntil({ createdAt, leavesAt })).toEqual(leavesAt);
});

test.each([
  ["none", "spam", true, true, { toReported: false, toReporter: true }],
  ["warn", "spam", true, true, { toReported: true, toReporter: true }],
  ["hide", "spam", false, true, { toReported: false, toReporter: true }],
  ["none", "held", true, false, { toReported: true, toReporter: false }],
  ["warn", "spam", true, false, { toReported: true, toReporter: false }],
] as const)(
  "a moderator writes to whoever reads it: %s, for %s",
  (kind, reason, hasReported, hasReporter, due) => {
    expect(lettersFor(kind, { reason, hasReported, hasReporter })).toEqual(due);
  },
);

const person = (alias: string, role: "facilitator" | "cofacilitator" | "member", day: number) => ({
  alias,
  role,
  joinedAt: new Date(2026, 10, day),
  seat: day,
});

test.each([
  ["whoever holds the circle, where they are seen", [person("Juniper", "facilitator", 1)], "Juniper"],
  ["the co-facilitator", [person("Heron", "member", 2), person("Wren", "cofacilitator", 3)], "Wren"],
  ["whoever has been there longest", [person("Heron", "member", 4), person("Wren", "member", 3)], "Wren"],
  ["nobody, where no other is seen", [], undefined],
])("a circle is held, for whoever looks, by %s", (_who, others, holder) => {
  const me = person("Tern", "cofacilitator", 1);
  const seen = withSomebodyHolding([me, ...others], (one) => one.alias === "Tern");
  expect(seen.find(({ role }) => role === "facilitator")?.alias).toBe(holder);
  expect(seen.find(({ alias }) => alias === "Tern")?.role).toBe("cofacilitator");
});
