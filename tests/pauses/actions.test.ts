import { describe, expect, test } from "vitest";
import { addDays, type Day, dayIn, sayDay } from "@/lib/dates";
import { findGoal } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import { pauseGoal, resumeGoal } from "@/lib/pauses/actions";
import { MOST_RESTS } from "@/lib/pauses/rules";
import { aMember, type Member } from "../factories";
import { aGoal, aRest } from "../factories-of-goals";
import { as, submit } from "../people";
import { travel } from "../travel";

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

describe("a rest that is planned ahead", () => {
  const planned = (today: Day) => ({ from: addDays(today, 20), until: addDays(today, 27) });

  test("leaves the rest that goes on to its member to end, and says that it rests then already", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    await aRest(juniper, goal, addDays(today, -10));
    const form = { id: freshId(), goalId: goal.id, ...planned(today) };
    for (let time = 0; time < 2; time++) {
      const message = "It rests then already, until you go on.";
      expect(await submit(juniper, pauseGoal, form)).toMatchObject({ message });
      expect(await restsOf(juniper, goal)).toEqual([[addDays(today, -10), null]]);
    }
  });

  test("is there once, and within a longer one it is none", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    const { from, until } = planned(today);
    const form = { id: freshId(), goalId: goal.id, from, until };
    for (let time = 0; time < 2; time++) {
      const message = `It rests from ${sayDay(from, today)} on.`;
      expect(await submit(juniper, pauseGoal, form)).toMatchObject({ message });
    }
    const within = { id: freshId(), goalId: goal.id, from: addDays(from, 2), until };
    const message = "It rests on those days already.";
    expect(await submit(juniper, pauseGoal, within)).toMatchObject({ message });
    expect(await restsOf(juniper, goal)).toEqual([[from, addDays(until, 1)]]);
  });

  test("is spoken of when the goal goes on before it", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    const { from, until } = planned(today);
    await submit(juniper, pauseGoal, { goalId: goal.id, from, until });
    await submit(juniper, pauseGoal, { goalId: goal.id });
    const goOn = async () => submit(juniper, resumeGoal, { goalId: goal.id });
    const message = `Good to see it back. One small step is enough. From ${sayDay(from, today)} on it rests again, unless you take that back.`;
    for (let time = 0; time < 2; time++) expect(await goOn()).toMatchObject({ message });
    expect(await restsOf(juniper, goal)).toEqual([[from, addDays(until, 1)]]);
  });
});

test("whoever travels west over a rest that began is told that it is still to come", async () => {
  const juniper = await aMember({ timeZone: "Pacific/Kiritimati" });
  const goal = await aGoal(juniper);
  const began = todayOf(juniper);
  await submit(juniper, pauseGoal, { goalId: goal.id });
  await travel(juniper, "Pacific/Pago_Pago");
  expect(await submit(juniper, resumeGoal, { goalId: goal.id })).toMatchObject({
    message: expect.stringContaining(`From ${sayDay(began, todayOf(juniper))} on it rests again`),
  });
  expect(await restsOf(juniper, goal)).toEqual([[began, null]]);
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
