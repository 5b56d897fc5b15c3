import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import PlanPage from "@/app/(member)/learning/[learningPlanId]/page";
import NewPlanPage from "@/app/(member)/learning/new/page";
import LearningPage from "@/app/(member)/learning/page";
import { freshId } from "@/lib/ids";
import { beginLearningPlan, deleteLearningPlan } from "@/lib/learning/actions";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aLearningPlan } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { someReasons, someSetbacks } from "../patterns/what-happened";
import { submit, visit } from "../people";

type Asked = Record<string, string | string[]>;

const open = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => LearningPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openNew = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => NewPlanPage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));
const openPlan = (member: Member | null, learningPlanId: string) =>
  visit(member, () =>
    PlanPage({ params: Promise.resolve({ learningPlanId }), searchParams: Promise.resolve({}) }),
  );

async function html(opened: ReturnType<typeof open>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

describe("the list of what somebody is learning", () => {
  test("begins with one kind thing to do, and is its member's alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aLearningPlan(juniper, { doneSteps: [1] });
    const page = await html(open(juniper));
    expect(page).toContain("Opening an interview");
    expect(page).toContain("One step done.");
    const hers = await html(open(wren));
    expect(hers).not.toContain("Opening an interview");
    expect(hers).toContain("Nothing on this page yet");
  });

  test("offers to undo a deletion to its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const plan = await aLearningPlan(juniper);
    await submit(juniper, deleteLearningPlan, { learningPlanId: plan.id });
    expect(await html(open(juniper, { deleted: plan.id }))).toContain("Undo deleting");
    expect(await html(open(wren, { deleted: plan.id }))).not.toContain("Undo deleting");
  });

  test.each(["nonsense", "", "1 or 1=1"])("opens whatever the address says: %j", async (text) => {
    const juniper = await aMember();
    expect(await open(juniper, { deleted: text })).toHaveProperty("shown");
    expect(await open(juniper, { deleted: [text, text] })).toHaveProperty("shown");
    expect(await openNew(juniper, { reason: text })).toHaveProperty("shown");
    expect(await openNew(juniper, { reason: [text, text] })).toHaveProperty("shown");
  });

  test("asks whoever is signed out to sign in", async () => {
    expect(await open(null)).toHaveProperty("went");
    expect(await openNew(null)).toHaveProperty("went");
    expect(await openPlan(null, freshId())).toHaveProperty("went");
  });
});

describe("a new plan", () => {
  test("can begin with a reason of one's own, once such reasons come back, shown above an empty field", async () => {
    const juniper = await aMember();
    const [one = "", other = "", third = ""] = await someSetbacks(juniper, [{}, {}, {}]);
    const [first = ""] = await someReasons(juniper, [
      { setbackId: one, whose: "mine", words: "I spoke\ntoo fast." },
      { setbackId: one, whose: "mine", words: "I came unprepared." },
      { setbackId: other, whose: "theirs", words: "They froze the post." },
      { setbackId: other, whose: "mine", words: "My fault, I thought.", letGoAt: new Date() },
    ]);
    expect(await html(openNew(juniper))).not.toContain("too fast");
    await someReasons(juniper, [{ setbackId: third, whose: "mine", words: "i spoke too fast." }]);
    const page = await html(openNew(juniper));
    expect(page.match(/\?reason=/g)).toHaveLength(2);
    for (const word of ["I came unprepared.", "i spoke too fast."]) expect(page).toContain(word);
    expect(page).not.toMatch(/froze|My fault/);
    const from = (reason: string) => html(openNew(juniper, { reason }));
    const [, newest = ""] = /\?reason=([^#"]+)/.exec(page) ?? [];
    const asked = await from(newest);
    expect(asked.split('id="plan"')[1]).toContain("i spoke too fast.");
    expect(asked).toMatch(/name="skill"[^>]*value=""/);
    // Come from the setback itself, it begins with that reason as it was written there.
    expect(await from(first)).toContain("I spoke");
  });

  test("never begins with what somebody else wrote", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const ids = await someSetbacks(juniper, [{}, {}]);
    const reasons = await someReasons(
      juniper,
      ids.map((setbackId) => ({ setbackId, whose: "mine" as const })),
    );
    expect(await html(openNew(wren, { reason: reasons[0] ?? "" }))).not.toContain("too fast");
  });

  test("opens with what was typed and not sent", async () => {
    const juniper = await aMember();
    await aDraft(juniper, "learning", { skill: ["Half a thought"] });
    expect(await html(openNew(juniper))).toContain("Half a thought");
  });

  test.each(["Pacific/Apia", "America/Los_Angeles"])(
    "waits on the day of a setback, and keeps what was typed before for another, in %s",
    async (timeZone) => {
      const juniper = await aMember({ timeZone });
      await aSetback(juniper);
      const page = await html(openNew(juniper));
      expect(page).toContain("This can wait");
      expect(page).not.toContain("<form");
      const sent = { skill: "Opening an interview", step1: "Read one page", goalId: freshId() };
      expect(await submit(juniper, beginLearningPlan, { ...sent, draftKey: "learning" })).toMatchObject({
        status: "refused",
      });
      expect(await html(openNew(juniper))).toContain("What you typed here before is kept.");
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(Date.now() + 86_400_000) });
      try {
        expect(await html(openNew(juniper))).toContain("Opening an interview");
      } finally {
        vi.useRealTimers();
      }
    },
  );
});

describe("a plan", () => {
  test("shows its steps and what can become of it, to its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aLearningPlan(juniper, { doneSteps: [0] });
    const page = await html(openPlan(juniper, id));
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain('aria-label="Take the tick back: Read one page about it"');
    expect(page).toContain('aria-label="Done: Try it once aloud"');
    expect(page).not.toContain("Every step is done. That was you.");
    for (const nothing of [await openPlan(wren, id), await openPlan(juniper, freshId())])
      expect(nothing).toEqual({ notFound: true });
  });

  test("celebrates its last step, and ends with one tiny thing that can be declined", async () => {
    const juniper = await aMember();
    const { id } = await aLearningPlan(juniper, { doneSteps: [0, 1] });
    const page = await html(openPlan(juniper, id));
    expect(page).toContain("Every step is done. That was you.");
    expect(page).toContain("Rest is fine");
  });

  test("opens its change with words that were not saved", async () => {
    const juniper = await aMember();
    const { id } = await aLearningPlan(juniper);
    await aDraft(juniper, `learning:${id}`, { skill: ["Half a thought"] });
    expect(await html(openPlan(juniper, id))).toContain("Half a thought");
  });

  test("shows a member's words as words and never as markup", async () => {
    const juniper = await aMember();
    const { id } = await aLearningPlan(juniper, { skill: "<img src=x>", steps: ["<img src=x>"] });
    expect(await html(openPlan(juniper, id))).not.toContain("<img");
  });
});
