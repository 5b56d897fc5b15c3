import { afterEach, describe, expect, test, vi } from "vitest";
import { addDays, type Day, dayIn, dayOf, sayDay, startOfDay } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { countPlannedStep, undoEffort } from "@/lib/efforts/actions";
import { finishGoal } from "@/lib/halts/actions";
import { movePlannedStep } from "@/lib/planned-steps/actions";
import { findWeek } from "@/lib/planned-steps/queries";
import { aMember, type Member } from "../factories";
import { aGoal } from "../factories-of-goals";
import { aPlannedStep } from "../factories-of-weeks";
import { as, submit } from "../people";

const todayOf = (member: Member): Day => dayIn(member.timeZone, new Date());
const goalOfStep = async (member: Member) =>
  (await as(member, (viewer) => findWeek(viewer))).days.flatMap(({ steps }) => steps)[0]?.goal;
const effortsOf = (member: Member) =>
  asMember(member.id, (db) =>
    db.effort.findMany({ select: { id: true, goalId: true, day: true, amount: true } }),
  );
const daysCounted = async (member: Member) => (await effortsOf(member)).map(({ day }) => dayOf(day));

const aDoneStep = (member: Member, goalId: string, day = todayOf(member)) =>
  aPlannedStep(member, { goalId, day, doneAt: new Date() });

afterEach(() => {
  vi.useRealTimers();
});

describe("a step that is done counts for its goal", () => {
  test("when its member says so, and once, however often and at once they press", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { unit: "minutes", times: 60, usual: 25 });
    const { id: stepId } = await aDoneStep(juniper, goal.id);
    expect(await goalOfStep(juniper)).toMatchObject({ counted: false });
    const press = () => submit(juniper, countPlannedStep, { stepId });
    for (const sent of await Promise.all([press(), press(), press()]))
      expect(sent).toMatchObject({ status: "done", message: "25 minutes logged for today." });
    expect(await effortsOf(juniper)).toMatchObject([{ goalId: goal.id, amount: 25 }]);
    expect(await goalOfStep(juniper)).toMatchObject({ counted: true });
  });

  test("on its own day, and before that on the one on which it was pressed", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const today = todayOf(juniper);
    for (const day of [addDays(today, -3), addDays(today, 3)])
      await submit(juniper, countPlannedStep, { stepId: (await aDoneStep(juniper, goal.id, day)).id });
    expect((await daysCounted(juniper)).sort()).toEqual([addDays(today, -3), today]);
  });

  test.each(["Pacific/Apia", "America/New_York"])(
    "once, from a page of yesterday in %s that is pressed again today",
    async (timeZone) => {
      const midnight = startOfDay("2028-05-10", timeZone).getTime();
      vi.useFakeTimers({ toFake: ["Date"], now: midnight - 1000 });
      const juniper = await aMember({ timeZone });
      const goal = await aGoal(juniper);
      const { id: stepId } = await aDoneStep(juniper, goal.id, "2028-05-12");
      await submit(juniper, countPlannedStep, { stepId });
      vi.setSystemTime(midnight + 1000);
      const again = await submit(juniper, countPlannedStep, { stepId });
      expect(again).toMatchObject({ message: `Logged for ${sayDay("2028-05-09", "2028-05-10")}.` });
      expect(await daysCounted(juniper)).toEqual(["2028-05-09"]);
    },
  );

  test("once, wherever it was moved to meanwhile and whichever goal it is for by now", async () => {
    const juniper = await aMember();
    const [goal, other] = [await aGoal(juniper), await aGoal(juniper)];
    const today = todayOf(juniper);
    const { id: stepId } = await aDoneStep(juniper, goal.id);
    await submit(juniper, countPlannedStep, { stepId });
    await submit(juniper, movePlannedStep, { stepId, day: addDays(today, -1) });
    await submit(juniper, countPlannedStep, { stepId });
    await asMember(juniper.id, (db) =>
      db.plannedStep.updateMany({ where: { id: stepId }, data: { goalId: other.id } }),
    );
    await submit(juniper, countPlannedStep, { stepId });
    expect(await effortsOf(juniper)).toMatchObject([{ goalId: goal.id }]);
    expect(await daysCounted(juniper)).toEqual([today]);
  });

  test("again after it was taken out, and is still one", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const { id: stepId } = await aDoneStep(juniper, goal.id);
    await submit(juniper, countPlannedStep, { stepId });
    const [first] = await effortsOf(juniper);
    await submit(juniper, undoEffort, { effortId: first?.id });
    expect(await effortsOf(juniper)).toEqual([]);
    await submit(juniper, countPlannedStep, { stepId });
    expect(await effortsOf(juniper)).toEqual([first]);
  });
});

describe("nothing is counted, and why is said", () => {
  test.each([
    ["for a goal that is finished", 0, "finish", "This goal is finished."],
    ["for no goal", 0, "no goal", "for no goal by now"],
    ["of more than 60 days ago", -61, "", "more than 60 days ago"],
  ])("of a step %s", async (_name, days, then, why) => {
    const juniper = await aMember();
    const { id: goalId } = await aGoal(juniper);
    const day = addDays(todayOf(juniper), days);
    const { id: stepId } = await aPlannedStep(juniper, {
      ...(then !== "no goal" && { goalId }),
      day,
      doneAt: new Date(),
    });
    if (then === "finish") await submit(juniper, finishGoal, { goalId });
    const sent = await submit(juniper, countPlannedStep, { stepId });
    expect(sent).toMatchObject({ status: "refused", message: expect.stringContaining(why) });
    expect(await effortsOf(juniper)).toEqual([]);
  });

  test("a step that was deleted, or is somebody else's, is not there", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id: goalId } = await aGoal(juniper);
    const { id: stepId } = await aDoneStep(juniper, goalId);
    const gone = await aPlannedStep(juniper, { goalId, deletedAt: new Date() });
    expect(await submit(wren, countPlannedStep, { stepId })).toEqual({ status: "not found" });
    expect(await submit(juniper, countPlannedStep, { stepId: gone.id })).toEqual({ status: "not found" });
  });
});
