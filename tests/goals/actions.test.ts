import { subDays } from "date-fns";
import { describe, expect, test } from "vitest";
import { addDays, columnOf, type Day, dayIn, sayDay } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { logEffort, undoEffort } from "@/lib/efforts/actions";
import {
  addGoal,
  bringGoalBack,
  changeGoal,
  deleteGoal,
  keepAsItIs,
  leaveForAnotherDay,
  makeSmaller,
  putBackToday,
} from "@/lib/goals/actions";
import { findDeletedGoal, findGoal, listFinishedGoals, listGoals } from "@/lib/goals/queries";
import { finishGoal, putGoalAway, takeGoalUpAgain } from "@/lib/halts/actions";
import { putWhatHelpedInJar, sayWhatHelped } from "@/lib/helped/actions";
import { freshId } from "@/lib/ids";
import { pauseGoal, resumeGoal } from "@/lib/pauses/actions";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aGoal, anEffort } from "../factories-of-goals";
import { as, submit } from "../people";

const todayOf = (member: Member): Day => dayIn(member.timeZone, new Date());
const goalsOf = (member: Member) => as(member, listGoals);
const goalOf = (member: Member, { id }: { id: string }) => as(member, (viewer) => findGoal(viewer, id));

const applications = { title: "Applications", category: "applications", rhythm: "day", times: 1 };

describe("adding a goal", () => {
  test("keeps it for its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const sent = await submit(juniper, addGoal, { ...applications, title: "  Job \n applications " });
    expect(sent).toEqual({ status: "went", to: "/goals" });
    expect(await goalsOf(juniper)).toMatchObject([
      { title: "Job applications", rhythmInWords: "1 a day", log: [] },
    ]);
    expect(await goalsOf(wren)).toEqual([]);
  });

  test("sent twice makes one goal", async () => {
    const juniper = await aMember();
    const form = { ...applications, id: freshId() };
    const once = () => submit(juniper, addGoal, form);
    const went = { status: "went", to: "/goals" };
    expect(await Promise.all([once(), once()])).toEqual([went, went]);
    expect(await once()).toEqual(went);
    expect(await goalsOf(juniper)).toHaveLength(1);
  });

  test("sent again under another name makes another goal", async () => {
    const juniper = await aMember();
    const form = { ...applications, id: freshId() };
    await submit(juniper, addGoal, form);
    await submit(juniper, addGoal, { ...form, title: "Walks" });
    expect((await goalsOf(juniper)).map(({ title }) => title).sort()).toEqual(["Applications", "Walks"]);
  });

  test.each([
    ["rhythm", { rhythm: "week" }],
    ["number", { times: 3 }],
    ["purpose", { category: "people" }],
  ])("sent again with another %s keeps both, each once, however often it is sent", async (_what, change) => {
    const juniper = await aMember();
    const form = { ...applications, id: freshId() };
    await submit(juniper, addGoal, form);
    const changed = () => submit(juniper, addGoal, { ...form, ...change });
    await Promise.all([changed(), changed()]);
    await changed();
    await submit(juniper, addGoal, form);
    const goals = await goalsOf(juniper);
    expect(goals).toHaveLength(2);
    expect(goals.find(({ id }) => id === form.id)).toMatchObject(applications);
    expect(goals.find(({ id }) => id !== form.id)).toMatchObject({ ...applications, ...change });
  });

  test("sent again after it was deleted is there again", async () => {
    const juniper = await aMember();
    const form = { ...applications, id: freshId() };
    await submit(juniper, addGoal, form);
    await submit(juniper, deleteGoal, { goalId: form.id });
    await submit(juniper, addGoal, form);
    expect(await goalsOf(juniper)).toMatchObject([{ id: form.id, rests: [] }]);
    // After days, they were days of rest, as where deleting is undone.
    const deletedAt = subDays(new Date(), 3);
    await asMember(juniper.id, (db) => db.goal.updateMany({ data: { deletedAt } }));
    for (let time = 0; time < 2; time++) await submit(juniper, addGoal, form);
    expect(await goalsOf(juniper)).toMatchObject([{ id: form.id, rests: [{ endedOn: todayOf(juniper) }] }]);
  });

  test("another member's id in the form takes nothing from them", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper, { title: "Hers" });
    await submit(wren, addGoal, { ...applications, id: goal.id, title: "Mine" });
    expect(await goalsOf(juniper)).toMatchObject([{ title: "Hers" }]);
    expect(await goalsOf(wren)).toMatchObject([{ title: "Mine" }]);
  });

  test.each([
    ["title", { title: " " }, "Give it a short name."],
    ["title", { title: "x".repeat(121) }, expect.stringContaining("120 characters")],
    ["times", { times: 0 }, expect.stringContaining("Once is the smallest")],
    ["times", { times: 21 }, "That is a lot. Please choose a smaller number."],
    ["times", { times: "1.5" }, "Please give a whole number."],
    ["times", { times: "often" }, "Please give a number, like 1."],
    ["rhythm", { rhythm: "hour" }, "Please choose one of these."],
    ["category", { category: "money" }, "Please choose one of these."],
  ])("says kindly what is wrong with the %s in %j and keeps what was typed", async (field, wrong, words) => {
    const juniper = await aMember();
    const sent = await submit(juniper, addGoal, { ...applications, ...wrong });
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: words } });
    expect(sent).toHaveProperty("values.category");
    expect(await goalsOf(juniper)).toEqual([]);
  });

  test("waits for whoever is not signed in", async () => {
    const sent = await submit(null, addGoal, { ...applications, draftKey: "goal" });
    expect(sent).toMatchObject({ status: "went", to: expect.stringContaining("/sign-in") });
  });
});

