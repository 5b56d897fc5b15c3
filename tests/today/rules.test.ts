import { describe, expect, test } from "vitest";
import type { RhythmKind } from "@/lib/generated/enums";
import type { Kept } from "@/lib/goals/rules";
import {
  allRested,
  calendarFrom,
  greeting,
  sayShowedUp,
  stepsForToday,
  stepsInPlace,
} from "@/lib/today/rules";

const today = "2026-11-19";

const goal = (
  id: string,
  rhythm: RhythmKind,
  more: Partial<Kept> & { notToday?: boolean; category?: string } = {},
) => ({
  id,
  rhythm,
  times: 1,
  efforts: {},
  begun: false,
  total: 0,
  rests: [],
  notToday: false,
  ...more,
});

const steps = (...goals: ReturnType<typeof goal>[]) => stepsForToday(goals, today).map(({ id }) => id);

describe("the steps that are mine today", () => {
  test.each([
    ["nobody's day is full of nothing", steps(), []],
    [
      "what is for every day comes before the week, and the week before a finish line",
      steps(goal("a", "finish_line"), goal("b", "week"), goal("c", "day")),
      ["c", "b", "a"],
    ],
    [
      "three at most",
      steps(goal("a", "day"), goal("b", "day"), goal("c", "day"), goal("d", "day")),
      ["a", "b", "c"],
    ],
    [
      "the one that has waited longest comes first among equals",
      steps(
        goal("a", "day", { efforts: { "2026-11-18": 1 } }),
        goal("b", "day", { efforts: { "2026-11-16": 1 } }),
        goal("c", "day"),
      ),
      ["c", "b", "a"],
    ],
    ["what is done is done", steps(goal("a", "day", { efforts: { [today]: 1 } }), goal("b", "week")), ["b"]],
    [
      "what rests asks for nothing",
      steps(goal("a", "day", { rests: [{ startedOn: today, endedOn: null }] })),
      [],
    ],
    [
      "what goes on today is back today",
      steps(goal("a", "day", { rests: [{ startedOn: "2026-11-01", endedOn: today }] })),
      ["a"],
    ],
    [
      "what was left for another day is left",
      steps(goal("a", "day", { notToday: true }), goal("b", "day")),
      ["b"],
    ],
    [
      "a week that has had enough asks for no more",
      steps(goal("a", "week", { times: 2, efforts: { "2026-11-16": 1, "2026-11-17": 1 } })),
      [],
    ],
    [
      "wellbeing weighs as much as applications",
      steps(goal("a", "day", { category: "routine" }), goal("b", "day", { category: "applications" })),
      ["a", "b"],
    ],
  ])("%s", (_name, shown, expected) => {
    expect(shown).toEqual(expected);
  });
});

describe("what was just logged", () => {
  const logged = (id: string, rhythm: RhythmKind = "day") => ({
    ...goal(id, rhythm, { efforts: { [today]: 1 } }),
    undo: { day: today },
  });
  const open = (id: string, rhythm: RhythmKind = "day") => ({ ...goal(id, rhythm), undo: null });
  const inPlace = (...goals: ReturnType<typeof open | typeof logged>[]) =>
    stepsInPlace(goals, today).map(({ id }) => id);

  test.each([
    ["stays where it was", inPlace(logged("a"), open("b")), ["a", "b"]],
    ["stays where it was among others", inPlace(open("a"), logged("b"), open("c")), ["a", "b", "c"]],
    [
      "lets one more come below",
      inPlace(logged("a"), open("b"), open("c"), open("d"), open("e")),
      ["a", "b", "c", "d"],
    ],
    [
      "stays where three are shown, and not below them",
      inPlace(open("a"), open("b"), open("c"), logged("d")),
      ["a", "b", "c"],
    ],
    ["stays when nothing else asks", inPlace(logged("a")), ["a"]],
    ["is gone once it cannot be undone beside it", inPlace({ ...logged("a"), undo: null }, open("b")), ["b"]],
    [
      "for another day leaves its place",
      inPlace({ ...logged("a"), undo: { day: "2026-11-18" } }, open("b")),
      ["b"],
    ],
  ])("%s", (_name, shown, expected) => {
    expect(shown).toEqual(expected);
  });

  test("leaves the order of the day as it was", () => {
    const twice = { ...goal("a", "day", { times: 2, efforts: { [today]: 1 } }), undo: { day: today } };
    expect(inPlace(twice, open("b"))).toEqual(["a", "b"]);
  });
});

describe("how steadily I have been showing up", () => {
  const never = () => false;
  test.each([
    [
      "four days",
      ["2026-11-13", "2026-11-16", "2026-11-18", "2026-11-19"],
      never,
      "You showed up on 4 of the last 7 days.",
    ],
    [
      "days before the last seven",
      ["2026-11-12", "2026-11-19"],
      never,
      "You showed up on 1 of the last 7 days.",
    ],
    ["no day", ["2026-11-01"], never, "One small step is enough for today."],
    [
      "every day",
      ["13", "14", "15", "16", "17", "18", "19"].map((day) => `2026-11-${day}`),
      never,
      "You showed up on 7 of the last 7 days.",
    ],
    [
      "one day of rest",
      ["2026-11-19"],
      (day: string) => day === "2026-11-15",
      "You showed up on 1 of the last 7 days, and one was for rest.",
    ],
    [
      "days of rest, on one of which there was effort",
      ["2026-11-19"],
      (day: string) => day >= "2026-11-17",
      "You showed up on 1 of the last 7 days, and 2 were for rest.",
    ],
    ["nothing but rest", [], () => true, "These were days of rest, and rest counts."],
  ])("after %s", (_name, days, rested, said) => {
    expect(sayShowedUp(today, new Set(days), rested)).toBe(said);
  });

  test("a day rests when everything that was there rested", () => {
    const rests = [{ startedOn: "2026-11-10", endedOn: null }];
    const resting = { rests, since: "2026-11-01" };
    expect(allRested([resting], today)).toBe(true);
    expect(allRested([resting], "2026-11-09")).toBe(false);
    expect(allRested([resting, { rests: [], since: "2026-11-01" }], today)).toBe(false);
    expect(allRested([resting, { rests: [], since: "2026-11-20" }], today)).toBe(true);
    expect(allRested([], today)).toBe(false);
  });
});

test.each([
  [0, "Hello"],
  [4, "Hello"],
  [5, "Good morning"],
  [11, "Good morning"],
  [12, "Good afternoon"],
  [17, "Good afternoon"],
  [18, "Good evening"],
  [23, "Good evening"],
])("at %i o'clock it says %s", (hour, said) => {
  expect(greeting(hour)).toBe(said);
});

test.each([
  ["2026-11-16", "2026-08-31"],
  ["2026-11-22", "2026-08-31"],
  ["2026-11-23", "2026-09-07"],
  ["2027-01-01", "2026-10-12"],
])("the twelve weeks that end with the week of %s begin on Monday %s", (day, from) => {
  expect(calendarFrom(day)).toBe(from);
});
