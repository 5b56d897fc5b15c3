import { describe, expect, test } from "vitest";
import { addDays, columnOf, dayIn, mondayOf, startOfDay } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { countGoalOfStep, countPlannedStep, logEffort } from "@/lib/efforts/actions";
import { deleteGoal } from "@/lib/goals/actions";
import { findGoal, listGoals } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import {
  beginLearningPlan,
  changeLearningPlan,
  makeStepGoal,
  putStepInWeek,
  tickStep,
} from "@/lib/learning/actions";
import { findLearningPlan } from "@/lib/learning/queries";
import { dayInWeek } from "@/lib/learning/rules";
import { deletePlannedStep, markPlannedStep, movePlannedStep } from "@/lib/planned-steps/actions";
import { findWeek, listPlannedFor } from "@/lib/planned-steps/queries";
import { MOST_A_WEEK } from "@/lib/planned-steps/rules";
import { isSealed } from "@/lib/private-words";
import { aMember, type Member } from "../factories";
import { aLearningPlan } from "../factories-of-learning";
import { aPlannedStep } from "../factories-of-weeks";
import { as, submit } from "../people";

const form = (changes: Record<string, string> = {}) => ({
  id: freshId(),
  goalId: freshId(),
  skill: "Opening an interview",
  step1: "Read one page about it",
  ...changes,
});
const planOf = (member: Member, id: string) => as(member, (viewer) => findLearningPlan(viewer, id));
const todayOf = (member: Member) => dayIn(member.timeZone, new Date());

describe("what stands beside a step", () => {
  const beside = {
    links1: "https://learn.example/page\n  http://other.example \nlearn.example/three",
    minutes1: "25",
    by1: "2026-12-24",
  };

  test("links, minutes and a finish line are kept with it, sealed", async () => {
    const juniper = await aMember();
    const sent = form(beside);
    await submit(juniper, beginLearningPlan, sent);
    expect((await planOf(juniper, sent.id))?.steps).toMatchObject([
      {
        links: ["https://learn.example/page", "http://other.example", "https://learn.example/three"],
        minutes: 25,
        by: "2026-12-24",
      },
    ]);
    const [row] = await asMember(juniper.id, (db) => db.learningPlan.findMany());
    expect(isSealed(row?.stepDetails ?? "")).toBe(true);
    expect(row).toMatchObject({ by1: columnOf("2026-12-24"), by2: null, by3: null });
  });

  test("can be changed and taken out again, and where there is nothing, nothing is kept", async () => {
    const juniper = await aMember();
    const { goalId: _, id, ...sent } = form(beside);
    await submit(juniper, beginLearningPlan, { ...sent, id, goalId: freshId() });
    await submit(juniper, changeLearningPlan, { ...sent, learningPlanId: id, minutes1: "5", by1: "" });
    expect((await planOf(juniper, id))?.steps).toMatchObject([{ minutes: 5, by: null }]);
    expect(await asMember(juniper.id, (db) => db.learningPlan.findMany())).toMatchObject([{ by1: null }]);
    await submit(juniper, changeLearningPlan, { skill: sent.skill, step1: sent.step1, learningPlanId: id });
    expect((await planOf(juniper, id))?.steps).toMatchObject([{ links: [], minutes: null }]);
    expect(await asMember(juniper.id, (db) => db.learningPlan.count({ where: { stepDetails: null } }))).toBe(
      1,
    );
  });

  test.each([
    ["a link leads nowhere on the web", { links1: "javascript:alert(1)" }, "links1"],
    ["a link leads on from where it is read", { links1: "https:today" }, "links1"],
    ["a link is a file of a computer", { links1: "file:///etc/passwd" }, "links1"],
    ["a link is no address", { links1: "some words" }, "links1"],
    ["there are too many links", { links1: "https://a.example ".repeat(4) }, "links1"],
    ["minutes are none", { minutes1: "0" }, "minutes1"],
    ["minutes are no number", { minutes1: "a few" }, "minutes1"],
    ["a day does not exist", { by1: "2026-02-30" }, "by1"],
    ["a link has no step", { links2: "https://a.example" }, "step2"],
    ["a finish line has no step", { by3: "2026-12-24" }, "step3"],
  ])("says so and keeps every field when %s", async (_name, wrong, field) => {
    const juniper = await aMember();
    expect(await submit(juniper, beginLearningPlan, form(wrong))).toMatchObject({
      status: "invalid",
      fieldErrors: { [field]: expect.any(String) },
      values: Object.fromEntries(Object.entries(wrong).map(([name, value]) => [name, [value]])),
    });
  });
});

