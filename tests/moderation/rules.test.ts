import { expect, test } from "vitest";
import { withSomebodyHolding } from "@/lib/memberships/rules";
import { canAppeal, choicesFor } from "@/lib/moderation/rules";
import { firstThings } from "@/lib/reports/rules";

test.each([
  ["post", true, true, ["none", "hide", "warn", "remove", "suspend", "close"]],
  ["reply", false, true, ["none", "hide"]],
  ["post", true, false, ["none", "warn", "suspend", "close"]],
  ["alias", true, true, ["none", "warn", "remove", "suspend", "close"]],
  ["circle", true, true, ["none", "warn", "remove", "suspend", "close"]],
  ["note", false, false, ["none"]],
] as const)(
  "what can be decided about %s follows from what is there",
  (about, hasReported, hasCircle, may) => {
    expect(choicesFor({ about, hasReported, hasCircle })).toEqual(may);
  },
);

test.each([
  ["reported", "warn", false, true],
  ["reported", "warn", true, false],
  ["reported", "none", false, false],
  ["reporter", "warn", false, false],
  ["appeal_kept", "warn", false, false],
] as const)("an appeal is for the one whom it is about, once: %s, %s", (side, kind, appealed, can) => {
  expect(canAppeal({ side, kind, appealed })).toBe(can);
});

test("danger is first, then what has waited longest", () => {
  const at = (day: number) => new Date(2026, 10, day);
  const waiting = [
    { reason: "spam", createdAt: at(1) },
    { reason: "danger", createdAt: at(9) },
    { reason: "scam", createdAt: at(3) },
    { reason: "danger", createdAt: at(8) },
  ] as const;
  expect([...waiting].sort(firstThings).map(({ createdAt }) => createdAt.getDate())).toEqual([8, 9, 1, 3]);
});

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
