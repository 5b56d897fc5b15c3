import { describe, expect, test } from "vitest";
import { addDays, columnOf, type Day, dayIn, sayDay } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { logEffort, undoEffort } from "@/lib/efforts/actions";
import { addGoal, changeGoal, keepAsItIs, makeSmaller } from "@/lib/goals/actions";
import { findGoal, listGoals, listUnfinishedGoals } from "@/lib/goals/queries";
import { finishGoal, putGoalAway, takeGoalUpAgain } from "@/lib/halts/actions";
import { freshId } from "@/lib/ids";
import { pauseGoal, resumeGoal, takeRestBack } from "@/lib/pauses/actions";
import { aMember, type Member } from "../factories";
import { aGoal, anEffort } from "../factories-of-goals";
import { as, submit } from "../people";

const todayOf = (member: Member): Day => dayIn(member.timeZone, new Date());
const goalsOf = (member: Member) => as(member, listGoals);
const goalOf = (member: Member, { id }: { id: string }) => as(member, (viewer) => findGoal(viewer, id));

const reading = {
  title: "The handbook",
  category: "skills",
  rhythm: "finish_line",
  times: 300,
  unit: "pages",
  usual: 20,
  finishBy: "2028-03-01",
};

describe("a goal in a unit of its own", () => {
  test("is added with everything that belongs to its rhythm, once however often it is sent", async () => {
    const juniper = await aMember();
    const form = { id: freshId(), ...reading };
    for (let time = 0; time < 3; time++) await submit(juniper, addGoal, form);
    expect(await goalsOf(juniper)).toMatchObject([
      {
        rhythmInWords: "300 pages in all",
        usual: 20,
        finishBy: "2028-03-01",
        progress: expect.stringMatching(/^Begins/),
      },
    ]);
    const weekdays = { id: freshId(), ...reading, rhythm: "weekdays", times: 20, weekdays: ["5", "2"] };
    for (let time = 0; time < 2; time++) await submit(juniper, addGoal, weekdays);
    await submit(juniper, addGoal, { ...weekdays, weekdays: ["5"] });
    expect((await goalsOf(juniper)).map(({ rhythmInWords }) => rhythmInWords).sort()).toEqual([
      "20 pages on Fridays",
      "20 pages on Tuesdays and Fridays",
      "300 pages in all",
    ]);
  });

  test("logs in one tap as much as is usual, and otherwise as much as was said", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, {
      ...reading,
      category: "skills",
      rhythm: "finish_line",
      unit: "pages",
      finishBy: null,
    });
    const today = todayOf(juniper);
    const form = { id: freshId(), goalId: goal.id };
    for (let time = 0; time < 2; time++)
      expect(await submit(juniper, logEffort, form)).toMatchObject({ message: "20 pages logged for today." });
    const day = addDays(today, -1);
    expect(await submit(juniper, logEffort, { goalId: goal.id, day, amount: "1" })).toMatchObject({
      message: `Logged for ${sayDay(day, today)}.`,
    });
    expect(await goalOf(juniper, goal)).toMatchObject({
      total: 21,
      efforts: { [today]: 20, [day]: 1 },
      progress: "21 of 300 pages so far",
      log: [
        { day: today, amount: 20 },
        { day, amount: 1 },
      ],
    });
  });

  test("sent again with another amount is another effort", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "week", times: 100, unit: "minutes", usual: 25 });
    const form = { id: freshId(), goalId: goal.id };
    for (const amount of [5, 30, 5, 30]) await submit(juniper, logEffort, { ...form, amount });
    const logged = await goalOf(juniper, goal);
    expect(logged?.log.map(({ amount }) => amount).sort()).toEqual([30, 5]);
  });

  test.each([
    ["0", "One is the smallest."],
    ["1001", "1000 is the most at once. You can log twice."],
    ["some", "Please give a number, like 1."],
  ])("says kindly that %s cannot be logged", async (amount, words) => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    expect(await submit(juniper, logEffort, { goalId: goal.id, amount })).toMatchObject({
      status: "invalid",
      fieldErrors: { amount: words },
    });
  });

  test("is changed to another rhythm, of which nothing old is left", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "weekdays", weekdays: [1, 3], times: 1 });
    await submit(juniper, changeGoal, {
      goalId: goal.id,
      title: "A walk",
      category: "routine",
      rhythm: "every_days",
      everyDays: 2,
      times: 1,
      weekdays: "1",
    });
    expect(await goalOf(juniper, goal)).toMatchObject({
      rhythmInWords: "every 2 days",
      weekdays: [],
      everyDays: 2,
    });
  });

  test("goes on in its unit once anything is logged, and takes another while nothing is", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "finish_line", times: 100, unit: "minutes", usual: 25 });
    const form = { goalId: goal.id, title: "Letters", category: "people", rhythm: "finish_line", times: 90 };
    await submit(juniper, changeGoal, { ...form, unit: "pages", usual: 25 });
    expect(await goalOf(juniper, goal)).toMatchObject({ rhythmInWords: "90 pages in all" });
    const { id } = await anEffort(juniper, goal);
    for (let time = 0; time < 2; time++)
      expect(await submit(juniper, changeGoal, { ...form, unit: "applications" })).toMatchObject({
        status: "refused",
        message: expect.stringContaining("goes on in pages"),
        fieldErrors: { unit: expect.any(String) },
        values: { title: ["Letters"] },
      });
    // Everything else may be changed, and the unit again as soon as nothing is counted in it.
    await submit(juniper, changeGoal, { ...form, times: 50, unit: "pages" });
    expect(await goalOf(juniper, goal)).toMatchObject({ rhythmInWords: "50 pages in all" });
    await submit(juniper, undoEffort, { effortId: id });
    await submit(juniper, changeGoal, { ...form, unit: "applications" });
    expect(await goalOf(juniper, goal)).toMatchObject({ rhythmInWords: "90 applications in all" });
  });

  test("for every few days looks back as far as its rhythm does", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "every_days", everyDays: 20, times: 1 });
    const today = todayOf(juniper);
    await anEffort(juniper, goal, addDays(today, -15), new Date(Date.now() - 15 * 86_400_000));
    const again = sayDay(addDays(today, 5), today);
    expect(await goalsOf(juniper)).toMatchObject([{ progress: `Done, and open again from ${again}` }]);
  });
});

