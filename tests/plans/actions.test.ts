import { describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import {
  bringPlanBack,
  changePlan,
  deletePlan,
  didAsPlanned,
  leavePlanToday,
  openPlanAgain,
  rehearsePlan,
  writePlan,
} from "@/lib/plans/actions";
import { firePlans } from "@/lib/plans/fire-plans";
import { findDeletedPlan, findPlan, listFirings, listPlans } from "@/lib/plans/queries";
import { MOST_PLANS } from "@/lib/plans/rules";
import { type Column, isSealed, privateWords } from "@/lib/private-words";
import { deleteSetback } from "@/lib/setbacks/actions";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aFiring, aPlan } from "../factories-of-plans";
import { aSetback } from "../factories-of-setbacks";
import { as, type Sent, submit } from "../people";

const plansOf = (member: Member) => as(member, listPlans);
const firingsOf = (member: Member, setback: { id: string }) =>
  as(member, (viewer) => listFirings(viewer, setback.id));

const aForm = (changes: Record<string, string> = {}) => ({
  id: freshId(),
  on: "stage",
  stage: "second interview",
  step: "call Alder",
  ...changes,
});

describe("writing a plan", () => {
  test("keeps it for its member alone, its words sealed", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const form = aForm();
    const went = await submit(juniper, writePlan, form);
    expect(went).toEqual({ status: "went", to: `/plans?kept=${form.id}` });
    expect(await plansOf(juniper)).toMatchObject([
      { id: form.id, kind: null, stage: "second interview", feeling: null, step: "call Alder" },
    ]);
    expect(await plansOf(wren)).toEqual([]);
    expect(await as(wren, (viewer) => findPlan(viewer, form.id))).toBeNull();
    const rows = await asMember(juniper.id, (db) => db.ifThenPlan.findMany());
    for (const { stage, step } of rows)
      expect([stage, step].map((text) => isSealed(text ?? ""))).toEqual([true, true]);
  });

  test.each([
    [
      { on: "kind", kind: "silence" },
      { kind: "silence", stage: null, feeling: null },
    ],
    [
      { on: "stage", stage: "offer" },
      { kind: null, stage: "offer", feeling: null },
    ],
    [
      { on: "obstacle", obstacle: "I hesitate" },
      { kind: null, stage: null, feeling: null, obstacle: "I hesitate" },
    ],
    [
      { on: "feeling", feeling: "sad" },
      { kind: null, stage: null, feeling: "sad" },
    ],
  ])("is called up by what was chosen, whatever was typed beside it: %j", async (chosen, kept) => {
    const juniper = await aMember();
    await submit(juniper, writePlan, aForm({ kind: "laid_off", feeling: "angry", ...chosen }));
    expect(await plansOf(juniper)).toMatchObject([kept]);
  });

  test("has room for so many and says so, keeps the words, and has room again when one is deleted", async () => {
    const juniper = await aMember();
    const words = privateWords(juniper);
    const data = Array.from({ length: MOST_PLANS - 1 }, () => freshId()).map((id) => ({
      userId: juniper.id,
      id,
      kind: "silence" as const,
      step: words.seal("if_then_plans.step", id, "call Alder"),
    }));
    await asMember(juniper.id, (db) => db.ifThenPlan.createMany({ data }));
    const last = aForm();
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, writePlan, last)).toMatchObject({ status: "went" });
    const more = aForm({ step: "make tea" });
    const sent = await submit(juniper, writePlan, more);
    expect(sent).toMatchObject({ status: "refused", values: { step: ["make tea"] } });
    expect(sent).toHaveProperty("message", expect.stringContaining("no room for more"));
    expect(await plansOf(juniper)).toHaveLength(MOST_PLANS);
    await submit(juniper, deletePlan, { planId: last.id });
    expect(await submit(juniper, writePlan, more)).toMatchObject({ status: "went" });
    // Brought back or sent again, the one that was deleted needs room as well, and can wait for it.
    for (const sent of [
      await submit(juniper, bringPlanBack, { planId: last.id }),
      await submit(juniper, writePlan, last),
    ]) {
      expect(sent).toMatchObject({ status: "refused" });
      expect(sent).toHaveProperty("message", expect.stringContaining("no room for more"));
    }
    expect(await plansOf(juniper)).toHaveLength(MOST_PLANS);
    await submit(juniper, deletePlan, { planId: more.id });
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, bringPlanBack, { planId: last.id })).toMatchObject({ status: "went" });
    expect((await plansOf(juniper)).map(({ id }) => id)).toContain(last.id);
    expect(await plansOf(juniper)).toHaveLength(MOST_PLANS);
  });

  test("at the same moment find no more room than there is, new ones and those that are brought back", async () => {
    const juniper = await aMember();
    const gone = await Promise.all([aPlan(juniper), aPlan(juniper), aPlan(juniper)]);
    for (const { id } of gone) await submit(juniper, deletePlan, { planId: id });
    const words = privateWords(juniper);
    const data = Array.from({ length: MOST_PLANS - 2 }, () => freshId()).map((id) => ({
      userId: juniper.id,
      id,
      kind: "silence" as const,
      step: words.seal("if_then_plans.step", id, "call Alder"),
    }));
    await asMember(juniper.id, (db) => db.ifThenPlan.createMany({ data }));
    await Promise.all([
      ...gone.map(({ id }) => submit(juniper, bringPlanBack, { planId: id })),
      ...["a", "b", "c"].map((step) => submit(juniper, writePlan, aForm({ step: `make tea ${step}` }))),
    ]);
    expect(await plansOf(juniper)).toHaveLength(MOST_PLANS);
  });

  test("sent twice keeps one", async () => {
    const juniper = await aMember();
    const form = aForm();
    const once = () => submit(juniper, writePlan, form);
    const went = { status: "went", to: `/plans?kept=${form.id}` };
    expect(await Promise.all([once(), once()])).toEqual([went, went]);
    expect(await once()).toEqual(went);
    expect(await plansOf(juniper)).toHaveLength(1);
  });

  test("sent again with other words loses neither, however often", async () => {
    const juniper = await aMember();
    const form = aForm();
    await submit(juniper, writePlan, form);
    const changed = { ...form, step: "call Wren" };
    const went = [await submit(juniper, writePlan, changed), await submit(juniper, writePlan, changed)];
    const plans = await plansOf(juniper);
    expect(plans.map(({ step }) => step).sort()).toEqual(["call Alder", "call Wren"]);
    const id = plans.find(({ step }) => step === "call Wren")?.id;
    for (const one of went) expect(one).toEqual({ status: "went", to: `/plans?kept=${id}` });
  });

  test("sent again after it was deleted is there again", async () => {
    const juniper = await aMember();
    const form = aForm();
    await submit(juniper, writePlan, form);
    await submit(juniper, deletePlan, { planId: form.id });
    await submit(juniper, writePlan, form);
    expect(await plansOf(juniper)).toMatchObject([{ id: form.id }]);
  });

  test.each([
    ["nothing was written", { step: " \n" }, "step"],
    ["the kind was left open", { on: "kind", kind: "" }, "kind"],
    ["the stage was left open", { on: "stage", stage: " " }, "stage"],
    ["the feeling was left open", { on: "feeling", feeling: "" }, "feeling"],
    ["the kind is none", { on: "kind", kind: "heartbreak" }, "kind"],
    ["nothing calls it up", { on: "" }, "on"],
    ["it is longer than a sentence", { step: "x".repeat(301) }, "step"],
  ])("says so and keeps the words when %s", async (_name, wrong, field) => {
    const juniper = await aMember();
    const sent = await submit(juniper, writePlan, aForm(wrong));
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.any(String) } });
    expect(sent).toHaveProperty("values.step");
    expect(await plansOf(juniper)).toEqual([]);
  });

  test("sent empty names what is missing in the order of the form", async () => {
    const juniper = await aMember();
    const empty = { id: freshId(), on: "kind", kind: "", stage: "", feeling: "", step: "" };
    for (const [on, first] of [
      ["kind", "kind"],
      ["stage", "stage"],
      ["feeling", "feeling"],
      ["", "on"],
    ])
      expect(missing(await submit(juniper, writePlan, { ...empty, on })).at(0)).toBe(first);
    expect(missing(await submit(juniper, writePlan, empty))).toEqual(["kind", "step"]);
  });

  test("a vague or large step is kept like any other, and only asked about", async () => {
    const juniper = await aMember();
    await submit(juniper, writePlan, aForm({ step: "be more positive" }));
    await submit(juniper, writePlan, aForm({ step: "send ten applications" }));
    expect((await plansOf(juniper)).map(({ nudge }) => nudge)).toEqual(["large", "vague"]);
  });
});

