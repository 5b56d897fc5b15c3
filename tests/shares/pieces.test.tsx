import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import ExperimentPage from "@/app/(member)/experiments/[id]/page";
import ShareExperimentPage from "@/app/(member)/experiments/[id]/share/page";
import LetterPage from "@/app/(member)/feedback/[id]/page";
import ShareLetterPage from "@/app/(member)/feedback/[id]/share/page";
import LearningPage from "@/app/(member)/learning/[learningPlanId]/page";
import ShareLearningPage from "@/app/(member)/learning/[learningPlanId]/share/page";
import PlanPage from "@/app/(member)/plans/[id]/page";
import SharePlanPage from "@/app/(member)/plans/[id]/share/page";
import { saveDraft } from "@/lib/drafts/actions";
import { findDraft } from "@/lib/drafts/queries";
import { countCase, deleteExperiment, writeLesson } from "@/lib/experiments/actions";
import { deleteRequest, keepAnswer, takeStepBack } from "@/lib/feedback/actions";
import { freshId } from "@/lib/ids";
import { changeLearningPlan, deleteLearningPlan } from "@/lib/learning/actions";
import { changePlan, deletePlan } from "@/lib/plans/actions";
import { takeBackPost } from "@/lib/posts/actions";
import { listPosts } from "@/lib/posts/queries";
import { choosePieces, sharePieces } from "@/lib/shares/actions";
import { findPreview, listShares } from "@/lib/shares/queries";
import type { InPieces } from "@/lib/shares/schema";
import { findShareable } from "@/lib/shares/shareable";
import { connected } from "../database/connect";
import { aCircle, aMember, leave, type Member } from "../factories";
import { twoHundredDrafts } from "../factories-of-drafts";
import { aFeedbackRequest } from "../factories-of-feedback";
import { aLearningPlan, anExperiment } from "../factories-of-learning";
import { aPlan } from "../factories-of-plans";
import { aSetback } from "../factories-of-setbacks";
import type { Fields } from "../form";
import { as, submit, visit } from "../people";
import { statementsOf } from "../statements";

let juniper: Member;
let heron: Member;
let wren: Member;

// Nobody sits in more than three circles, so each story has people of its own.
beforeEach(async () => {
  [juniper, heron, wren] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
  ]);
});

const seenIn = async (member: Member, circleId: string) =>
  (await as(member, (viewer) => listPosts(viewer, circleId))).posts;

const previewIn = (member: Member, of: InPieces, id: string) =>
  as(member, async (viewer) => {
    const shareable = await findShareable(viewer, of, id);
    return shareable && findPreview(viewer, shareable);
  });

const choose = (member: Member, of: InPieces, sourceId: string, circleId: string, fields: Fields = {}) =>
  submit(member, choosePieces, { draftKey: `share:${sourceId}`, of, sourceId, circleId, ...fields });

/** Pressing "Share" under the preview that is there now. */
async function share(member: Member, of: InPieces, sourceId: string) {
  const preview = await previewIn(member, of, sourceId);
  if (!preview) throw new Error("There is no preview to share.");
  const form = { id: preview.id, of, sourceId, seen: preview.seen };
  return { form, sent: await submit(member, sharePieces, form) };
}

const counted = (better: number, cases: number) => Array.from({ length: cases }, (_, at) => at < better);

/** Each of the four, with everything that can be chosen of it, and its pages. */
const grown: Record<
  InPieces,
  {
    make: (member: Member, deletedAt?: Date) => Promise<{ id: string }>;
    kinds: string[];
    reads: string;
    home: string;
    change: (member: Member, id: string) => Promise<unknown>;
    letGo: (member: Member, id: string) => Promise<unknown>;
    note: (id: string) => Parameters<typeof listShares>[1];
    open: (member: Member | null, id: string) => ReturnType<typeof visit>;
    openShare: (
      member: Member | null,
      id: string,
      asked?: Record<string, string>,
    ) => ReturnType<typeof visit>;
  }