describe("logging effort", () => {
  test("counts for today, and is shown for undoing", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const effort = freshId();
    expect(await submit(juniper, logEffort, { id: effort, goalId: goal.id })).toMatchObject({
      status: "done",
    });
    const today = todayOf(juniper);
    expect(await goalsOf(juniper)).toMatchObject([
      { log: [{}], efforts: { [today]: 1 }, undo: { effortId: effort, day: today } },
    ]);
  });

  test("sent twice is one effort, however many press at once", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const form = { id: freshId(), goalId: goal.id };
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(juniper, logEffort, form)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => "done"));
    expect(await goalOf(juniper, goal)).toMatchObject({ log: [{}] });
  });

  test("for another day with the same form is another effort, and the answer is true of it", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    const form = { id: freshId(), goalId: goal.id };
    const days = [addDays(today, -2), addDays(today, -1), today];
    for (const day of [...days, ...days]) {
      const said = day === today ? "today" : sayDay(day, today);
      expect(await submit(juniper, logEffort, { ...form, day })).toMatchObject({
        message: `Logged for ${said}.`,
      });
    }
    expect((await goalOf(juniper, goal))?.efforts).toEqual(Object.fromEntries(days.map((day) => [day, 1])));
  });

  test.each([
    ["yesterday", -1],
    ["60 days ago", -60],
  ])("can be for %s", async (_name, offset) => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const day = addDays(todayOf(juniper), offset);
    expect(await submit(juniper, logEffort, { goalId: goal.id, day })).toMatchObject({ status: "done" });
    expect(await goalOf(juniper, goal)).toMatchObject({ efforts: { [day]: 1 }, undo: { day } });
  });

  test.each([
    ["tomorrow", 1],
    ["61 days ago", -61],
  ])("is refused for %s, and nothing is kept", async (_name, offset) => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const day = addDays(todayOf(juniper), offset);
    expect(await submit(juniper, logEffort, { goalId: goal.id, day })).toMatchObject({
      status: "refused",
      fieldErrors: { day: expect.any(String) },
      values: { day: [day] },
    });
    expect(await goalOf(juniper, goal)).toMatchObject({ log: [] });
  });

  test("means the day that it is where the member lives", async () => {
    const [apia, pago] = [
      await aMember({ timeZone: "Pacific/Apia" }),
      await aMember({ timeZone: "Pacific/Pago_Pago" }),
    ];
    for (const member of [apia, pago]) {
      const goal = await aGoal(member);
      await submit(member, logEffort, { goalId: goal.id });
      expect(await goalOf(member, goal)).toMatchObject({ efforts: { [todayOf(member)]: 1 } });
    }
    expect(todayOf(apia)).not.toBe(todayOf(pago));
  });

  test("on somebody else's goal finds nothing", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper);
    expect(await submit(wren, logEffort, { goalId: goal.id })).toEqual({ status: "not found" });
    expect(await goalOf(juniper, goal)).toMatchObject({ log: [] });
  });

  test("waits until a finished goal is taken up again", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { finishedAt: new Date() });
    expect(await submit(juniper, logEffort, { goalId: goal.id })).toMatchObject({ status: "refused" });
    await submit(juniper, takeGoalUpAgain, { goalId: goal.id });
    expect(await submit(juniper, logEffort, { goalId: goal.id })).toMatchObject({ status: "done" });
  });

  test("is undone by its member, once or twice, and by nobody else", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper);
    const { id: effortId } = await anEffort(juniper, goal);
    await anEffort(juniper, goal);
    await submit(wren, undoEffort, { effortId });
    expect(await goalOf(juniper, goal)).toMatchObject({ log: [{}, {}] });
    await submit(juniper, undoEffort, { effortId });
    await submit(juniper, undoEffort, { effortId });
    expect(await goalOf(juniper, goal)).toMatchObject({ log: [{}] });
  });

  test("Postgres itself refuses effort on somebody else's goal and hides theirs", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper);
    await anEffort(juniper, goal);
    const taken = asMember(wren.id, (db) =>
      db.effort.createMany({
        data: { id: freshId(), userId: juniper.id, goalId: goal.id, day: columnOf("2026-11-22") },
      }),
    );
    await expect(taken).rejects.toThrow();
    expect(await asMember(wren.id, (db) => db.effort.count())).toBe(0);
    expect(await asMember(wren.id, (db) => db.goal.count())).toBe(0);
  });
});

