import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import PlanPage from "@/app/(member)/plans/[id]/page";
import NewPlanPage from "@/app/(member)/plans/new/page";
import PlansPage from "@/app/(member)/plans/page";
import { PlannedForThis } from "@/components/plans/planned-for-this";
import { freshId } from "@/lib/ids";
import { didAsPlanned, rehearsePlan } from "@/lib/plans/actions";
import { examples } from "@/lib/plans/examples";
import { listFirings } from "@/lib/plans/queries";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aFiring, aPlan } from "../factories-of-plans";
import { aSetback } from "../factories-of-setbacks";
import { as, submit, visit } from "../people";

type Asked = Record<string, string | string[]>;

const openPlans = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => PlansPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openNew = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => NewPlanPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openPlan = (member: Member | null, id: string, asked: Asked = {}) =>
  visit(member, () => PlanPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(asked) }));

async function html(opened: ReturnType<typeof openPlans>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return wordsAsRead(answer.shown);
}

/** What stands on a page, with its sentences in one piece. */
const wordsAsRead = (shown: ReactNode) => renderToStaticMarkup(shown).replace(/<\/?bdi>/g, "");

describe("the list of plans", () => {
  test("begins with one kind thing to do", async () => {
    const page = await html(openPlans(await aMember()));
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain("No plan yet");
    expect(page).toContain('href="/plans/new"');
  });

  test("shows each as its sentence, to its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aPlan(juniper, { stage: "second interview", step: "Call Alder." });
    expect(await html(openPlans(juniper))).toContain(
      "If it ends at “second interview”, then I will call Alder.",
    );
    expect(await html(openPlans(wren))).not.toContain("Alder");
  });

  test("says of a plan that was just kept when it comes back, and asks once about a large step", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const small = await aPlan(juniper, { step: "call Alder" });
    const large = await aPlan(juniper, { step: "rewrite my resume" });
    const question = "Which part of it would take five minutes?";
    expect(await html(openPlans(juniper, { kept: large.id }))).toContain(question);
    const kept = await html(openPlans(juniper, { kept: small.id }));
    expect(kept).toContain("Kept for that day");
    expect(kept).not.toContain(question);
    expect(await html(openPlans(wren, { kept: small.id }))).not.toContain("Kept for that day");
  });

  test("offers an undo for what was deleted to its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aPlan(juniper, { step: "call Alder", deletedAt: new Date() });
    const page = await html(openPlans(juniper, { deleted: id }));
    expect(page).toContain("Undo deleting the plan");
    expect(page).not.toContain("Alder");
    expect(await html(openPlans(wren, { deleted: id }))).not.toContain("Undo deleting the plan");
  });

  test("shows what a member wrote as words and never as markup", async () => {
    const juniper = await aMember();
    await aPlan(juniper, { feeling: "<b>sad</b>", step: '<img src=x onerror="alert(1)">' });
    expect(await html(openPlans(juniper))).not.toMatch(/<img|<b>/);
  });

  test.each(["nonsense", "", "1 or 1=1"])("opens whatever the address says: %j", async (text) => {
    const juniper = await aMember();
    expect(await openPlans(juniper, { deleted: text, kept: text })).toHaveProperty("shown");
    expect(await openPlans(juniper, { deleted: [text, text], kept: [text] })).toHaveProperty("shown");
  });

  test("asks whoever is signed out to sign in", async () => {
    expect(await openPlans(null)).toHaveProperty("went");
    expect(await openNew(null)).toHaveProperty("went");
  });
});