const missing = (sent: Sent): string[] => Object.keys(("fieldErrors" in sent && sent.fieldErrors) || {});

describe("a plan", () => {
  test("can be changed, and is then called up by what it says now", async () => {
    const juniper = await aMember();
    const { id } = await aPlan(juniper);
    const changed = { planId: id, on: "feeling", feeling: "sad", step: "make tea" };
    expect(await submit(juniper, changePlan, changed)).toMatchObject({ status: "done" });
    expect(await plansOf(juniper)).toMatchObject([{ id, kind: null, feeling: "sad", step: "make tea" }]);
  });

  test("that was deleted meanwhile gives the words of a change back", async () => {
    const juniper = await aMember();
    const { id } = await aPlan(juniper, { deletedAt: new Date() });
    expect(
      await submit(juniper, changePlan, { planId: id, on: "feeling", feeling: "sad", step: "make tea" }),
    ).toMatchObject({ status: "refused", values: { step: ["make tea"] } });
  });

  test("is rehearsed by one press, as often as one likes", async () => {
    const juniper = await aMember();
    const { id } = await aPlan(juniper);
    expect((await plansOf(juniper))[0]?.rehearsed).toBeNull();
    for (let each = 0; each < 2; each++)
      expect(await submit(juniper, rehearsePlan, { planId: id })).toMatchObject({ status: "done" });
    expect((await plansOf(juniper))[0]?.rehearsed?.said).toBe("just now");
  });

  test("that is deleted goes, with the draft of its change, until that is undone", async () => {
    const juniper = await aMember();
    const { id } = await aPlan(juniper);
    await aDraft(juniper, `plan:${id}`, { step: ["make"] });
    const gone = { status: "went", to: `/plans?deleted=${id}` };
    expect(await submit(juniper, deletePlan, { planId: id })).toEqual(gone);
    expect(await submit(juniper, deletePlan, { planId: id })).toEqual(gone);
    expect(await plansOf(juniper)).toEqual([]);
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
    expect(await as(juniper, (viewer) => findDeletedPlan(viewer, id))).toEqual({ id });
    expect(await submit(juniper, bringPlanBack, { planId: id })).toEqual({ status: "went", to: "/plans" });
    expect(await plansOf(juniper)).toMatchObject([{ id }]);
    expect(await as(juniper, (viewer) => findDeletedPlan(viewer, id))).toBeNull();
  });

  test("that was deleted long ago is not brought back", async () => {
    const juniper = await aMember();
    const { id } = await aPlan(juniper, { deletedAt: new Date(Date.now() - 31 * 86_400_000) });
    expect(await submit(juniper, bringPlanBack, { planId: id })).toEqual({ status: "not found" });
  });
});

