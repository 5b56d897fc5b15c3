import { describe, expect, test } from "vitest";
import {
  canAskToLeave,
  canEndCofacilitator,
  canHandOver,
  canMakeCofacilitator,
  holdsCircle,
  isResting,
  type Seated,
} from "@/lib/memberships/rules";
import { aliasField } from "@/lib/memberships/schema";

const facilitator: Seated = { alias: "Juniper", role: "facilitator" };
const cofacilitator: Seated = { alias: "Heron", role: "cofacilitator" };
const member: Seated = { alias: "Wren", role: "member" };
const others: Seated[] = [
  { alias: "Alder", role: "facilitator" },
  { alias: "Marten", role: "cofacilitator" },
  { alias: "Sorrel", role: "member" },
];
const people = [facilitator, cofacilitator, member];

const table = (may: (me: Seated, them: Seated) => boolean) =>
  people.map((me) => others.map((them) => (may(me, them) ? "yes" : "no")).join(" "));

test("whoever has a role holds the circle", () => {
  expect(people.map(holdsCircle)).toEqual([true, true, false]);
});

//                                                      them: facilitator, co-facilitator, member
test("a co-facilitator asks only members to leave, and a member nobody", () => {
  expect(table(canAskToLeave)).toEqual(["yes yes yes", "no no yes", "no no no"]);
});

test("only the facilitator hands the role over", () => {
  expect(table(canHandOver)).toEqual(["yes yes yes", "no no no", "no no no"]);
});

test("only the facilitator makes a member co-facilitator", () => {
  expect(table(canMakeCofacilitator)).toEqual(["no no yes", "no no no", "no no no"]);
});

test("only the facilitator ends somebody else's co-facilitating", () => {
  expect(table(canEndCofacilitator)).toEqual(["no yes no", "no no no", "no no no"]);
});

test("nobody asks themselves to leave, and a co-facilitator may step down", () => {
  expect(people.map((me) => canAskToLeave(me, me))).toEqual([false, false, false]);
  expect(people.map((me) => canHandOver(me, me))).toEqual([false, false, false]);
  expect(people.map((me) => canEndCofacilitator(me, me))).toEqual([false, true, false]);
});

test("somebody rests after fourteen silent days in a circle, not before", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  expect(isResting({ joinedAt: daysAgo(30), heardAt: daysAgo(15) }, now)).toBe(true);
  expect(isResting({ joinedAt: daysAgo(30), heardAt: daysAgo(14) }, now)).toBe(false);
  expect(isResting({ joinedAt: daysAgo(2), heardAt: daysAgo(30) }, now)).toBe(false);
});

describe("an alias", () => {
  test("is written as it is seen: nothing hidden, one way to write each letter", () => {
    for (const alias of [
      "He\u200Bron",
      "He\u00ADron",
      "\uFF28eron",
      "\u202EHeron",
      " Heron ",
      "Heron\u034F",
      "Heron\uFE0F",
      "He\u180Bron",
      "He\u17B4ron",
      "Heron\u{E0100}",
      "Heron\u2800",
    ]) {
      expect(aliasField.parse(alias), JSON.stringify(alias)).toBe("Heron");
    }
  });

  test("with an accent is the same however it is composed, and whatever was hidden in between", () => {
    for (const alias of ["Ren\u00E9", "Rene\u0301", "Rene\u034F\u0301"]) {
      expect(aliasField.parse(alias), JSON.stringify(alias)).toBe("Ren\u00E9");
    }
  });

  test("keeps its emoji, each by itself", () => {
    expect(aliasField.parse("Wren \u{1F331}")).toBe("Wren \u{1F331}");
    expect(aliasField.parse("\u2764\uFE0F Wren")).toBe("\u2764 Wren");
    expect(aliasField.parse("\u{1F469}\u200D\u{1F680}")).toBe("\u{1F469}\u{1F680}");
  });

  test("can be seen at all", () => {
    for (const alias of ["", "  ", "\u200B", "\u2060", "\u3164", "\uFFA0", "\u2800", "\uFE0F\u034F"]) {
      expect(aliasField.safeParse(alias).success, JSON.stringify(alias)).toBe(false);
    }
  });
});
