import { describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { listGoals } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import {
  beginLearningPlan,
  bringLearningPlanBack,
  changeLearningPlan,
  deleteLearningPlan,
  tickStep,
} from "@/lib/learning/actions";
import { findDeletedLearningPlan, findLearningPlan, listLearningPlans } from "@/lib/learning/queries";
import { isSealed, UNREADABLE } from "@/lib/private-words";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aLearningPlan } from "../factories-of-learning";
import { as, submit } from "../people";

const plansOf = (member: Member) => as(member, listLearningPlans);
const planOf = (member: Member, { id }: { id: string }) =>
  as(member, (viewer) => findLearningPlan(viewer, id));

const form = () => ({
  id: freshId(),
  goalId: freshId(),
  skill: "  Opening \n an interview ",
  step1: "Read one page about it",
  step2: "",
  step3: "Try it once aloud",
});

/** A step with nothing beside it, which is no goal. */
const bare = { links: [], minutes: null, by: null, goal: null };

describe("something to learn", () => {
  test("is kept for its member alone, in the steps that there are", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const sent = form();
    expect(await submit(juniper, beginLearningPlan, sent)).toEqual({
      status: "went",
      to: `/learning/${sent.id}`,
    });
    expect(await plansOf(juniper)).toEqual([
      {
        id: sent.id,
        skill: "Opening an interview",
        steps: [
          { ...bare, place: 0, words: "Read one page about it", done: false },
          { ...bare, place: 2, words: "Try it once aloud", done: false },
        ],
        goal: null,
      },
    ]);
    expect(await plansOf(wren)).toEqual([]);
    expect(await planOf(wren, sent)).toBeNull();
    expect(await as(juniper, listGoals)).toEqual([]);
  });

  test("lies sealed in the database", async () => {
    const juniper = await aMember();
    await submit(juniper, beginLearningPlan, form());
    const rows = await asMember(juniper.id, (db) => db.learningPlan.findMany());
    expect(rows).toHaveLength(1);
    for (const { skill, steps } of rows) expect([isSealed(skill), isSealed(steps)]).toEqual([true, true]);
  });

  test("becomes a goal, too, where that is wanted", async () => {
    const juniper = await aMember();
    const sent = { ...form(), makeGoal: true };
    await submit(juniper, beginLearningPlan, sent);
    const goal = { id: sent.goalId, title: "Opening an interview" };
    expect(await as(juniper, listGoals)).toMatchObject([
      { ...goal, category: "skills", rhythmInWords: "2 a week" },
    ]);
    expect(await planOf(juniper, sent)).toMatchObject({ goal });
  });

  test("sent twice is there once, and so is its goal", async () => {
    const juniper = await aMember();
    const sent = { ...form(), makeGoal: true };
    const once = () => submit(juniper, beginLearningPlan, sent);
    const went = { status: "went", to: `/learning/${sent.id}` };
    expect(await Promise.all([once(), once()])).toEqual([went, went]);
    expect(await once()).toEqual(went);
    expect(await plansOf(juniper)).toHaveLength(1);
    expect(await as(juniper, listGoals)).toHaveLength(1);
  });

  test("sent again with other words loses neither, and leads to what was sent", async () => {
    const juniper = await aMember();
    const sent = form();
    const changed = { ...sent, step1: "Ask one person" };
    await submit(juniper, beginLearningPlan, sent);
    const went = [
      await submit(juniper, beginLearningPlan, changed),
      await submit(juniper, beginLearningPlan, changed),
    ];
    const plans = await plansOf(juniper);
    expect(plans).toHaveLength(2);
    const other = plans.find(({ id }) => id !== sent.id);
    expect(other?.steps[0]?.words).toBe("Ask one person");
    for (const one of went) expect(one).toEqual({ status: "went", to: `/learning/${other?.id}` });
  });

  test("sent again after it was deleted is there again, with what was ticked", async () => {
    const juniper = await aMember();
    const sent = form();
    await submit(juniper, beginLearningPlan, sent);
    await submit(juniper, tickStep, { learningPlanId: sent.id, place: 2, done: "yes" });
    await submit(juniper, deleteLearningPlan, { learningPlanId: sent.id });
    await submit(juniper, beginLearningPlan, sent);
    expect((await planOf(juniper, sent))?.steps.map(({ done }) => done)).toEqual([false, true]);
  });

  test("drops the draft of it", async () => {
    const juniper = await aMember();
    await aDraft(juniper, "learning", { skill: ["Open"] });
    await submit(juniper, beginLearningPlan, { ...form(), draftKey: "learning" });
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test.each([
    ["it has no name", { skill: " " }, "skill"],
    ["its name is too long", { skill: "x".repeat(121) }, "skill"],
    ["it has no step at all", { step1: "", step3: "" }, "step1"],
    ["a step is a whole page", { step2: "x".repeat(201) }, "step2"],
  ])("says so and keeps the words when %s", async (_name, wrong, field) => {
    const juniper = await aMember();
    const sent = await submit(juniper, beginLearningPlan, { ...form(), ...wrong });
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.any(String) } });
    expect(sent).toHaveProperty("values.skill");
    expect(await plansOf(juniper)).toEqual([]);
  });
});

