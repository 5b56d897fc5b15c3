import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import GoalPage from "@/app/(member)/goals/[goalId]/page";
import NewGoalPage from "@/app/(member)/goals/new/page";
import GoalsPage from "@/app/(member)/goals/page";
import { valuesOf } from "@/components/goals/goal-fields";
import { addDays, columnOf, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { putEffortBack, takeEffortOut } from "@/lib/efforts/actions";
import { addGoal, changeGoal } from "@/lib/goals/actions";
import { presets } from "@/lib/goals/presets";
import { goalForm } from "@/lib/goals/schema";
import { freshId } from "@/lib/ids";
import { pauseGoal } from "@/lib/pauses/actions";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aGoal, anEffort } from "../factories-of-goals";
import { submit, visit } from "../people";

type Asked = Record<string, string>;

const said = (page: string) => page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const page = async (member: Member, open: () => Promise<React.ReactNode>) => {
  const answer = await visit(member, open);
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
};
const openGoal = (member: Member, goalId: string, asked: Asked = {}) =>
  page(member, () => GoalPage({ params: Promise.resolve({ goalId }), searchParams: Promise.resolve(asked) }));
const openNew = (member: Member, asked: Asked = {}) =>
  page(member, () => NewGoalPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openGoals = (member: Member) =>
  page(member, () => GoalsPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }));

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const asked = { title: "Letters", category: "applications", rhythm: "week", times: "5" };

describe("a field that is not seen", () => {
  test.each([
    ["applications", { unit: "applications", usual: "25" }, { usual: 1 }],
    ["people, whatever is in it", { unit: "people", usual: "2500" }, { usual: 1 }],
    ["minutes, which it is for", { unit: "minutes", times: "60", usual: "20" }, { usual: 20 }],
    ["minutes, of which nobody said how many", { unit: "minutes", times: "60", usual: "" }, { usual: 25 }],
    ["a week", { everyDays: "99", finishBy: "nonsense" }, { everyDays: null, finishBy: null }],
  ])("says nothing of a goal for %s", (_what, over, kept) => {
    const read = goalForm.safeParse({ id: freshId(), ...asked, ...over });
    expect(read.data).toMatchObject(kept);
  });

  test("is empty until somebody fills it", () => {
    expect(valuesOf({ ...presets.skill, unit: "times", usual: 1 })).not.toHaveProperty("usual");
    expect(valuesOf(presets.readUp)).toMatchObject({ usual: "10" });
  });
});

test("a preset leaves what was typed for a goal of one's own where it is", async () => {
  const juniper = await aMember();
  await aDraft(juniper, "goal", { title: ["Mornings"] });
  const preset = await openNew(juniper, { preset: "walk" });
  const [, draftKey = ""] = /name="draftKey" value="([^"]+)"/.exec(preset.split('id="goal"')[1] ?? "") ?? [];
  await submit(juniper, addGoal, { id: freshId(), ...asked, draftKey });
  expect(await openNew(juniper)).toContain("Mornings");
});

describe("what is taken out of the log", () => {
  test("is said, and comes back as it was with one press, once", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    const day = addDays(todayOf(juniper), -2);
    const { id: effortId } = await anEffort(juniper, goal, day);
    const out = await submit(juniper, takeEffortOut, { effortId });
    expect(out).toEqual({ status: "went", to: `/goals/${goal.id}?out=${effortId}&day=${day}&amount=1` });
    const at = { out: effortId, day, amount: "1" };
    expect(said(await openGoal(juniper, goal.id, at))).toMatch(/Taken out: .* Undo/);
    for (const _ of [1, 2])
      await submit(juniper, putEffortBack, { id: effortId, goalId: goal.id, day, amount: "1" });
    const rows = await asMember(juniper.id, (db) => db.effort.findMany({ where: { goalId: goal.id } }));
    expect(rows).toMatchObject([{ id: effortId, amount: 1, day: columnOf(day) }]);
    expect(said(await openGoal(juniper, goal.id, at))).not.toContain("Taken out");
    expect(said(await openGoal(juniper, goal.id, { ...at, day: "nonsense" }))).not.toContain("Taken out");
  });
});

test("a day to finish by that is over is asked about, and one that has passed meanwhile is not", async () => {
  const juniper = await aMember();
  const today = todayOf(juniper);
  const form = { ...asked, rhythm: "finish_line" };
  expect(await submit(juniper, addGoal, { id: freshId(), ...form, finishBy: "2020-02-01" })).toMatchObject({
    status: "refused",
    fieldErrors: { finishBy: "That day is over. Choose one from today on, or leave it empty." },
  });
  const id = freshId();
  expect(await submit(juniper, addGoal, { id, ...form, finishBy: today })).toHaveProperty("status", "went");
  const passed = addDays(today, -3);
  const old = await aGoal(juniper, { rhythm: "finish_line", times: 5, finishBy: columnOf(passed) });
  const change = (finishBy: string) => submit(juniper, changeGoal, { goalId: old.id, ...form, finishBy });
  expect(await change(passed)).toHaveProperty("status", "done");
  expect(await change(addDays(passed, -1))).toHaveProperty("status", "refused");
});

test("a finished goal says what it came to in what it counts", async () => {
  const juniper = await aMember();
  const goal = await aGoal(juniper, {
    title: "Hundred pages",
    ...{ unit: "pages", rhythm: "finish_line", times: 100, usual: 10, finishedAt: new Date() },
  });
  for (let at = 0; at < 4; at++)
    await anEffort(juniper, goal, addDays(todayOf(juniper), -at), new Date(), 10);
  expect(said(await openGoals(juniper))).toContain("Hundred pages 40 pages, finished on");
});

test("one day of rest is one day", async () => {
  const juniper = await aMember();
  const { id: goalId } = await aGoal(juniper);
  const day = addDays(todayOf(juniper), 3);
  await submit(juniper, pauseGoal, { id: freshId(), goalId, from: day, until: day });
  expect(said(await openGoal(juniper, goalId))).toMatch(/On \w+, \d+ \w+ Take back/);
});

test("a smaller version is offered for one goal at a time", async () => {
  const juniper = await aMember();
  const createdAt = new Date(Date.now() - 60 * 86_400_000);
  for (let at = 0; at < 4; at++) await aGoal(juniper, { title: `Letter ${at}`, createdAt });
  expect((await openGoals(juniper)).match(/Would a smaller version fit better/g)).toHaveLength(1);
});