describe("making a goal smaller", () => {
  test("does what its member was shown, once", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "day", times: 3 });
    const form = { goalId: goal.id, rhythmInWords: "3 a day" };
    expect(await submit(juniper, makeSmaller, form)).toMatchObject({ message: "It is 2 a day now." });
    expect(await submit(juniper, makeSmaller, form)).toMatchObject({ message: "It is 2 a day now." });
    expect(await goalOf(juniper, goal)).toMatchObject({ rhythmInWords: "2 a day" });
  });

  test("leaves alone what was changed since it was shown, and says how it is", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "week", times: 5 });
    const sent = await submit(juniper, makeSmaller, { goalId: goal.id, rhythmInWords: "3 a day" });
    expect(sent).toMatchObject({ status: "done", message: "It is 5 a week now." });
    expect(await goalOf(juniper, goal)).toMatchObject({ rhythmInWords: "5 a week" });
  });

  test("turns once a day into four a week", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    await submit(juniper, makeSmaller, { goalId: goal.id, rhythmInWords: "1 a day" });
    expect(await goalOf(juniper, goal)).toMatchObject({ rhythmInWords: "4 a week" });
  });

  test("asks for a smaller name when it cannot be less often", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "week", times: 1 });
    const form = { goalId: goal.id, rhythmInWords: "1 a week" };
    expect(await submit(juniper, makeSmaller, form)).toMatchObject({
      status: "refused",
      fieldErrors: { title: expect.any(String) },
    });
    await submit(juniper, makeSmaller, { ...form, title: "Five minutes: Applications" });
    expect(await goalOf(juniper, goal)).toMatchObject({
      title: "Five minutes: Applications",
      rhythmInWords: "1 a week",
    });
  });
});

describe("a goal that rests", () => {
  test("expects nothing from the day it began until it goes on", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    await submit(juniper, pauseGoal, { goalId: goal.id });
    expect(await goalOf(juniper, goal)).toMatchObject({
      restsToday: true,
      rests: [{ startedOn: todayOf(juniper), endedOn: null }],
    });
    await submit(juniper, resumeGoal, { goalId: goal.id });
    expect(await goalOf(juniper, goal)).toMatchObject({ restsToday: false });
    expect(await submit(juniper, resumeGoal, { goalId: goal.id })).toMatchObject({ status: "done" });
  });

  test("rests once, whether the form was sent twice or pressed in two windows", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const form = { id: freshId(), goalId: goal.id };
    await Promise.all([submit(juniper, pauseGoal, form), submit(juniper, pauseGoal, form)]);
    await submit(juniper, pauseGoal, { goalId: goal.id });
    expect((await goalOf(juniper, goal))?.rests).toHaveLength(1);
  });

  test("rests again when an old page says so, now that the rest of that page is over", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const form = { id: freshId(), goalId: goal.id };
    await submit(juniper, pauseGoal, form);
    await submit(juniper, resumeGoal, { goalId: goal.id });
    await submit(juniper, pauseGoal, form);
    expect(await goalOf(juniper, goal)).toMatchObject({ restsToday: true });
  });

  test("can rest again later", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    await asMember(juniper.id, (db) =>
      db.pause.createMany({
        data: {
          id: freshId(),
          userId: juniper.id,
          goalId: goal.id,
          startedOn: columnOf(addDays(todayOf(juniper), -5)),
          endedOn: columnOf(addDays(todayOf(juniper), -2)),
        },
      }),
    );
    await submit(juniper, pauseGoal, { goalId: goal.id });
    expect((await goalOf(juniper, goal))?.rests).toHaveLength(2);
  });
});

describe("a step that is not for today", () => {
  test("comes back when it is put back", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    await submit(juniper, leaveForAnotherDay, { goalId: goal.id });
    expect(await goalOf(juniper, goal)).toMatchObject({ notToday: true });
    await submit(juniper, putBackToday, { goalId: goal.id });
    expect(await goalOf(juniper, goal)).toMatchObject({ notToday: false });
  });

  test("comes back by itself on the next day", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { notTodayOn: columnOf(addDays(todayOf(juniper), -1)) });
    expect(await goalOf(juniper, goal)).toMatchObject({ notToday: false });
  });
});