describe.each([
  ["changing", changePlan, { on: "feeling", feeling: "sad", step: "make tea" }],
  ["rehearsing", rehearsePlan, {}],
  ["deleting", deletePlan, {}],
  ["restoring", bringPlanBack, {}],
])("%s a plan of somebody else", (_name, action, fields) => {
  test("finds nothing and changes nothing", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aPlan(juniper);
    const before = await plansOf(juniper);
    expect(await submit(wren, action, { planId: id, ...fields })).toEqual({ status: "not found" });
    expect(await plansOf(juniper)).toEqual(before);
  });
});

describe("a setback that was just logged", () => {
  const happened = {
    kind: "silence" as const,
    stage: "Second interview",
    feelings: [{ word: "sad", strength: 6 }],
  };

  test("calls up the plans that were made for it, once, and no other's", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const called = [
      await aPlan(juniper, { kind: "silence", step: "walk" }),
      await aPlan(juniper, { stage: "second interview", step: "call Alder" }),
      await aPlan(juniper, { feeling: "SAD", step: "make tea" }),
    ];
    await aPlan(juniper, { kind: "laid_off" });
    await aPlan(juniper, { kind: "silence", deletedAt: new Date() });
    await aPlan(wren, { kind: "silence" });
    const setback = await aSetback(juniper);
    for (let each = 0; each < 2; each++)
      await as(juniper, (viewer) => firePlans(viewer, { id: setback.id, ...happened }));

    const firings = await firingsOf(juniper, setback);
    expect(firings.map(({ planId }) => planId).sort()).toEqual(called.map(({ id }) => id).sort());
    expect(firings).toContainEqual({
      setbackId: setback.id,
      planId: called[1]?.id,
      outcome: null,
      sentence: { happens: "it ends at “second interview”", will: "call Alder" },
    });
    expect(await firingsOf(wren, setback)).toEqual([]);
  });

  test("reads no plan for another kind, and opens of the others what calls them up and nothing else", async () => {
    const juniper = await aMember();
    await aPlan(juniper, { kind: "laid_off" });
    const mine = [await aPlan(juniper, { kind: "silence" }), await aPlan(juniper, { feeling: "sad" })];
    const setback = await aSetback(juniper);
    const opened: [Column, string][] = [];
    await as(juniper, (viewer) => {
      const open: typeof viewer.words.open = (column, row, stored) => {
        opened.push([column, row]);
        return viewer.words.open(column, row, stored);
      };
      return firePlans({ ...viewer, words: { ...viewer.words, open } }, { id: setback.id, ...happened });
    });
    expect(new Set(opened.map(([, row]) => row))).toEqual(new Set(mine.map(({ id }) => id)));
    expect(opened.map(([column]) => column)).not.toContain("if_then_plans.step");
    expect(await firingsOf(juniper, setback)).toHaveLength(2);
  });

  test("calls up nothing when nothing was planned for it", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    await as(juniper, (viewer) => firePlans(viewer, { id: setback.id, ...happened }));
    expect(await firingsOf(juniper, setback)).toEqual([]);
    expect(await as(juniper, (viewer) => listFirings(viewer, "nonsense"))).toEqual([]);
  });

  test("keeps what was said of a plan when it is noted once more", async () => {
    const juniper = await aMember();
    const plan = await aPlan(juniper, { kind: "silence" });
    const setback = await aSetback(juniper);
    await submit(juniper, didAsPlanned, await aFiring(juniper, plan, setback));
    await as(juniper, (viewer) => firePlans(viewer, { id: setback.id, ...happened }));
    expect(await firingsOf(juniper, setback)).toMatchObject([{ outcome: "done" }]);
  });

  test("lets go of a plan that is deleted, and has it again when that is undone", async () => {
    const juniper = await aMember();
    const plan = await aPlan(juniper);
    const setback = await aSetback(juniper);
    await aFiring(juniper, plan, setback);
    await submit(juniper, deletePlan, { planId: plan.id });
    expect(await firingsOf(juniper, setback)).toEqual([]);
    await submit(juniper, bringPlanBack, { planId: plan.id });
    expect(await firingsOf(juniper, setback)).toHaveLength(1);
    await submit(juniper, deleteSetback, { setbackId: setback.id });
    expect(await firingsOf(juniper, setback)).toEqual([]);
  });
});

describe("a plan that was called up", () => {
  test("is done, or not today, or open again, each by one press and as often as one likes", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const firing = await aFiring(juniper, await aPlan(juniper), setback);
    for (const [action, outcome] of [
      [didAsPlanned, "done"],
      [didAsPlanned, "done"],
      [openPlanAgain, null],
      [leavePlanToday, "not_today"],
      [openPlanAgain, null],
      [openPlanAgain, null],
    ] as const) {
      expect(await submit(juniper, action, firing)).toMatchObject({ status: "done" });
      expect(await firingsOf(juniper, setback)).toMatchObject([{ outcome }]);
    }
  });

  test.each([
    ["done", didAsPlanned],
    ["not today", leavePlanToday],
    ["open again", openPlanAgain],
  ])("is its member's alone: %s", async (_name, action) => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const setback = await aSetback(juniper);
    const firing = await aFiring(juniper, await aPlan(juniper), setback);
    expect(await submit(wren, action, firing)).toEqual({ status: "not found" });
    expect(await submit(juniper, action, { ...firing, planId: freshId() })).toEqual({ status: "not found" });
    expect(await firingsOf(juniper, setback)).toMatchObject([{ outcome: null }]);
  });
});
