import { describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { deletePlan } from "@/lib/plans/actions";
import { firePlans } from "@/lib/plans/fire-plans";
import { listFirings, listPlans } from "@/lib/plans/queries";
import { sayPlan } from "@/lib/plans/rules";
import { isSealed } from "@/lib/private-words";
import { beginWish, bringWishBack, deleteWish, planForWish, saySentence } from "@/lib/wishes/actions";
import { findDeletedWish, findWish, listWishes } from "@/lib/wishes/queries";
import { MOST_WISHES } from "@/lib/wishes/rules";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aSetback } from "../factories-of-setbacks";
import { aWish } from "../factories-of-weeks";
import { as, submit } from "../people";

const wishOf = (member: Member, wishId: string) => as(member, (viewer) => findWish(viewer, wishId));
const whole = { outcome: "Mornings without a knot", obstacle: "I open my phone first" };
const planForm = (wishId: string) => ({
  wishId,
  id: freshId(),
  obstacle: "I open my phone first.",
  step: "Put it in the drawer.",
});

describe("picturing a wish", () => {
  test("goes from sentence to sentence, each kept by itself, sealed, for its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const id = freshId();
    const went = (screen: string) => ({ status: "went", to: `/wishes/${id}${screen}` });
    expect(await submit(juniper, beginWish, { id, words: " A job \n with daylight " })).toEqual(
      went("/outcome"),
    );
    expect(await wishOf(juniper, id)).toMatchObject({ wish: "A job with daylight", next: "outcome" });
    const say = (part: "outcome" | "obstacle") =>
      submit(juniper, saySentence, { wishId: id, part, words: whole[part] });
    expect(await say("outcome")).toEqual(went("/obstacle"));
    expect(await say("obstacle")).toEqual(went("/plan"));
    expect(await submit(juniper, planForWish, planForm(id))).toEqual(went(""));
    expect(await wishOf(juniper, id)).toMatchObject({ ...whole, next: null });
    expect(await as(wren, listWishes)).toEqual([]);
    expect(await wishOf(wren, id)).toBeNull();
    const [row] = await asMember(juniper.id, (db) => db.wish.findMany());
    expect([row?.wish, row?.outcome, row?.obstacle].map((text) => isSealed(text ?? ""))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("can be left after any sentence, and goes on there", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, { outcome: whole.outcome });
    expect(await as(juniper, listWishes)).toMatchObject([{ id, next: "obstacle" }]);
  });

  test("begun twice is begun once, and with other words neither is lost", async () => {
    const juniper = await aMember();
    const sent = { id: freshId(), words: "A job with daylight" };
    await Promise.all([1, 2].map(() => submit(juniper, beginWish, sent)));
    expect(await as(juniper, listWishes)).toHaveLength(1);
    await submit(juniper, beginWish, { ...sent, words: "A job near home" });
    expect(await as(juniper, listWishes)).toHaveLength(2);
  });

  test("changes one sentence, and leads back to the whole", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, whole);
    await submit(juniper, planForWish, planForm(id));
    expect(await submit(juniper, saySentence, { wishId: id, part: "wish", words: "A shorter way" })).toEqual({
      status: "went",
      to: `/wishes/${id}`,
    });
    expect(await wishOf(juniper, id)).toMatchObject({ wish: "A shorter way", ...whole });
  });

  test("says, when what gets in the way is another thing, that the plan is as it was", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, whole);
    const say = (words: string) => submit(juniper, saySentence, { wishId: id, part: "obstacle", words });
    expect(await say("I look at the clock")).toEqual({ status: "went", to: `/wishes/${id}/plan` });
    await submit(juniper, planForWish, planForm(id));
    expect(await say("I look at the clock")).toEqual({ status: "went", to: `/wishes/${id}` });
    expect(await say("I look at their faces")).toEqual({
      status: "went",
      to: `/wishes/${id}?obstacle=changed`,
    });
  });

  test.each([
    ["nothing", " "],
    ["a whole page", "x".repeat(301)],
  ])("says so and keeps the words when a sentence is %s", async (_what, words) => {
    const juniper = await aMember();
    const { id } = await aWish(juniper);
    const invalid = {
      status: "invalid",
      fieldErrors: { words: expect.any(String) },
      values: { words: [words] },
    };
    expect(await submit(juniper, beginWish, { id: freshId(), words })).toMatchObject(invalid);
    expect(await submit(juniper, saySentence, { wishId: id, part: "outcome", words })).toMatchObject(invalid);
  });

  test("has room for so many, says so, and keeps the words", async () => {
    const juniper = await aMember();
    for (let count = 0; count < MOST_WISHES; count++) await aWish(juniper);
    expect(await submit(juniper, beginWish, { id: freshId(), words: "One more" })).toMatchObject({
      status: "refused",
      values: { words: ["One more"] },
    });
  });
});

