import { describe, expect, test } from "vitest";
import { type Course, canGoOn, isOver, resultOf, sayProgress } from "@/lib/experiments/rules";

const TODAY = "2026-11-26";
const ten: Course = { cases: 10, untilDay: null, endedOn: null };
const untilTomorrow: Course = { cases: null, untilDay: "2026-11-27", endedOn: null };

test.each<[what: string, course: Course, counted: number, over: boolean, goesOn: boolean]>([
  ["just begun, by applications", ten, 0, false, false],
  ["one short", ten, 9, false, false],
  ["all counted", ten, 10, true, false],
  ["just begun, by days", untilTomorrow, 0, false, false],
  ["by days, with very many counted", untilTomorrow, 500, false, false],
  ["on its day", { ...untilTomorrow, untilDay: TODAY }, 3, true, false],
  ["after its day", { ...untilTomorrow, untilDay: "2026-11-01" }, 3, true, false],
  ["ended early", { ...ten, endedOn: TODAY }, 4, true, true],
  ["ended early, and all counted", { ...ten, endedOn: TODAY }, 10, true, false],
  [
    "ended early, and its day came since",
    { ...untilTomorrow, untilDay: TODAY, endedOn: TODAY },
    4,
    true,
    false,
  ],
])("%s: whether it is over, and whether it could go on", (_what, course, counted, over, goesOn) => {
  expect(isOver(course, counted, TODAY)).toBe(over);
  expect(canGoOn(course, counted, TODAY)).toBe(goesOn);
});

test.each([
  [ten, 0, "For 10 applications"],
  [ten, 4, "4 of 10 counted"],
  [untilTomorrow, 0, "Until Friday, 27 November"],
  [untilTomorrow, 4, "4 counted, until Friday, 27 November"],
])("how far it has come says what was counted, never what is missing: %j, %d", (course, counted, said) => {
  expect(sayProgress(course, counted, TODAY)).toBe(said);
});

describe("what came of it", () => {
  test.each([
    [0, 0],
    [1, 1],
    [9, 9],
    [0, 9],
  ])("%d of %d are too few to tell", (better, cases) => {
    expect(resultOf(better, cases)).toEqual({ cases, better, share: null });
  });

  test.each([
    [0, 20, { seen: 0, low: 0, high: 16 }],
    [1, 29, { seen: 3, low: 1, high: 17 }],
    [15, 148, { seen: 10, low: 6, high: 16 }],
    [10, 10, { seen: 100, low: 72, high: 100 }],
  ])("%d of %d are a share, with how far it may lie from the truth", (better, cases, share) => {
    expect(resultOf(better, cases)).toEqual({ cases, better, share });
  });
});
