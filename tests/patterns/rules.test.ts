import { describe, expect, test } from "vitest";
import { monthsUpTo } from "@/lib/dates";
import {
  byKind,
  byReframe,
  byWhose,
  byWord,
  OTHERS,
  type Setback,
  setbacksOfMine,
} from "@/lib/patterns/rules";
import type { SetbackKind } from "@/lib/setbacks/schema";
import { wilson } from "@/lib/wilson";

// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("an interval is as published: %i of %i", (count, cases, low, high) => {
  const found = wilson(count, cases);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

const kinds = (counts: Partial<Record<SetbackKind, number>>) =>
  byKind(
    Object.entries(counts).flatMap(([kind, count]) =>
      Array.from({ length: count }, () => ({ kind: kind as SetbackKind })),
    ),
  );

describe("shares", () => {
  test("have an interval from ten cases on, and none before", () => {
    const of = (silence: number, laid_off: number) => kinds({ silence, laid_off }).rows[0]?.interval;
    expect(of(4, 5)).toBeNull();
    expect(of(4, 6)).toEqual(wilson(4, 10));
  });

  const setback = (role: string | null): Setback => ({
    id: "",
    kind: null,
    day: "2026-11-01",
    role,
    industry: null,
    source: null,
  });

  test("name five words whatever their case, as they were spelled last, by the alphabet, and then the others", () => {
    const roles = ["driver", "Driver", "DRIVER", "Clerk", "a", "a", "b", "b", "c", "c", "e", null, "x", "Y"];
    const { cases, rows } = byWord(roles.map(setback), "role");
    expect(cases).toBe(13);
    expect(rows.map(({ label, count }) => [label, count])).toEqual([
      ["a", 2],
      ["b", 2],
      ["c", 2],
      ["Clerk", 1],
      ["driver", 3],
      ["3 others", 3],
    ]);
  });

  test("keep a word that reads like the others apart from them", () => {
    const { rows } = byWord(["others", "a", "b", "c", "d", "e", "others"].map(setback), "role");
    expect(new Set(rows.map(({ key }) => key)).size).toBe(6);
    expect(rows.filter(({ key }) => key === OTHERS)).toMatchObject([{ count: 1 }]);
  });

  test("count no reason that was let go or is not sorted", () => {
    const reasons = [
      { setbackId: "a", whose: "mine" as const, letGo: true },
      { setbackId: "b", whose: "mine" as const, letGo: false },
      { setbackId: "b", whose: "mine" as const, letGo: false },
      { setbackId: "c", whose: "theirs" as const, letGo: true },
      { setbackId: "c", whose: "chance" as const, letGo: false },
      { setbackId: "d", whose: null, letGo: false },
    ];
    expect(byWhose(reasons).rows.map(({ count }) => count)).toEqual([2, 0, 1]);
    expect(setbacksOfMine(reasons)).toBe(1);
  });
});

describe("months", () => {
  test.each([
    ["2026-11-26", "2025-12-01", "2026-11-01"],
    ["2026-01-31", "2025-02-01", "2026-01-01"],
    ["2026-12-01", "2026-01-01", "2026-12-01"],
  ])("are the last twelve, on %s", (today, first, last) => {
    const months = monthsUpTo(today);
    expect([months.length, months[0], months.at(-1)]).toEqual([12, first, last]);
  });

  test("count each reframe once, however many feelings it has", () => {
    const felt = [
      { reframeId: "a", day: "2026-11-02", before: 8, after: 2 },
      { reframeId: "a", day: "2026-11-02", before: 6, after: 4 },
      { reframeId: "b", day: "2026-11-20", before: 5, after: 5 },
      { reframeId: "c", day: "2024-11-20", before: 5, after: 0 },
    ];
    const { months, reframes, lessStrong } = byReframe(felt, "2026-11-26");
    expect(months.at(-1)).toEqual({ month: "2026-11-01", reframes: 2, before: 6, after: 4 });
    expect([reframes, lessStrong]).toEqual([2, 1]);
  });
});
