import { describe, expect, test } from "vitest";
import { FinishedNotice } from "@/components/goals/finished-notice";
import { addDays, type Day, dayIn, startOfDay } from "@/lib/dates";
import { logEffort } from "@/lib/efforts/actions";
import type { FormAction } from "@/lib/form-state";
import { addGoal, bringGoalBack, deleteGoal } from "@/lib/goals/actions";
import { findGoal } from "@/lib/goals/queries";
import { MOST_GOALS } from "@/lib/goals/room-for-goal";
import { finishGoal, putGoalAway, takeGoalUpAgain, undoFinish } from "@/lib/halts/actions";
import { makeStepGoal } from "@/lib/learning/actions";
import { goalOfStepId } from "@/lib/learning/goal-of-step";
import { findPlannedStep, findWeek } from "@/lib/planned-steps/queries";
import { aMember, type Member } from "../factories";
import { aGoal, anEffort } from "../factories-of-goals";
import { aLearningPlan } from "../factories-of-learning";
import { aPlannedStep } from "../factories-of-weeks";
import { as, submit } from "../people";

const todayOf = (member: Member): Day => dayIn(member.timeZone, new Date());
const goalOf = (member: Member, { id }: { id: string }) => as(member, (viewer) => findGoal(viewer, id));
const ago = (member: Member, days: number) =>
  new Date(startOfDay(addDays(todayOf(member), -days), member.timeZone).getTime() + 9 * 3_600_000);

type Markup = { props?: { says?: string; action?: FormAction; children?: unknown } };

/** What the press that says Undo does, wherever it stands in some markup. */
function undoIn(markup: unknown): FormAction | undefined {
  const { says, action, children } = (markup as Markup | null)?.props ?? {};
  if (!children) return says === "Undo finishing" ? action : undefined;
  return [children]
    .flat()
    .map(undoIn)
    .find((found) => found !== undefined);
}

/** A goal that was done daily for six weeks, until the day on which it came to a halt. */
async function halted(
  member: Member,
  how: "finishedAt" | "archivedAt" | "deletedAt",
  days: number,
  kept: { id?: string } = {},
) {
  const goal = await aGoal(member, { ...kept, [how]: ago(member, days) });
  for (let back = 0; back < 42; back++) await anEffort(member, goal, addDays(todayOf(member), -days - back));
  return goal;
}

describe("a goal that comes back after a month", () => {
  test.each(["finishedAt", "archivedAt"] as const)(
    "is as strong as it was, and the month was one of rest (%s)",
    async (how) => {
      const juniper = await aMember();
      const goal = await halted(juniper, how, 30);
      expect(await goalOf(juniper, goal)).toMatchObject({ strength: 88 });
      for (let time = 0; time < 2; time++)
        expect(await submit(juniper, takeGoalUpAgain, { goalId: goal.id })).toMatchObject({ to: "/goals" });
      const today = todayOf(juniper);
      expect(await goalOf(juniper, goal)).toMatchObject({
        strength: 88,
        finished: false,
        away: false,
        rests: [{ startedOn: addDays(today, -30), endedOn: today }],
      });
      await submit(juniper, logEffort, { goalId: goal.id });
      expect((await goalOf(juniper, goal))?.strength).toBe(88);
    },
  );

  test("is not told at once that something smaller might fit", async () => {
    const juniper = await aMember();
    for (const how of ["finishedAt", "archivedAt"] as const) {
      const goal = await aGoal(juniper, { createdAt: ago(juniper, 90), [how]: ago(juniper, 50) });
      await submit(juniper, takeGoalUpAgain, { goalId: goal.id });
      expect(await goalOf(juniper, goal)).toMatchObject({ quiet: false });
    }
  });

  test("has rested since it was put away, where it was finished only after that", async () => {
    const juniper = await aMember();
    const goal = await halted(juniper, "archivedAt", 30);
    await submit(juniper, finishGoal, { goalId: goal.id });
    await submit(juniper, takeGoalUpAgain, { goalId: goal.id });
    expect(await goalOf(juniper, goal)).toMatchObject({ strength: 88, away: false, rests: [{}] });
  });

  test.each(["undo", "the form that began it", "its step of a learning plan"])(
    "was deleted for a fortnight, and lost nothing by it (%s)",
    async (by) => {
      const juniper = await aMember();
      const { id: learningPlanId } = await aLearningPlan(juniper);
      const goal = await halted(juniper, "deletedAt", 14, { id: goalOfStepId(learningPlanId, 0) });
      const form = { id: goal.id, title: "Applications", category: "applications", rhythm: "day", times: 1 };
      for (let time = 0; time < 2; time++) {
        if (by === "undo") await submit(juniper, bringGoalBack, { goalId: goal.id });
        else if (by === "the form that began it") await submit(juniper, addGoal, form);
        else await submit(juniper, makeStepGoal, { learningPlanId, place: 0 });
      }
      expect(await goalOf(juniper, goal)).toMatchObject({ strength: 88, rests: [{}] });
    },
  );
});