describe("a step that becomes a goal", () => {
  const press = (member: Member, learningPlanId: string, place = 0) =>
    submit(member, makeStepGoal, { learningPlanId, place });

  test("becomes one goal, however often it is pressed, and is shown beside its step", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper);
    const went = await Promise.all([press(juniper, plan.id), press(juniper, plan.id)]);
    const [goal] = await as(juniper, listGoals);
    if (!goal) throw new Error("There is no goal.");
    expect(went).toEqual([1, 2].map(() => ({ status: "went", to: `/goals/${goal.id}` })));
    expect(await as(juniper, listGoals)).toMatchObject([
      { title: "Read one page about it", category: "skills", rhythm: "finish_line", times: 1 },
    ]);
    expect((await planOf(juniper, plan.id))?.steps).toMatchObject([
      { goal: { id: goal.id } },
      { goal: null },
    ]);
  });

  test.each([
    ["goes along as the goal's", 7, true],
    ["that is over stays behind", -1, false],
  ])("a finish line %s", async (_what, days, goesAlong) => {
    const juniper = await aMember();
    const by = addDays(todayOf(juniper), days);
    const plan = await aLearningPlan(juniper, { by });
    await press(juniper, plan.id);
    expect(await as(juniper, listGoals)).toMatchObject([{ finishBy: goesAlong ? by : null }]);
  });

  test("called otherwise by its member it stays the one goal, and deleted it comes back", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper);
    await press(juniper, plan.id);
    const [goal] = await as(juniper, listGoals);
    const goalId = goal?.id ?? "";
    await asMember(juniper.id, (db) => db.goal.updateMany({ data: { title: "One page" } }));
    await press(juniper, plan.id);
    expect(await as(juniper, listGoals)).toHaveLength(1);
    await submit(juniper, deleteGoal, { goalId });
    expect((await planOf(juniper, plan.id))?.steps[0]?.goal).toBeNull();
    await press(juniper, plan.id);
    expect(await as(juniper, (viewer) => findGoal(viewer, goalId))).toMatchObject({ title: "One page" });
  });

  test("deleted for a fortnight it comes back as it was, and those days were days of rest", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper);
    await press(juniper, plan.id);
    const [goal] = await as(juniper, listGoals);
    const goalId = goal?.id ?? "";
    const today = todayOf(juniper);
    await asMember(juniper.id, (db) => db.goal.updateMany({ data: { rhythm: "day" } }));
    for (let back = 14; back < 56; back++)
      await submit(juniper, logEffort, { id: freshId(), goalId, day: addDays(today, -back) });
    const deletedAt = new Date(startOfDay(addDays(today, -14), juniper.timeZone).getTime() + 9 * 3_600_000);
    await asMember(juniper.id, (db) => db.goal.updateMany({ data: { deletedAt } }));
    for (let time = 0; time < 2; time++) await press(juniper, plan.id);
    expect(await as(juniper, (viewer) => findGoal(viewer, goalId))).toMatchObject({
      strength: 88,
      rests: [{ startedOn: addDays(today, -14), endedOn: today }],
    });
  });

  test("is nobody else's to make, and a place without a step makes none", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const plan = await aLearningPlan(juniper);
    expect(await press(wren, plan.id)).toEqual({ status: "not found" });
    expect(await press(juniper, plan.id, 2)).toEqual({ status: "not found" });
    expect(await as(juniper, listGoals)).toEqual([]);
  });
});