test("an effort that was undone is there again when its first press is sent again, once", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const form = { id: freshId(), goalId: goal.id };
  await submit(juniper, logEffort, form);
  await submit(juniper, undoEffort, { effortId: form.id });
  expect(await goalOf(juniper, goal)).toMatchObject({ log: [] });
  for (let time = 0; time < 2; time++) await submit(juniper, logEffort, form);
  expect(await goalOf(juniper, goal)).toMatchObject({ log: [{ effortId: form.id }] });
});

describe("days of rest that somebody names", () => {
  test("are one rest where they overlap, and the same days are kept once", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    const day = (ahead: number) => addDays(today, ahead);
    const rest = (from: Day, until: Day) =>
      submit(juniper, pauseGoal, { id: freshId(), goalId: goal.id, from, until });
    await rest(day(2), day(9));
    await rest(day(-1), day(4));
    await rest(day(2), day(9));
    await rest(day(3), day(5));
    expect(await goalOf(juniper, goal)).toMatchObject({
      progress: `Resting until ${sayDay(day(9), today)}`,
      rests: [{ startedOn: day(-1) }, { startedOn: day(2) }],
    });
  });

  test("may lie ahead, and begin and end by themselves", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    const [from, until] = [addDays(today, 10), addDays(today, 12)];
    const form = { id: freshId(), goalId: goal.id, from, until };
    for (let time = 0; time < 2; time++)
      expect(await submit(juniper, pauseGoal, form)).toMatchObject({
        message: `It rests from ${sayDay(from, today)} on.`,
      });
    expect(await goalOf(juniper, goal)).toMatchObject({
      restsToday: false,
      rests: [{ id: form.id, startedOn: from, endedOn: addDays(until, 1) }],
    });
  });

  test("may lie behind, and then count against nothing", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    const sent = { goalId: goal.id, from: addDays(today, -9), until: addDays(today, -3) };
    expect(await submit(juniper, pauseGoal, sent)).toMatchObject({
      message: "Those were days of rest. They count against nothing.",
    });
    expect(await goalOf(juniper, goal)).toMatchObject({ restsToday: false });
  });

  test("with today among them rest until their last day, or until somebody goes on", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    const until = addDays(today, 3);
    await submit(juniper, pauseGoal, { goalId: goal.id, from: today, until });
    expect(await goalOf(juniper, goal)).toMatchObject({
      restsToday: true,
      progress: `Resting until ${sayDay(until, today)}`,
    });
    await submit(juniper, resumeGoal, { goalId: goal.id });
    expect(await goalOf(juniper, goal)).toMatchObject({ restsToday: false });
  });

  test("that lie ahead stay when a goal goes on, and are taken back by their member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    const form = { id: freshId(), goalId: goal.id, from: addDays(today, 5), until: "" };
    await submit(juniper, pauseGoal, form);
    await submit(juniper, pauseGoal, { goalId: goal.id });
    await submit(juniper, resumeGoal, { goalId: goal.id });
    expect((await goalOf(juniper, goal))?.rests).toMatchObject([{ id: form.id, endedOn: null }]);
    await submit(wren, takeRestBack, { pauseId: form.id });
    expect((await goalOf(juniper, goal))?.rests).toHaveLength(1);
    for (let time = 0; time < 2; time++)
      expect(await submit(juniper, takeRestBack, { pauseId: form.id })).toMatchObject({ status: "done" });
    expect((await goalOf(juniper, goal))?.rests).toHaveLength(0);
  });

  test.each([
    ["an end before its beginning", { from: "2028-05-05", until: "2028-05-04" }, "until"],
    ["a day two years from now", { from: addDays(dayIn("UTC", new Date()), 730) }, "from"],
    ["a day of last year", { from: addDays(dayIn("UTC", new Date()), -200) }, "from"],
  ])("are refused with %s, and nothing is kept", async (_name, days, field) => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    expect(await submit(juniper, pauseGoal, { goalId: goal.id, ...days })).toMatchObject({
      fieldErrors: { [field]: expect.any(String) },
      values: { from: [days.from] },
    });
    expect((await goalOf(juniper, goal))?.rests).toEqual([]);
  });
});