> = {
  experiment: {
    make: (member, deletedAt) =>
      anExperiment(member, {
        change: "A summary on top",
        lesson: "Shorter is kinder.",
        counted: counted(1, 3),
        cases: 3,
        verdict: "keep",
        ...(deletedAt && { deletedAt }),
      }),
    kinds: ["change", "better", "progress", "result", "verdict", "lesson"],
    reads: [
      "What I try out: A summary on top",
      "It is better when: they reply",
      "How far it is: It is over",
      "What came of it: 3 applications, 1 of them better. Fewer than 10 are too few to tell",
      "What I make of it: I keep it",
      "What I take from it: Shorter is kinder.",
    ].join("\n\n"),
    home: "/experiments/",
    change: (member, experimentId) =>
      submit(member, writeLesson, { experimentId, lesson: "Something quite private." }),
    letGo: (member, experimentId) => submit(member, deleteExperiment, { experimentId }),
    note: (experimentId) => ({ experimentId }),
    open: (member, id) =>
      visit(member, () =>
        ExperimentPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) }),
      ),
    openShare: (member, id, asked = {}) =>
      visit(member, () =>
        ShareExperimentPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(asked) }),
      ),
  },
  ifThenPlan: {
    make: (member, deletedAt) =>
      aPlan(member, { stage: "second call", step: "I will call Alder.", ...(deletedAt && { deletedAt }) }),
    kinds: ["happens", "will"],
    reads: "If this happens: it ends at “second call”\n\nThen I will: call Alder",
    home: "/plans/",
    change: (member, planId) =>
      submit(member, changePlan, { planId, on: "kind", kind: "silence", step: "Something quite private" }),
    letGo: (member, planId) => submit(member, deletePlan, { planId }),
    note: (ifThenPlanId) => ({ ifThenPlanId }),
    open: (member, id) =>
      visit(member, () => PlanPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) })),
    openShare: (member, id, asked = {}) =>
      visit(member, () =>
        SharePlanPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(asked) }),
      ),
  },
  learningPlan: {
    make: (member, deletedAt) =>
      aLearningPlan(member, {
        skill: "Opening a talk",
        steps: ["Read a page", "Say it aloud", "Ask Wren"],
        doneSteps: [0],
        ...(deletedAt && { deletedAt }),
      }),
    kinds: ["skill", "first-step", "second-step", "third-step", "progress"],
    reads: [
      "What I want to learn: Opening a talk",
      "The first small step: Read a page",
      "The second small step: Say it aloud",
      "The third small step: Ask Wren",
      "How far it is: One step done",
    ].join("\n\n"),
    home: "/learning/",
    change: (member, learningPlanId) =>
      submit(member, changeLearningPlan, { learningPlanId, skill: "Something quite private", step1: "Read" }),
    letGo: (member, learningPlanId) => submit(member, deleteLearningPlan, { learningPlanId }),
    note: (learningPlanId) => ({ learningPlanId }),
    open: (member, learningPlanId) =>
      visit(member, () =>
        LearningPage({ params: Promise.resolve({ learningPlanId }), searchParams: Promise.resolve({}) }),
      ),
    openShare: (member, learningPlanId, asked = {}) =>
      visit(member, () =>
        ShareLearningPage({
          params: Promise.resolve({ learningPlanId }),
          searchParams: Promise.resolve(asked),
        }),
      ),
  },
  feedbackRequest: {
    make: (member, deletedAt) =>
      aFeedbackRequest(member, {
        artefact: "cover_letter",
        name: "Alder",
        letter: "Dear Alder, what would you change?",
        askedOn: "2026-11-02",
        answer: "Say it in half the words.",
        lesson: "Shorter is kinder.",
        ...(deletedAt && { deletedAt }),
      }),
    kinds: ["asked", "answer", "lesson"],
    reads: [
      "What I asked about: my cover letter",
      "What they answered when I asked: Say it in half the words.",
      "What I take from it: Shorter is kinder.",
    ].join("\n\n"),
    home: "/feedback/",
    change: (member, requestId) =>
      submit(member, keepAnswer, { requestId, answer: "Something quite private.", lesson: "" }),
    letGo: (member, requestId) => submit(member, deleteRequest, { requestId }),
    note: (feedbackRequestId) => ({ feedbackRequestId }),
    open: (member, id) =>
      visit(member, () => LetterPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) })),
    openShare: (member, id, asked = {}) =>
      visit(member, () =>
        ShareLetterPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(asked) }),
      ),
  },
};

