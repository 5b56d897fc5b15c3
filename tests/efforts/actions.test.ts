import { afterEach, expect, test, vi } from "vitest";
import { addDays, type Day, dayIn, sayDay, startOfDay } from "@/lib/dates";
import { logEffort, undoEffort } from "@/lib/efforts/actions";
import { changeGoal } from "@/lib/goals/actions";
import { findGoal } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import { aMember, type Member } from "../factories";
import { aGoal } from "../factories-of-goals";
import { as, submit } from "../people";
import { statementsOf } from "../statements";

const todayOf = (member: Member): Day => dayIn(member.timeZone, new Date());
const goalOf = (member: Member, { id }: { id: string }) => as(member, (viewer) => findGoal(viewer, id));

afterEach(() => {
  vi.useRealTimers();
});

test.each(["Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo", "America/New_York"])(
  "a press just before midnight in %s that is sent again after it counts once, for the day on which it arrived",
  async (timeZone) => {
    const midnight = startOfDay("2028-05-10", timeZone).getTime();
    vi.useFakeTimers({ toFake: ["Date"], now: midnight - 1000 });
    const juniper = await aMember({ timeZone });
    const goal = await aGoal(juniper);
    const form = { id: freshId(), goalId: goal.id, amount: 1 };
    await submit(juniper, logEffort, form);
    vi.setSystemTime(midnight + 1000);
    const again = await submit(juniper, logEffort, form);
    expect(again).toMatchObject({ message: `Logged for ${sayDay("2028-05-09", "2028-05-10")}.` });
    expect((await goalOf(juniper, goal))?.efforts).toEqual({ "2028-05-09": 1 });
  },
);

test("a page left open overnight logs for the morning on which it is pressed", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: startOfDay("2028-05-10", "Europe/Berlin").getTime() - 1000 });
  const juniper = await aMember({ timeZone: "Europe/Berlin" });
  const goal = await aGoal(juniper);
  const form = { id: freshId(), goalId: goal.id, amount: 1 };
  vi.setSystemTime(startOfDay("2028-05-10", "Europe/Berlin").getTime() + 8 * 3_600_000);
  await submit(juniper, logEffort, form);
  expect((await goalOf(juniper, goal))?.efforts).toEqual({ "2028-05-10": 1 });
});

test("a press is as much as its button said, and is there once whatever one tap logs by now", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper, { unit: "minutes", times: 60, usual: 25 });
  const today = todayOf(juniper);
  const said = { id: freshId(), goalId: goal.id, amount: 25 };
  const bare = { id: freshId(), goalId: goal.id };
  for (const form of [said, bare]) await submit(juniper, logEffort, form);
  const changed = {
    title: "Study",
    category: "skills",
    rhythm: "day",
    times: 60,
    unit: "minutes",
    usual: 40,
  };
  await submit(juniper, changeGoal, { goalId: goal.id, ...changed });
  for (const form of [said, bare])
    expect(await submit(juniper, logEffort, form)).toMatchObject({
      message: "25 minutes logged for today.",
    });
  expect((await goalOf(juniper, goal))?.efforts).toEqual({ [today]: 50 });
});

test("a form that says another day or amount is another effort, once", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const today = todayOf(juniper);
  const form = { id: freshId(), goalId: goal.id };
  const days = [today, addDays(today, -1)];
  for (const day of [...days, ...days]) await submit(juniper, logEffort, { ...form, day });
  await submit(juniper, logEffort, { ...form, day: today, amount: 3 });
  await submit(juniper, logEffort, { ...form, day: today, amount: 3 });
  expect((await goalOf(juniper, goal))?.efforts).toEqual({ [today]: 4, [addDays(today, -1)]: 1 });
});

test("logging effort holds its goal, keeps the effort and reckons, in one transaction", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const { statements, transactions } = await statementsOf(async () => {
    await submit(juniper, logEffort, { id: freshId(), goalId: goal.id, amount: 1 });
  });
  const own = statements.filter((sql) => /\b(goals|efforts)\b/.test(sql));
  expect(own).toHaveLength(4);
  expect(transactions).toBeLessThanOrEqual(2);
});

test("Undo is for what was logged last, whichever page it was logged from", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const today = todayOf(juniper);
  // The page that was opened first, and mints the lower id, is pressed last.
  const [leftOpen, openedLater] = [freshId(), freshId()];
  await submit(juniper, logEffort, { id: openedLater, goalId: goal.id, day: addDays(today, -3) });
  await submit(juniper, logEffort, { id: leftOpen, goalId: goal.id, day: today });
  expect((await goalOf(juniper, goal))?.undo).toEqual({ effortId: leftOpen, day: today });
  await submit(juniper, undoEffort, { effortId: leftOpen });
  expect((await goalOf(juniper, goal))?.undo).toEqual({ effortId: openedLater, day: addDays(today, -3) });
});
