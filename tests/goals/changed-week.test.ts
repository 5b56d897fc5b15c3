import { describe, expect, test } from "vitest";
import { type Day, dayIn, weekOf } from "@/lib/dates";
import { changeGoal } from "@/lib/goals/actions";
import { findGoal } from "@/lib/goals/queries";
import { dotsOf, type Former, type Kept, sayProgress } from "@/lib/goals/rules";
import { aMember } from "../factories";
import { aGoal, anEffort } from "../factories-of-goals";
import { as, submit } from "../people";

/* A week in which a goal was changed: each day counts by what was asked on it. */

// The week from Monday the 16th to Sunday the 22nd.
const [monday, tuesday, wednesday, thursday, friday] = weekOf("2026-11-19") as [Day, Day, Day, Day, Day];

const daily = (times: number) => ({ rhythm: "day" as const, times });
const onceEach = { [monday]: 1, [tuesday]: 1, [wednesday]: 1, [thursday]: 1 };
const kept = (times: number, efforts: Record<Day, number>, former: Former[]): Kept => ({
  ...daily(times),
  efforts,
  former,
  begun: true,
  total: 0,
  rests: [],
});
const week = (goal: Kept, today: Day) => [
  dotsOf(goal, today)
    .map(({ state }) => state[0])
    .join(""),
  sayProgress(goal, today),
];

describe("a goal that was done once on each of four days", () => {
  const grown = kept(2, onceEach, [{ ...daily(1), until: thursday }]);

  test("keeps its dots and its words when it grows on the fourth", () => {
    expect(week({ ...grown, ...daily(1), former: [] }, thursday)).toEqual(["ffffeee", "4 days this week"]);
    expect(week(grown, thursday)).toEqual(["ffffeee", "4 days this week"]);
  });

  test("keeps them on the day after, which counts by what is asked now", () => {
    expect(week(grown, friday)).toEqual(["ffffeee", "4 days this week"]);
    const once = { ...grown, efforts: { ...onceEach, [friday]: 1 } };
    expect(week(once, friday)).toEqual(["ffffpee", "1 of 2 today"]);
    const twice = { ...grown, efforts: { ...onceEach, [friday]: 2 } };
    expect(week(twice, friday)).toEqual(["fffffee", "5 days this week"]);
  });

  test("has enough on the day on which it becomes smaller, and later on too", () => {
    const smaller = kept(1, onceEach, [{ ...daily(2), until: thursday }]);
    for (const today of [thursday, friday])
      expect(week(smaller, today)).toEqual(["pppfeee", "1 day this week"]);
  });

  test("keeps the days that were for nothing when it is for every day from now on", () => {
    const mondays = { rhythm: "weekdays" as const, weekdays: [1], times: 1, until: wednesday };
    expect(week(kept(1, { [monday]: 1 }, [mondays]), thursday)).toEqual(["freeeee", "1 day this week"]);
  });
});

test("growing a goal takes away no dot of this week, and no word", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const today = dayIn(juniper.timeZone, new Date());
  for (const day of weekOf(today).filter((day) => day <= today)) await anEffort(juniper, goal, day);
  const shown = async () => {
    const card = await as(juniper, (viewer) => findGoal(viewer, goal.id));
    return [card?.dots.map(({ state }) => state), card?.progress];
  };
  const before = await shown();
  const form = { goalId: goal.id, title: "Applications", category: "applications", rhythm: "day", times: 2 };
  expect(await submit(juniper, changeGoal, form)).toMatchObject({ message: "Changed." });
  expect(await shown()).toEqual(before);
});
