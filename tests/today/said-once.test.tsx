import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import TodayPage from "@/app/(member)/today/page";
import { addDays, dayIn } from "@/lib/dates";
import { countPlannedStep, logEffort } from "@/lib/efforts/actions";
import { leaveForAnotherDay } from "@/lib/goals/actions";
import { freshId } from "@/lib/ids";
import { stepsInPlace } from "@/lib/today/rules";
import { aMember, type Member } from "../factories";
import { aGoal, anEffort } from "../factories-of-goals";
import { aPlannedStep } from "../factories-of-weeks";
import { submit, visit } from "../people";

async function html(member: Member): Promise<string> {
  const answer = await visit(member, () =>
    TodayPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }),
  );
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}
const words = async (member: Member) => (await html(member)).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("what was left for another day and done all the same is not said to be left", async () => {
  const juniper = await aMember();
  const { id: goalId } = await aGoal(juniper, { title: "Letters" });
  await aGoal(juniper, { title: "A walk" });
  await submit(juniper, leaveForAnotherDay, { goalId });
  expect(await words(juniper)).toContain("Left for another day: Letters");
  await submit(juniper, logEffort, { id: freshId(), goalId });
  expect(await words(juniper)).not.toContain("Left for another day");
});

test("of many goals that were left, a few stand there, and the others in a fold", async () => {
  const juniper = await aMember();
  for (let at = 0; at < 5; at++) {
    const { id: goalId } = await aGoal(juniper, { title: `Letter ${at}` });
    await submit(juniper, leaveForAnotherDay, { goalId });
  }
  const [seen, folded] = (await html(juniper)).split("2 more left for another day");
  expect(seen?.match(/Left for another day:/g)).toHaveLength(3);
  expect(folded?.match(/Left for another day:/g)).toHaveLength(2);
});

test("after six things at once no further step comes up, and each keeps its place", () => {
  const today = "2026-11-19";
  const goals = Array.from({ length: 12 }, (_, at) => ({
    id: `goal ${String(at).padStart(2, "0")}`,
    rhythm: "day" as const,
    times: 1,
    efforts: (at < 5 ? { [today]: 1 } : {}) as Record<string, number>,
    begun: true,
    total: 0,
    rests: [],
    lastDone: null,
    notToday: false,
    undo: at < 5 ? { day: today } : null,
  }));
  const shown = stepsInPlace(goals, today).map(({ id }) => id);
  expect(shown).toEqual(goals.slice(0, 6).map(({ id }) => id));
});

test("whoever stands at a finish line reads it on Today, and can finish there", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper, { title: "Ask for feedback", rhythm: "finish_line", times: 2 });
  await anEffort(juniper, goal);
  expect(await words(juniper)).not.toContain("Finish");
  await anEffort(juniper, goal, addDays(dayIn(juniper.timeZone, new Date()), -1));
  expect(await words(juniper)).toMatch(/2 done: you are at the finish line Finish/);
});

test("a planned step that is done is counted for its goal on Today, once", async () => {
  const juniper = await aMember();
  const { id: goalId } = await aGoal(juniper, { title: "Letters" });
  const step = await aPlannedStep(juniper, { words: "Write to Alder", goalId, doneAt: new Date() });
  expect(await words(juniper)).toContain("Count it for Letters");
  await submit(juniper, countPlannedStep, { stepId: step.id });
  expect(await words(juniper)).not.toContain("Count it");
});

test("a planned step that has no words but its goal's says them once", async () => {
  const juniper = await aMember();
  const { id: goalId } = await aGoal(juniper, { title: "Practise answers" });
  await aPlannedStep(juniper, { words: "Practise answers", goalId });
  const [, planned = ""] = (await words(juniper)).split("Planned for today");
  const [said = ""] = planned.split("This week");
  expect(said.match(/Practise answers/g)).toHaveLength(1);
});

test("a goal that comes in pages has a button in each place, and each form a name of its own", async () => {
  const juniper = await aMember();
  await aGoal(juniper, { title: "Read about the field", unit: "pages", times: 10, usual: 10 });
  const names = [...(await html(juniper)).matchAll(/<form[^>]* aria-label="([^"]*Log 10 pages[^"]*)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
});