test("what stops and goes on again on the same day has not rested", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  await anEffort(juniper, goal);
  for (const stop of [finishGoal, putGoalAway, deleteGoal]) {
    await submit(juniper, stop, { goalId: goal.id });
    await submit(juniper, stop === deleteGoal ? bringGoalBack : takeGoalUpAgain, { goalId: goal.id });
  }
  expect(await goalOf(juniper, goal)).toMatchObject({ finished: false, away: false, rests: [], strength: 5 });
});

describe("taking back that a goal was finished", () => {
  test.each([
    ["a goal that was put away is away again", true, "/goals#away"],
    ["a goal that went on goes on", false, "/goals"],
  ])("%s, however often it is pressed", async (_what, away, to) => {
    const juniper = await aMember();
    const goal = away ? await halted(juniper, "archivedAt", 30) : await aGoal(juniper);
    await submit(juniper, finishGoal, { goalId: goal.id });
    for (let time = 0; time < 2; time++) {
      expect(await submit(juniper, undoFinish, { goalId: goal.id })).toMatchObject({ to });
      expect(await goalOf(juniper, goal)).toMatchObject({ finished: false, away, rests: [] });
    }
    if (away) expect(await goalOf(juniper, goal)).toMatchObject({ strength: 88 });
  });

  test("is what Undo does beside a finished goal", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { archivedAt: ago(juniper, 3), finishedAt: new Date() });
    const card = await goalOf(juniper, goal);
    const undo =
      card && undoIn(FinishedNotice({ goal: card, step: { next: null, taken: null, declined: false } }));
    if (!undo) throw new Error("There is no Undo.");
    expect(await submit(juniper, undo, { goalId: goal.id })).toMatchObject({ to: "/goals#away" });
    expect(await goalOf(juniper, goal)).toMatchObject({ finished: false, away: true });
  });

  test("is its member's alone, and waits where the list is full", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper, { archivedAt: ago(juniper, 3), finishedAt: new Date() });
    expect(await submit(wren, undoFinish, { goalId: goal.id })).toEqual({ status: "not found" });
    for (let at = 0; at < MOST_GOALS; at++) await aGoal(juniper);
    expect(await submit(juniper, undoFinish, { goalId: goal.id })).toMatchObject({
      message: expect.stringContaining("All of it stays where it is."),
    });
    expect(await goalOf(juniper, goal)).toMatchObject({ finished: true });
  });
});

test("a finished goal waits where the list is full, and nothing of it changes", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper, { finishedAt: ago(juniper, 3) });
  for (let at = 0; at < MOST_GOALS; at++) await aGoal(juniper);
  expect(await submit(juniper, takeGoalUpAgain, { goalId: goal.id })).toMatchObject({
    message: expect.stringContaining("All of it stays where it is."),
  });
  expect(await goalOf(juniper, goal)).toMatchObject({ finished: true, rests: [] });
});

describe("the week", () => {
  test("offers no goal at a halt, and asks for no count on one", async () => {
    const juniper = await aMember();
    const going = await aGoal(juniper, { title: "Letters" });
    const away = await aGoal(juniper, { title: "Put away", archivedAt: new Date() });
    await aGoal(juniper, { title: "Finished", finishedAt: new Date() });
    const { id } = await aPlannedStep(juniper, { goalId: away.id, doneAt: new Date() });
    const other = await aPlannedStep(juniper, { goalId: going.id });
    const week = await as(juniper, (viewer) => findWeek(viewer));
    expect(week.goals.map(({ title }) => title)).toEqual(["Letters"]);
    const steps = week.days.flatMap(({ steps }) => steps);
    expect(steps.find((step) => step.id === id)?.goal).toMatchObject({ title: "Put away", halted: true });
    const offered = async (stepId: string) =>
      (await as(juniper, (viewer) => findPlannedStep(viewer, stepId)))?.goals.map(({ title }) => title);
    expect(await offered(other.id)).toEqual(["Letters"]);
    // What a step is for already can stay so.
    expect(await offered(id)).toEqual(["Letters", "Put away"]);
  });
});
