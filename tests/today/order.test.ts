import { beforeEach, describe, expect, test } from "vitest";
import { addDays, dayIn, startOfDay } from "@/lib/dates";
import { undoEffort } from "@/lib/efforts/actions";
import { listGoals } from "@/lib/goals/queries";
import { stepsInPlace } from "@/lib/today/rules";
import { daysPass } from "../days-pass";
import { aMember, type Member } from "../factories";
import { aGoal, anEffort } from "../factories-of-goals";
import { as, submit } from "../people";

/* In which order Today shows its steps, read from Postgres. */

let juniper: Member;
let today: string;
let goals: Record<string, { id: string }>;

const shown = async () =>
  (await as(juniper, listGoals).then((all) => stepsInPlace(all, dayIn(juniper.timeZone, new Date())))).map(
    ({ title }) => title,
  );

beforeEach(async () => {
  juniper = await aMember();
  today = dayIn(juniper.timeZone, new Date());
  goals = {};
  for (const [title, back] of Object.entries({ Letters: 8, Walks: 40, Calls: 12, Reading: 50 })) {
    const goal = await aGoal(juniper, { title, rhythm: "week" });
    const day = addDays(today, -back);
    await anEffort(juniper, goal, day, startOfDay(day, juniper.timeZone));
    goals[title] = goal;
  }
});

test("what waited longest comes first, however long it waited", async () => {
  expect(await shown()).toEqual(["Reading", "Walks", "Calls"]);
});

describe("what is logged today for a day before", () => {
  test.each([
    ["a moment ago", () => new Date()],
    [
      "hours ago",
      () => new Date(Math.max(startOfDay(today, juniper.timeZone).getTime(), Date.now() - 7_200_000)),
    ],
  ])("%s moves no step, and counts from the next day on", async (_when, at) => {
    const reading = goals.Reading ?? { id: "" };
    const { id } = await anEffort(juniper, reading, addDays(today, -9), at());
    expect(await shown()).toEqual(["Reading", "Walks", "Calls"]);
    await submit(juniper, undoEffort, { effortId: id });
    expect(await shown()).toEqual(["Reading", "Walks", "Calls"]);
    await anEffort(juniper, reading, addDays(today, -9), at());
    await daysPass(juniper, 1);
    expect(await shown()).toEqual(["Walks", "Calls", "Reading"]);
  });
});