async function html(opened: ReturnType<typeof visit>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown as never);
}

describe.each(Object.entries(grown) as [InPieces, (typeof grown)[InPieces]][])("of %s", (of, it) => {
  const everyPiece = (id: string) => it.kinds.map((kind) => `${kind}:${id}`);

  test("a circle reads exactly what the preview showed, and nobody else reads anything", async () => {
    const circle = await aCircle(juniper, [heron]);
    const elsewhere = await aCircle(wren);
    const { id } = await it.make(juniper);
    const asked = { piece: everyPiece(id), words: "For whoever it may help." };
    const page = `${it.home}${id}/share`;
    expect(await choose(juniper, of, id, circle.id, asked)).toEqual({
      status: "went",
      to: `${page}?step=preview`,
    });
    expect(await seenIn(heron, circle.id)).toEqual([]);

    const preview = await previewIn(juniper, of, id);
    const body = `For whoever it may help.\n\n${it.reads}`;
    expect(preview?.shown).toEqual({ circleId: circle.id, need: null, body, details: [] });
    const drawn = await html(it.openShare(juniper, id, { step: "preview" }));
    expect(drawn).toContain("What Thursday lanterns will see");
    for (const part of body.split("\n\n")) expect(drawn).toContain(part);

    expect((await share(juniper, of, id)).sent).toEqual({
      status: "went",
      to: `/circles/${circle.id}#${preview?.id}`,
    });
    expect(await seenIn(heron, circle.id)).toMatchObject([
      { kind: "progress", alias: "Juniper", isMine: false, need: null, body, details: [] },
    ]);
    expect(await seenIn(wren, elsewhere.id)).toEqual([]);
    expect(await as(heron, (viewer) => listShares(viewer, it.note(id)))).toEqual([]);
  });

  test("each field goes by itself, and nothing goes that was not ticked", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await it.make(juniper);
    const lines = it.reads.split("\n\n");
    for (const [at, kind] of it.kinds.entries()) {
      await choose(juniper, of, id, circle.id, { piece: `${kind}:${id}` });
      expect((await previewIn(juniper, of, id))?.shown.body).toBe(lines[at]);
    }
  });

  test("a field of another one never goes along, not even one's own", async () => {
    const circle = await aCircle(juniper, [heron]);
    const [mine, other, theirs] = [await it.make(juniper), await it.make(juniper), await it.make(wren)];
    for (const { id } of [other, theirs])
      expect(await choose(juniper, of, mine.id, circle.id, { piece: everyPiece(id) })).toMatchObject({
        status: "refused",
        fieldErrors: { piece: expect.stringContaining("at least one") },
      });
  });

  test("with nothing ticked and no line there is nothing to look at", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await it.make(juniper);
    expect(await choose(juniper, of, id, circle.id, { words: "  " })).toMatchObject({
      status: "invalid",
      fieldErrors: { piece: expect.stringContaining("at least one") },
    });
    expect(await previewIn(juniper, of, id)).toBeNull();
  });

  test("pressing Share twice, also at once, makes one post", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await it.make(juniper);
    await choose(juniper, of, id, circle.id, { piece: everyPiece(id) });
    const preview = await previewIn(juniper, of, id);
    const form = { id: preview?.id, of, sourceId: id, seen: preview?.seen };
    const sent = await Promise.all(Array.from({ length: 4 }, () => submit(juniper, sharePieces, form)));
    for (const one of sent) expect(one).toEqual({ status: "went", to: `/circles/${circle.id}#${form.id}` });
    expect(await seenIn(heron, circle.id)).toHaveLength(1);
  });

  test("what changed since it was looked at is shown once more, and not shared", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await it.make(juniper);
    await choose(juniper, of, id, circle.id, { piece: everyPiece(id) });
    const old = await previewIn(juniper, of, id);
    await it.change(juniper, id);
    const to = `${it.home}${id}/share?step=preview&changed=1`;
    expect(await submit(juniper, sharePieces, { id: old?.id, of, sourceId: id, seen: old?.seen })).toEqual({
      status: "went",
      to,
    });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    expect(await html(it.openShare(juniper, id, { step: "preview", changed: "1" }))).toContain(
      "Something changed since you last looked, so nothing was shared.",
    );
  });

  test("later changes do not leak, and deleting it leaves the copy", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await it.make(juniper);
    await choose(juniper, of, id, circle.id, { piece: everyPiece(id) });
    await share(juniper, of, id);
    const before = await seenIn(heron, circle.id);
    await it.change(juniper, id);
    await it.letGo(juniper, id);
    expect(await seenIn(heron, circle.id)).toEqual(before);
  });

  test("somebody else's, one that is deleted and one that never was are not there", async () => {
    const circle = await aCircle(wren, [heron]);
    const ids = [(await it.make(juniper)).id, (await it.make(wren, new Date())).id, freshId()];
    for (const id of ids) {
      expect(await choose(wren, of, id, circle.id, { piece: everyPiece(id) })).toEqual({
        status: "not found",
      });
      const form = { of, sourceId: id, seen: "x" };
      expect(await submit(wren, sharePieces, form)).toEqual({ status: "not found" });
      expect(await it.openShare(wren, id)).toEqual({ notFound: true });
    }
  });

  test("deleted between looking and sharing, nothing goes, and what was chosen of it is let go", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await it.make(juniper);
    await choose(juniper, of, id, circle.id, { piece: everyPiece(id) });
    const old = await previewIn(juniper, of, id);
    await it.letGo(juniper, id);
    const form = { id: old?.id, of, sourceId: id, seen: old?.seen };
    expect(await submit(juniper, sharePieces, form)).toEqual({ status: "not found" });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    expect(await as(juniper, (viewer) => findDraft(viewer, `preview:${id}`))).toBeNull();
  });

  test("only into a circle in which one sits; whoever leaves after the preview shares nothing there", async () => {
    const [foreign, circle] = [await aCircle(wren), await aCircle(heron, [juniper])];
    const { id } = await it.make(juniper);
    const asked = { piece: everyPiece(id), words: "Look." };
    expect(await choose(juniper, of, id, foreign.id, asked)).toMatchObject({
      status: "refused",
      fieldErrors: { circleId: "You are not in that circle any more. Choose another one." },
      values: { words: ["Look."] },
    });
    await choose(juniper, of, id, circle.id, asked);
    const preview = await previewIn(juniper, of, id);
    await leave(juniper, circle);
    const form = { id: preview?.id, of, sourceId: id, seen: preview?.seen };
    expect(await submit(juniper, sharePieces, form)).toEqual({
      status: "went",
      to: `${it.home}${id}/share?changed=1`,
    });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    const kept = await as(juniper, (viewer) => findDraft(viewer, `preview:${id}`));
    expect(kept?.values).toMatchObject({ words: ["Look."] });
    expect(await html(it.openShare(juniper, id))).toContain("You are in no circle yet");
  });

  test("an unverified member may choose and look, and shares once their address is confirmed", async () => {
    const alder = await aMember({ name: "Alder", verified: false });
    const circle = await aCircle(heron, [alder]);
    const { id } = await it.make(alder);
    expect(await choose(alder, of, id, circle.id, { piece: everyPiece(id) })).toMatchObject({
      status: "went",
    });
    expect((await share(alder, of, id)).sent).toMatchObject({
      status: "refused",
      message: expect.stringContaining("confirm your e-mail address"),
    });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    expect(await html(it.openShare(alder, id))).toContain("please confirm your e-mail address");
  });

  test("its page leads to sharing, and says where a copy is, which can be taken back", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await it.make(juniper);
    const before = await html(it.open(juniper, id));
    expect(before).toContain("Only you can read this.");
    expect(before).toContain(`href="${it.home}${id}/share">Share with a circle</a>`);
    expect(before).not.toContain("A copy is in");
    await choose(juniper, of, id, circle.id, { piece: everyPiece(id) });
    const { form } = await share(juniper, of, id);
    const shared = await html(it.open(juniper, id));
    expect(shared).toContain("A copy is in");
    expect(shared).toContain("A part of it is shared.");
    expect(shared).not.toContain("Only you can read this.");

    expect(await submit(juniper, takeBackPost, { circleId: circle.id, postId: form.id })).toMatchObject({
      message: "Taken back. Your words wait where you shared them from.",
    });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    expect(await html(it.open(juniper, id))).not.toContain("A copy is in");
    const kept = await as(juniper, (viewer) => findDraft(viewer, `share:${id}`));
    expect(kept?.values).toEqual({ circleId: [circle.id], words: [it.reads] });
  });

  test("nothing is ticked beforehand, and what was ticked and typed is there again", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await it.make(juniper);
    const fresh = await html(it.openShare(juniper, id));
    expect(fresh.match(/type="checkbox"/g)).toHaveLength(it.kinds.length);
    expect(fresh).not.toMatch(/type="checkbox"[^>]* checked=""/);

    const [piece = ""] = everyPiece(id);
    const typed = { circleId: circle.id, piece, words: "Half a line" };
    await submit(juniper, saveDraft, { draftKey: `share:${id}`, typedAt: Date.now(), ...typed });
    const kept = await html(it.openShare(juniper, id));
    expect(kept).toContain("Half a line");
    expect(kept.match(/type="checkbox"[^>]* checked=""[^>]*/g)).toEqual([
      expect.stringContaining(`value="${piece}"`),
    ]);

    await choose(juniper, of, id, circle.id, { piece, words: "The whole line." });
    const again = await html(it.openShare(juniper, id));
    expect(again).toContain("The whole line.");
    expect(again).toMatch(new RegExp(`value="${piece}"[^>]* checked=""|checked=""[^>]* value="${piece}"`));
  });

  test("its preview asks nothing of the database twice", async () => {
    const circle = await aCircle(juniper);
    await aSetback(juniper, { company: "Acme" });
    const { id } = await it.make(juniper);
    await choose(juniper, of, id, circle.id, { piece: everyPiece(id) });
    const { statements } = await statementsOf(() => it.openShare(juniper, id, { step: "preview" }));
    expect(statements.length).toBeGreaterThan(3);
    expect(statements).toEqual([...new Set(statements)]);
  });

  test("what there is no room for is not called a preview, and everything chosen stays", async () => {
    const circle = await aCircle(juniper);
    const { id } = await it.make(juniper);
    await twoHundredDrafts(juniper);
    expect(await choose(juniper, of, id, circle.id, { words: "Look." })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("no room for a preview"),
      values: { words: ["Look."] },
    });
  });
});