describe("a new plan", () => {
  test("is a sentence with gaps, and has examples one press away", async () => {
    const page = await html(openNew(await aMember()));
    for (const label of ["this happens:", "it ends at", "I feel", "then I will"])
      expect(page).toContain(label);
    for (const name of Object.keys(examples)) expect(page).toContain(`/plans/new?example=${name}#plan`);
  });

  test.each(Object.entries(examples))("can begin with an example: %s", async (name, example) => {
    const page = await html(openNew(await aMember(), { example: name }));
    expect(page).toContain(`>${example.step}</textarea>`);
    const on = example.kind ? "kind" : example.stage ? "stage" : "feeling";
    expect(page).toMatch(new RegExp(`<input[^>]*name="on"[^>]*checked=""[^>]*value="${on}"`));
  });

  test("opens with what was typed and not sent, also where an example is chosen", async () => {
    const juniper = await aMember();
    await aDraft(juniper, "plan", { on: ["feeling"], feeling: ["lost"], step: ["half a thought"] });
    const page = await html(openNew(juniper));
    expect(page).toContain("half a thought");
    expect(page).toContain('value="lost"');
    expect(await html(openNew(juniper, { example: "silence" }))).toContain("half a thought");
    expect(await html(openNew(juniper, { example: "__proto__" }))).toContain("half a thought");
  });

  test("offers the stages and feelings that were noted before", async () => {
    const juniper = await aMember();
    await aSetback(juniper, { stage: "assessment centre", feelings: { wistful: 6 } });
    const page = await html(openNew(juniper));
    expect(page).toContain('<option value="assessment centre">');
    expect(page).toContain('<option value="wistful">');
  });
});

describe("a plan's page", () => {
  test("is there for its member and for nobody else", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aPlan(juniper);
    expect((await html(openPlan(juniper, id))).match(/<h1/g)).toHaveLength(1);
    expect(await openPlan(wren, id)).toEqual({ notFound: true });
    expect(await openPlan(juniper, freshId())).toEqual({ notFound: true });
    expect(await openPlan(juniper, "nonsense")).toEqual({ notFound: true });
    expect(await openPlan(null, id)).toHaveProperty("went");
  });

  test("has three short steps and one press, and says when it was said, never how often", async () => {
    const juniper = await aMember();
    const { id } = await aPlan(juniper);
    const page = await html(openPlan(juniper, id));
    expect(page.match(/(?<=<h2[^>]*>)[^<]+/g)).toEqual(["Read it", "Picture it", "Say it once"]);
    expect(page).not.toContain("You said it last");
    for (let each = 0; each < 2; each++) await submit(juniper, rehearsePlan, { planId: id });
    const after = await html(openPlan(juniper, id));
    expect(after).toContain("just now");
    expect(after).not.toMatch(/twice|2 times/);
  });

  test("opens its form for whoever came to change it, or left words in it", async () => {
    const juniper = await aMember();
    const { id } = await aPlan(juniper, { step: "rewrite my resume" });
    const unfolded = /<details open=""/;
    expect(await html(openPlan(juniper, id))).not.toMatch(unfolded);
    expect(await html(openPlan(juniper, id, { change: "1" }))).toMatch(unfolded);
    await aDraft(juniper, `plan:${id}`, { on: ["kind"], kind: ["silence"], step: ["write one line"] });
    const page = await html(openPlan(juniper, id));
    expect(page).toMatch(unfolded);
    expect(page).toContain("write one line");
  });
});

describe("you planned for this", () => {
  const shown = async (member: Member, setback: { id: string }) =>
    wordsAsRead(<PlannedForThis firings={await as(member, (viewer) => listFirings(viewer, setback.id))} />);

  test("says nothing where nothing was planned", async () => {
    const juniper = await aMember();
    expect(await shown(juniper, await aSetback(juniper))).toBe("");
  });

  test("shows the sentence with two presses, and afterwards what was said, with an undo", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const firing = await aFiring(juniper, await aPlan(juniper, { step: "call Alder" }), setback);
    const open = await shown(juniper, setback);
    expect(open).toContain("If they never answer, then I will call Alder.");
    expect(open).toContain("Not today<");
    expect(open).not.toContain(">Undo<");
    await submit(juniper, didAsPlanned, firing);
    const done = await shown(juniper, setback);
    expect(done).toContain("Done, as you planned.");
    expect(done).toContain(">Undo<");
    expect(done).not.toContain("Not today<");
  });
});