describe("a step that is put into the week", () => {
  const press = (member: Member, learningPlanId: string, place = 0) =>
    submit(member, putStepInWeek, { learningPlanId, place });
  const plannedToday = (member: Member) => as(member, (viewer) => listPlannedFor(viewer, viewer.today));

  test("stands there once, today, with its minutes", async () => {
    const juniper = await aMember();
    const sent = form({ minutes1: "25" });
    await submit(juniper, beginLearningPlan, sent);
    const went = { status: "went", to: `/week?of=${todayOf(juniper)}` };
    expect(await Promise.all([press(juniper, sent.id), press(juniper, sent.id)])).toEqual([went, went]);
    expect(await plannedToday(juniper)).toMatchObject([{ words: "Read one page about it", minutes: 25 }]);
  });

  test("moved to another day it is not put there twice, and deleted it comes back", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper);
    await press(juniper, plan.id);
    const [step] = await plannedToday(juniper);
    const stepId = step?.id ?? "";
    const sunday = addDays(mondayOf(todayOf(juniper)), 6);
    await submit(juniper, movePlannedStep, { stepId, day: sunday });
    expect(await press(juniper, plan.id)).toEqual({ status: "went", to: `/week?of=${sunday}` });
    await submit(juniper, deletePlannedStep, { stepId });
    await press(juniper, plan.id);
    await asMember(juniper.id, async (db) => {
      expect(await db.plannedStep.findMany({ select: { day: true, deletedAt: true } })).toEqual([
        { day: columnOf(sunday), deletedAt: null },
      ]);
    });
  });

  test("comes back only where its week has room, and stays deleted otherwise", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper);
    await press(juniper, plan.id);
    const [step] = await plannedToday(juniper);
    await submit(juniper, deletePlannedStep, { stepId: step?.id ?? "" });
    for (let count = 0; count < MOST_A_WEEK; count++) await aPlannedStep(juniper);
    expect(await press(juniper, plan.id)).toMatchObject({ status: "refused" });
    expect(await plannedToday(juniper)).toHaveLength(MOST_A_WEEK);
  });

  test("is for the goal that it became, whichever came first", async () => {
    const juniper = await aMember();
    const [early, late] = [
      await aLearningPlan(juniper, { steps: ["Read a page"] }),
      await aLearningPlan(juniper, { steps: ["Say it aloud"] }),
    ];
    const makeGoal = (learningPlanId: string) => submit(juniper, makeStepGoal, { learningPlanId, place: 0 });
    await makeGoal(early.id);
    await press(juniper, early.id);
    await press(juniper, late.id);
    await makeGoal(late.id);
    const goals = await as(juniper, listGoals);
    const planned = await plannedToday(juniper);
    expect(planned.map(({ words, goalId }) => [words, goals.find(({ id }) => id === goalId)?.title])).toEqual(
      [
        ["Read a page", "Read a page"],
        ["Say it aloud", "Say it aloud"],
      ],
    );
  });

  test("counts for its goal once, at its tick or in the week", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper);
    await submit(juniper, makeStepGoal, { learningPlanId: plan.id, place: 0 });
    await press(juniper, plan.id);
    const stepOf = async () => (await planOf(juniper, plan.id))?.steps[0];
    const inWeek = async () =>
      (await as(juniper, (viewer) => findWeek(viewer))).days.flatMap(({ steps }) => steps)[0];
    const goal = (await stepOf())?.goal;
    expect(goal).toMatchObject({ counts: true });
    await submit(juniper, tickStep, { learningPlanId: plan.id, place: 0, done: "yes" });
    await submit(juniper, countGoalOfStep, { goalId: goal?.id });
    await submit(juniper, markPlannedStep, { stepId: (await inWeek())?.id, done: "yes" });
    expect((await stepOf())?.goal).toMatchObject({ counts: false });
    expect((await inWeek())?.goal).toMatchObject({ counted: true });
    expect(await as(juniper, listGoals)).toMatchObject([{ total: 1 }]);
  });

  test.each([
    ["the week and then the tick", [countPlannedStep, countGoalOfStep]],
    ["the tick and then the week", [countGoalOfStep, countPlannedStep]],
    ["the tick, twice", [countGoalOfStep, countGoalOfStep]],
  ])("counts once where %s are pressed on pages of before", async (_name, presses) => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper);
    await submit(juniper, makeStepGoal, { learningPlanId: plan.id, place: 0 });
    await press(juniper, plan.id);
    const goalId = (await planOf(juniper, plan.id))?.steps[0]?.goal?.id;
    const [step] = await plannedToday(juniper);
    for (const counts of presses)
      expect(await submit(juniper, counts, { goalId, stepId: step?.id })).toMatchObject({
        message: "Logged for today.",
      });
    expect(await as(juniper, listGoals)).toMatchObject([{ total: 1 }]);
  });

  test("is nobody else's to put there", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const plan = await aLearningPlan(juniper);
    expect(await press(wren, plan.id)).toEqual({ status: "not found" });
    expect(await plannedToday(wren)).toEqual([]);
  });

  test.each([
    [null, "2026-11-26"],
    ["2026-11-25", "2026-11-26"],
    ["2026-11-26", "2026-11-26"],
    ["2026-11-29", "2026-11-29"],
    ["2026-11-30", "2026-11-26"],
  ])("with a finish line on %s it stands on %s", (by, day) => {
    expect(dayInWeek({ by }, { today: "2026-11-26", sunday: "2026-11-29" })).toBe(day);
  });
});