describe("the companies of one's setbacks", () => {
  test("are masked in every field and in the line of one's own, also those of deleted setbacks", async () => {
    const circle = await aCircle(juniper, [heron]);
    await aSetback(juniper, { company: "Blue Heron Freight" });
    await aSetback(juniper, { company: "Acme", deletedAt: new Date() });
    await aSetback(wren, { company: "Lantern" });
    const { id } = await anExperiment(juniper, {
      change: "Ask Blue Heron by phone",
      lesson: "ACME answers; Lantern too.",
    });
    const asked = {
      piece: [`change:${id}`, `lesson:${id}`],
      words: "As with Acme and jobs.acme-freight.example.",
    };
    await choose(juniper, "experiment", id, circle.id, asked);
    const { body } = (await previewIn(juniper, "experiment", id))?.shown ?? {};
    expect(body).toBe(
      [
        "As with a company and (an address).",
        "What I try out: Ask a company by phone",
        "What I take from it: A company answers; Lantern too.",
      ].join("\n\n"),
    );
    await share(juniper, "experiment", id);
    expect((await seenIn(heron, circle.id))[0]?.body).toBe(body);
  });

  test("go by their names only when the author says so, and a form that does not ask masks them", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await aPlan(juniper, { step: "write to Acme" });
    expect(await html(grown.ifThenPlan.openShare(juniper, id))).not.toContain("Names of companies");
    await aSetback(juniper, { company: "Acme" });
    expect(await html(grown.ifThenPlan.openShare(juniper, id))).toContain("Names of companies");
    const bodyOf = async (fields: Fields) => {
      await choose(juniper, "ifThenPlan", id, circle.id, { piece: `will:${id}`, ...fields });
      return (await previewIn(juniper, "ifThenPlan", id))?.shown.body;
    };
    expect(await bodyOf({})).toBe("Then I will: write to a company");
    expect(await bodyOf({ names: "masked" })).toBe("Then I will: write to a company");
    expect(await bodyOf({ names: "named" })).toBe("Then I will: write to Acme");
  });

  test("that cannot be opened could not be masked, so nothing goes without their names being allowed", async () => {
    const circle = await aCircle(juniper, [heron]);
    const setback = await aSetback(juniper, { company: "Acme" });
    const { id } = await aPlan(juniper, { step: "write to Acme" });
    const asked = { piece: `will:${id}` };
    await choose(juniper, "ifThenPlan", id, circle.id, asked);
    await connected("admin", (admin) =>
      admin.query("update setbacks set company = 'Forged.' where id = $1", [setback.id]),
    );
    expect(await previewIn(juniper, "ifThenPlan", id)).toBeNull();
    expect(await choose(juniper, "ifThenPlan", id, circle.id, asked)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("could not be masked"),
    });
    expect(await choose(juniper, "ifThenPlan", id, circle.id, { ...asked, names: "named" })).toMatchObject({
      status: "went",
    });
  });

  test("written down since it was looked at, are masked and shown once more", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await aLearningPlan(juniper, { skill: "The tools of Acme" });
    await choose(juniper, "learningPlan", id, circle.id, { piece: `skill:${id}` });
    const old = await previewIn(juniper, "learningPlan", id);
    await aSetback(juniper, { company: "Acme" });
    const form = { id: old?.id, of: "learningPlan", sourceId: id, seen: old?.seen };
    expect(await submit(juniper, sharePieces, form)).toMatchObject({
      to: expect.stringContaining("changed=1"),
    });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    await share(juniper, "learningPlan", id);
    expect((await seenIn(heron, circle.id))[0]?.body).toBe("What I want to learn: The tools of a company");
  });
});