describe("the plan that a picture ends with", () => {
  test("stands with the if-then plans, its words sealed, and is made once", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, whole);
    const sent = planForm(id);
    await Promise.all([1, 2].map(() => submit(juniper, planForWish, sent)));
    const plans = await as(juniper, listPlans);
    expect(plans.map(({ sentence }) => sayPlan(sentence))).toEqual([
      "If I open my phone first, then I will put it in the drawer.",
    ]);
    const [row] = await asMember(juniper.id, (db) => db.ifThenPlan.findMany());
    expect([row?.obstacle, row?.step].map((text) => isSealed(text ?? ""))).toEqual([true, true]);
  });

  test("is changed where it stands when it is said anew", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, whole);
    await submit(juniper, planForWish, planForm(id));
    await submit(juniper, planForWish, { ...planForm(id), step: "leave it in the hall" });
    const plans = await as(juniper, listPlans);
    expect(plans).toMatchObject([{ step: "leave it in the hall" }]);
    expect((await wishOf(juniper, id))?.plan?.id).toBe(plans[0]?.id);
  });

  test("is called up by no setback: only its member notices", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, whole);
    await submit(juniper, planForWish, planForm(id));
    const setback = await aSetback(juniper);
    await as(juniper, (viewer) =>
      firePlans(viewer, {
        ...setback,
        kind: "silence",
        stage: "I open my phone first",
        feelings: [{ word: "I open my phone first", strength: 9 }],
      }),
    );
    expect(await as(juniper, (viewer) => listFirings(viewer, setback.id))).toEqual([]);
  });

  test("stays when the picture is deleted; deleted itself, the picture can end with another", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, whole);
    await submit(juniper, planForWish, planForm(id));
    await submit(juniper, deleteWish, { wishId: id });
    const [plan] = await as(juniper, listPlans);
    if (!plan) throw new Error("The plan is gone.");
    await submit(juniper, bringWishBack, { wishId: id });
    await submit(juniper, deletePlan, { planId: plan.id });
    expect(await wishOf(juniper, id)).toMatchObject({ plan: null, next: "plan" });
    await submit(juniper, planForWish, planForm(id));
    expect(await wishOf(juniper, id)).toMatchObject({ next: null });
  });
});

test("deleting takes a picture off the list, with its drafts, until it is undone", async () => {
  const [juniper, wren] = [await aMember(), await aMember()];
  const { id: wishId } = await aWish(juniper);
  await aDraft(juniper, `wish-outcome:${wishId}`, { words: ["Morn"] });
  for (const _ of [1, 2])
    expect(await submit(juniper, deleteWish, { wishId })).toEqual({
      status: "went",
      to: `/wishes?deleted=${wishId}`,
    });
  expect(await as(juniper, listWishes)).toEqual([]);
  expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  expect(await submit(juniper, saySentence, { wishId, part: "outcome", words: "Mornings" })).toMatchObject({
    status: "refused",
    values: { words: ["Mornings"] },
  });
  expect(await as(wren, (viewer) => findDeletedWish(viewer, wishId))).toBeNull();
  expect(await as(juniper, (viewer) => findDeletedWish(viewer, wishId))).toEqual({ id: wishId });
  await submit(juniper, bringWishBack, { wishId });
  expect(await as(juniper, listWishes)).toHaveLength(1);
});

test.each([
  ["saying a sentence of", saySentence, { part: "wish", words: "Mine now" }],
  ["planning for", planForWish, { id: freshId(), obstacle: "a", step: "b" }],
  ["deleting", deleteWish, {}],
  ["bringing back", bringWishBack, {}],
])("%s what somebody else pictured finds nothing and changes nothing", async (_what, action, said) => {
  const [juniper, wren] = [await aMember(), await aMember()];
  const { id: wishId } = await aWish(juniper);
  expect(await submit(wren, action, { wishId, ...said })).toEqual({ status: "not found" });
  expect(await wishOf(juniper, wishId)).toMatchObject({ wish: "A job with daylight" });
  expect(await as(wren, listPlans)).toEqual([]);
});
