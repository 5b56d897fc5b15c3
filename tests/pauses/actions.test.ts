import { expect, test } from "vitest";
import { addDays, type Day, dayIn, sayDay } from "@/lib/dates";
import { findGoal } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import { pauseGoal, resumeGoal } from "@/lib/pauses/actions";
import { MOST_RESTS } from "@/lib/pauses/rules";
import { aMember, type Member } from "../factories";
import { aGoal, aRest } from "../factories-of-goals";
import { as, submit } from "../people";

const todayOf = (member: Member): Day => dayIn(member.timeZone, new Date());
const restsOf = async (member: Member, goal: { id: string }) =>
  (await as(member, (viewer) => findGoal(viewer, goal.id)))?.rests.map(({ startedOn, endedOn }) => [
    startedOn,
    endedOn,
  ]);

test("a rest that goes on ends on the day that is said, and the answer is true", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const today = todayOf(juniper);
  await aRest(juniper, goal, addDays(today, -3));
  const until = addDays(today, 6);
  const form = { id: freshId(), goalId: goal.id, from: today, until };
  for (let time = 0; time < 2; time++) {
    const message = `It rests until ${sayDay(until, today)}.`;
    expect(await submit(juniper, pauseGoal, form)).toMatchObject({ message });
    expect(await restsOf(juniper, goal)).toEqual([[addDays(today, -3), addDays(today, 7)]]);
  }
});

test("a rest that begins before the one that goes on is kept too, and both end on that day", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const today = todayOf(juniper);
  await submit(juniper, pauseGoal, { goalId: goal.id });
  const form = { id: freshId(), goalId: goal.id, from: addDays(today, -4), until: addDays(today, 2) };
  for (let time = 0; time < 2; time++) await submit(juniper, pauseGoal, form);
  expect(await restsOf(juniper, goal)).toEqual([
    [addDays(today, -4), addDays(today, 3)],
    [today, addDays(today, 3)],
  ]);
});

test("days of rest that are over leave the rest that goes on as it is", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const today = todayOf(juniper);
  await aRest(juniper, goal, addDays(today, -3));
  const form = { goalId: goal.id, from: addDays(today, -20), until: addDays(today, -2) };
  await submit(juniper, pauseGoal, form);
  expect(await restsOf(juniper, goal)).toEqual([
    [addDays(today, -20), addDays(today, -1)],
    [addDays(today, -3), null],
  ]);
});

test("pausing and going on all day leaves nothing behind", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  for (let time = 0; time < 3; time++) {
    await submit(juniper, pauseGoal, { goalId: goal.id });
    await submit(juniper, resumeGoal, { goalId: goal.id });
  }
  expect(await restsOf(juniper, goal)).toEqual([]);
});

test("there is room for so many rests of a goal at a time, and those of long ago take none of it", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper);
  const today = todayOf(juniper);
  for (let at = 0; at < MOST_RESTS; at++)
    await aRest(juniper, goal, addDays(today, -300 + at), addDays(today, -290 + at));
  const rest = (at: number) =>
    submit(juniper, pauseGoal, {
      goalId: goal.id,
      from: addDays(today, 2 * at),
      until: addDays(today, 2 * at),
    });
  for (let at = 1; at <= MOST_RESTS; at++) expect(await rest(at)).toMatchObject({ status: "done" });
  expect(await rest(MOST_RESTS + 1)).toMatchObject({ message: expect.stringContaining("no room for more") });
  expect(await restsOf(juniper, goal)).toHaveLength(2 * MOST_RESTS);
});