test("of a letter nothing goes that was said of an answer which was taken back", async () => {
  await aCircle(juniper);
  const { id } = await grown.feedbackRequest.make(juniper);
  await submit(juniper, takeStepBack, { requestId: id, step: "answered" });
  const page = await html(grown.feedbackRequest.openShare(juniper, id));
  expect(page).toContain("What I asked about");
  expect(page).not.toContain("Say it in half the words.");
  expect(page).not.toContain("Shorter is kinder.");
});

test("a post that was made from nothing is not looked for as if it came from a setback", async () => {
  const made = "postId" as "setbackId";
  await expect(
    as(juniper, (viewer) => listShares(viewer, { [made]: freshId() } as { setbackId: string })),
  ).rejects.toThrow("a post is made from no");
  await expect(as(juniper, (viewer) => listShares(viewer, {} as { setbackId: string }))).rejects.toThrow(
    "a post is made from no",
  );
});

test("a case that was counted since the preview is looked at first", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await anExperiment(juniper, { counted: [true] });
  await choose(juniper, "experiment", id, circle.id, { piece: `result:${id}` });
  const old = await previewIn(juniper, "experiment", id);
  await submit(juniper, countCase, { experimentId: id, isBetter: "no" });
  await submit(juniper, sharePieces, { id: old?.id, of: "experiment", sourceId: id, seen: old?.seen });
  expect(await seenIn(heron, circle.id)).toEqual([]);
});

test("ten cases and more say their share with how far chance moves it", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await anExperiment(juniper, { counted: counted(5, 10) });
  await choose(juniper, "experiment", id, circle.id, { piece: `result:${id}` });
  expect((await previewIn(juniper, "experiment", id))?.shown.body).toBe(
    "What came of it: 10 applications, 5 of them better: 50%, and the true share may be 24% to 76%",
  );
});

test("of an empty experiment nothing is offered that is not there", async () => {
  await aCircle(juniper);
  const { id } = await anExperiment(juniper);
  const page = await html(grown.experiment.openShare(juniper, id));
  expect(page).not.toContain("What I take from it");
  expect(page).not.toContain("What came of it");
  expect(page).not.toContain("What I make of it");
});

test("more than a circle reads is told so, and everything that was chosen is still there", async () => {
  const circle = await aCircle(juniper);
  const { id } = await anExperiment(juniper, { lesson: "a".repeat(2000) });
  const asked = { piece: `lesson:${id}`, words: "b".repeat(2500) };
  expect(await choose(juniper, "experiment", id, circle.id, asked)).toMatchObject({
    status: "refused",
    fieldErrors: { piece: expect.stringContaining("4,000") },
    values: { words: [asked.words] },
  });
});