describe("ticking a step", () => {
  test("twice ticks it once, and the tick can be taken back", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper, { steps: ["one", "two", "three"] });
    const tick = (place: number, done: "yes" | "no") =>
      submit(juniper, tickStep, { learningPlanId: plan.id, place, done });
    await Promise.all([tick(1, "yes"), tick(1, "yes"), tick(2, "yes")]);
    expect((await planOf(juniper, plan))?.steps.map(({ done }) => done)).toEqual([false, true, true]);
    await asMember(juniper.id, async (db) => {
      expect((await db.learningPlan.findMany())[0]?.doneSteps.toSorted()).toEqual([1, 2]);
    });
    await Promise.all([tick(1, "no"), tick(1, "no")]);
    expect((await planOf(juniper, plan))?.steps.map(({ done }) => done)).toEqual([false, false, true]);
  });

  test.each([{ place: 3 }, { place: -1 }, { place: 0.5 }, { done: "perhaps" }])(
    "does nothing for %j",
    async (wrong) => {
      const juniper = await aMember();
      const plan = await aLearningPlan(juniper);
      const sent = { learningPlanId: plan.id, place: 0, done: "yes", ...wrong };
      expect(await submit(juniper, tickStep, sent)).toMatchObject({ status: "invalid" });
      expect((await planOf(juniper, plan))?.steps.map(({ done }) => done)).toEqual([false, false]);
    },
  );
});

describe("changing it", () => {
  const words = { skill: "A calmer voice", step1: "Say it once", step2: "", step3: "Say it to someone" };

  test("keeps what is done, and lets go of a step that is not there any more", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper, { steps: ["one", "two", ""], doneSteps: [0, 1] });
    const once = () => submit(juniper, changeLearningPlan, { learningPlanId: plan.id, ...words });
    expect(await Promise.all([once(), once()])).toEqual([
      { status: "done", message: "Changed." },
      { status: "done", message: "Changed." },
    ]);
    expect(await planOf(juniper, plan)).toMatchObject({
      skill: "A calmer voice",
      steps: [
        { place: 0, words: "Say it once", done: true },
        { place: 2, words: "Say it to someone", done: false },
      ],
    });
    // A step that is written there later is a new one.
    await submit(juniper, changeLearningPlan, { learningPlanId: plan.id, ...words, step2: "Say it twice" });
    expect((await planOf(juniper, plan))?.steps.map(({ done }) => done)).toEqual([true, false, false]);
  });

  test("says so, and keeps the words, when it was deleted meanwhile", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper, { deletedAt: new Date() });
    expect(await submit(juniper, changeLearningPlan, { learningPlanId: plan.id, ...words })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("deleted meanwhile"),
      values: { step1: ["Say it once"] },
    });
  });

  test("never puts the sentence for words that do not open in their place", async () => {
    const juniper = await aMember();
    const plan = await aLearningPlan(juniper);
    const sent = { learningPlanId: plan.id, ...words, step1: UNREADABLE };
    expect(await submit(juniper, changeLearningPlan, sent)).toMatchObject({ status: "refused" });
    expect(await planOf(juniper, plan)).toMatchObject({ skill: "Opening an interview" });
  });
});

test("a plan whose words do not open is shown all the same, and says so", async () => {
  const juniper = await aMember();
  const plan = await aLearningPlan(juniper);
  await asMember(juniper.id, (db) =>
    db.learningPlan.updateMany({ where: { id: plan.id, userId: juniper.id }, data: { steps: "Forged" } }),
  );
  expect(await planOf(juniper, plan)).toMatchObject({
    skill: "Opening an interview",
    steps: [{ words: UNREADABLE }],
  });
});

test("a goal that is gone is not shown as the plan's", async () => {
  const juniper = await aMember();
  const plan = await aLearningPlan(juniper, { goalId: freshId() });
  expect(await planOf(juniper, plan)).toMatchObject({ goal: null });
});

test("deleting takes it off the list until it is undone", async () => {
  const juniper = await aMember();
  const { id } = await aLearningPlan(juniper, { doneSteps: [0] });
  await aDraft(juniper, `learning:${id}`, { skill: ["Open"] });
  const gone = { status: "went", to: `/learning?deleted=${id}` };
  expect(await submit(juniper, deleteLearningPlan, { learningPlanId: id })).toEqual(gone);
  expect(await submit(juniper, deleteLearningPlan, { learningPlanId: id })).toEqual(gone);
  expect(await plansOf(juniper)).toEqual([]);
  expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  expect(await as(juniper, (viewer) => findDeletedLearningPlan(viewer, id))).toEqual({ id });
  const back = { status: "went", to: `/learning/${id}` };
  expect(await submit(juniper, bringLearningPlanBack, { learningPlanId: id })).toEqual(back);
  expect(await submit(juniper, bringLearningPlanBack, { learningPlanId: id })).toEqual(back);
  expect((await plansOf(juniper))[0]?.steps[0]?.done).toBe(true);
});

describe.each([
  ["changing", changeLearningPlan, { skill: "Hers", step1: "Hers" }],
  ["ticking", tickStep, { place: 0, done: "yes" }],
  ["deleting", deleteLearningPlan, {}],
  ["restoring", bringLearningPlanBack, {}],
])("%s what somebody else wants to learn", (_name, action, fields) => {
  test("finds nothing and changes nothing", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aLearningPlan(juniper);
    const before = await plansOf(juniper);
    expect(await submit(wren, action, { learningPlanId: id, ...fields })).toEqual({ status: "not found" });
    expect(await plansOf(juniper)).toEqual(before);
  });
});