describe("finishing and deleting", () => {
  test("a finished goal moves to the finished ones with all its effort, and can be taken up again", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { rhythm: "finish_line", times: 2 });
    await anEffort(juniper, goal);
    const done = { status: "went", to: `/goals?finished=${goal.id}` };
    expect(await submit(juniper, finishGoal, { goalId: goal.id })).toEqual(done);
    expect(await submit(juniper, finishGoal, { goalId: goal.id })).toEqual(done);
    expect(await goalsOf(juniper)).toEqual([]);
    expect((await as(juniper, listFinishedGoals)).goals).toMatchObject([{ id: goal.id, total: 1 }]);
    await submit(juniper, takeGoalUpAgain, { goalId: goal.id });
    expect(await goalsOf(juniper)).toMatchObject([{ id: goal.id, total: 1 }]);
  });

  test("a deleted goal is gone from everywhere and comes back whole when it is undone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper);
    await anEffort(juniper, goal);
    const gone = { status: "went", to: `/goals?deleted=${goal.id}` };
    expect(await submit(juniper, deleteGoal, { goalId: goal.id })).toEqual(gone);
    expect(await submit(juniper, deleteGoal, { goalId: goal.id })).toEqual(gone);
    expect(await goalsOf(juniper)).toEqual([]);
    expect(await goalOf(juniper, goal)).toBeNull();
    expect(await as(juniper, (viewer) => findDeletedGoal(viewer, goal.id))).toMatchObject({ id: goal.id });
    expect(await as(wren, (viewer) => findDeletedGoal(viewer, goal.id))).toBeNull();
    expect(await submit(juniper, logEffort, { goalId: goal.id })).toEqual({ status: "not found" });
    await submit(juniper, bringGoalBack, { goalId: goal.id });
    expect(await goalsOf(juniper)).toMatchObject([{ id: goal.id, log: [{}] }]);
  });
});

test("a goal can be changed by its member", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  await submit(juniper, changeGoal, {
    goalId: goal.id,
    title: "Letters",
    category: "people",
    rhythm: "week",
    times: 2,
  });
  expect(await goalOf(juniper, goal)).toMatchObject({
    title: "Letters",
    category: "people",
    rhythmInWords: "2 a week",
  });
});

describe.each([
  ["changing", changeGoal, { title: "Mine", category: "people", rhythm: "week", times: 2 }],
  ["making smaller", makeSmaller, { rhythmInWords: "1 a day" }],
  ["keeping as it is", keepAsItIs, {}],
  ["putting away", putGoalAway, {}],
  ["bringing back", takeGoalUpAgain, {}],
  ["saying what helped with", sayWhatHelped, { helped: "Mornings." }],
  ["keeping what helped with", putWhatHelpedInJar, {}],
  ["leaving for another day", leaveForAnotherDay, {}],
  ["putting back", putBackToday, {}],
  ["finishing", finishGoal, {}],
  ["taking up again", takeGoalUpAgain, {}],
  ["pausing", pauseGoal, {}],
  ["going on with", resumeGoal, {}],
  ["deleting", deleteGoal, {}],
  ["restoring", bringGoalBack, {}],
])("%s a goal", (_name, action, fields) => {
  test("of somebody else finds nothing and changes nothing", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(juniper);
    const before = await goalOf(juniper, goal);
    expect(await submit(wren, action, { goalId: goal.id, ...fields })).toEqual({ status: "not found" });
    expect(await goalOf(juniper, goal)).toEqual(before);
  });

  test("that cannot be one is answered in words", async () => {
    const juniper = await aMember();
    expect(await submit(juniper, action, { goalId: "' or 1=1", ...fields })).toMatchObject({
      status: "invalid",
    });
  });
});

test("a goal that is deleted takes along what was typed about it, and nothing else", async () => {
  const juniper = await aMember();
  const { id: goalId } = await aGoal(juniper);
  for (const key of [`goal:${goalId}`, `smaller:${goalId}`, `share:${goalId}`, "goal"])
    await aDraft(juniper, key, { title: ["Walks"] });
  await submit(juniper, deleteGoal, { goalId });
  expect(await asMember(juniper.id, (db) => db.draft.findMany({ select: { key: true } }))).toEqual([
    { key: "goal" },
  ]);
});

test("a goal that was deleted in another tab is not changed, and what was typed comes back", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper, { deletedAt: new Date() });
  expect(await submit(juniper, changeGoal, { goalId: goal.id, ...applications })).toMatchObject({
    status: "refused",
    message: expect.stringContaining("deleted meanwhile"),
    values: { title: ["Applications"] },
  });
});