describe("a goal that is put away", () => {
  test("asks for nothing, takes nothing, keeps everything, and comes back", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Letters" });
    await anEffort(juniper, goal);
    for (let time = 0; time < 2; time++)
      expect(await submit(juniper, putGoalAway, { goalId: goal.id })).toEqual({
        status: "went",
        to: "/goals#away",
      });
    expect(await goalsOf(juniper)).toEqual([]);
    expect(await as(juniper, listUnfinishedGoals)).toMatchObject({
      goals: [],
      away: [{ id: goal.id, title: "Letters", rhythmInWords: "1 a day" }],
    });
    expect(await submit(juniper, logEffort, { goalId: goal.id })).toMatchObject({ status: "refused" });
    expect(await submit(juniper, pauseGoal, { goalId: goal.id })).toEqual({ status: "not found" });
    for (let time = 0; time < 2; time++) await submit(juniper, takeGoalUpAgain, { goalId: goal.id });
    expect(await goalsOf(juniper)).toMatchObject([{ title: "Letters", log: [{}], away: false }]);
    expect(await as(juniper, listUnfinishedGoals)).toMatchObject({ goals: [{ id: goal.id }], away: [] });
  });

  test("can be finished, and is not put away any more", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { archivedAt: new Date() });
    await submit(juniper, finishGoal, { goalId: goal.id });
    expect(await goalOf(juniper, goal)).toMatchObject({ finished: true, away: false });
    expect(await submit(juniper, putGoalAway, { goalId: goal.id })).toEqual({ status: "not found" });
  });
});

describe("a goal around which it was quiet", () => {
  const longAgo = () => ({ createdAt: new Date(Date.now() - 30 * 86_400_000) });

  test("offers to become smaller, and hears that it fits as it is", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, longAgo());
    expect(await goalsOf(juniper)).toMatchObject([{ quiet: true }]);
    expect(await submit(juniper, keepAsItIs, { goalId: goal.id })).toMatchObject({
      message: "It stays as it is.",
    });
    expect(await goalsOf(juniper)).toMatchObject([{ quiet: false, rhythmInWords: "1 a day" }]);
  });

  test("offers nothing more once it was made smaller, or something was done", async () => {
    const juniper = await aMember();
    const [first, second] = [await aGoal(juniper, longAgo()), await aGoal(juniper, longAgo())];
    await submit(juniper, makeSmaller, { goalId: first.id, rhythmInWords: "1 a day" });
    await submit(juniper, logEffort, { goalId: second.id });
    expect(await goalsOf(juniper)).toMatchObject([
      { quiet: false, rhythmInWords: "4 a week" },
      { quiet: false },
    ]);
  });

  test("becomes smaller in weekdays and in minutes, once each press of what was shown", async () => {
    const juniper = await aMember();
    const days = await aGoal(juniper, { rhythm: "weekdays", weekdays: [1, 3, 5] });
    const form = { goalId: days.id, rhythmInWords: "on Mondays, Wednesdays and Fridays" };
    for (let time = 0; time < 2; time++)
      expect(await submit(juniper, makeSmaller, form)).toMatchObject({
        message: "It is on Mondays and Wednesdays now.",
      });
    const minutes = await aGoal(juniper, { times: 30, unit: "minutes", usual: 30 });
    await submit(juniper, makeSmaller, { goalId: minutes.id, rhythmInWords: "30 minutes a day" });
    expect(await goalOf(juniper, minutes)).toMatchObject({ rhythmInWords: "15 minutes a day", usual: 15 });
  });

  test("with a finish line comes nearer by how much was done, not how often", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "finish_line", times: 100, unit: "pages" });
    await anEffort(juniper, goal, todayOf(juniper), new Date(), 60);
    await submit(juniper, makeSmaller, { goalId: goal.id, rhythmInWords: "100 pages in all" });
    expect(await goalOf(juniper, goal)).toMatchObject({ rhythmInWords: "80 pages in all" });
  });
});

test("the database itself keeps what no form says out of a goal", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const put = (data: Record<string, unknown>) =>
    asMember(juniper.id, (db) => db.goal.updateMany({ where: { id: goal.id }, data }));
  await expect(put({ weekdays: [8] })).rejects.toThrow();
  await expect(put({ everyDays: 0 })).rejects.toThrow();
  await expect(put({ strength: 1.5 })).rejects.toThrow();
  await expect(put({ usual: 0 })).rejects.toThrow();
  const effort = { id: freshId(), userId: juniper.id, goalId: goal.id, day: columnOf(todayOf(juniper)) };
  await expect(
    asMember(juniper.id, (db) => db.effort.createMany({ data: { ...effort, amount: 0 } })),
  ).rejects.toThrow();
});
