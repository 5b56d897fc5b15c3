import { beforeEach, describe, expect, test } from "vitest";
import SharePage from "@/app/(member)/setbacks/[id]/share/page";
import { asMember } from "@/lib/db";
import { saveDraft, startAfresh } from "@/lib/drafts/actions";
import { findDraft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { listSeats } from "@/lib/memberships/queries";
import { takeBackPost } from "@/lib/posts/actions";
import { listPosts } from "@/lib/posts/queries";
import { changeSetback, deleteSetback } from "@/lib/setbacks/actions";
import { chooseWhatGoes, shareSetback } from "@/lib/shares/actions";
import { pieceWords } from "@/lib/shares/pieces";
import { findPreview, listShares } from "@/lib/shares/queries";
import { facts } from "@/lib/shares/schema";
import { findShareableSetback } from "@/lib/shares/shareable";
import { connected } from "../database/connect";
import { aCircle, aMember, leave, type Member } from "../factories";
import { twoHundredDrafts } from "../factories-of-drafts";
import { aFeedbackRequest } from "../factories-of-feedback";
import { anExercise, aReframe, aSetback } from "../factories-of-setbacks";
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

const told = {
  happened: "Blue Heron took someone internal. I sat in the car for a while.",
  kind: "final_round",
  company: "Blue Heron",
  industry: "Logistics",
  feelings: { deflated: 8 },
} as const;

const seenIn = async (member: Member, circleId: string) =>
  (await as(member, (viewer) => listPosts(viewer, circleId))).posts;

const previewOf = (member: Member, setbackId: string) =>
  as(member, async (viewer) => {
    const shareable = await findShareableSetback(viewer, setbackId);
    return shareable && findPreview(viewer, shareable);
  });

/** The first step with everything ticked, as far as `fields` do not say otherwise. */
const choose = (member: Member, setbackId: string, circleId: string, fields: Fields = {}) =>
  submit(member, chooseWhatGoes, {
    draftKey: `share:${setbackId}`,
    setbackId,
    circleId,
    fact: [...facts],
    employer: "masked",
    wordsToo: true,
    words: told.happened,
    need: "listen",
    ...fields,
  });

/** The second step: pressing "Share" under the preview that is there now. */
async function share(member: Member, setbackId: string) {
  const preview = await previewOf(member, setbackId);
  if (!preview) throw new Error("There is no preview to share.");
  const form = { id: preview.id, setbackId, seen: preview.seen };
  return { form, sent: await submit(member, shareSetback, form) };
}

test("a circle sees exactly what the preview showed, and nobody else sees anything", async () => {
  const circle = await aCircle(juniper, [heron]);
  const elsewhere = await aCircle(wren);
  const { id } = await aSetback(juniper, { ...told, day: "2026-11-17" });
  expect(await choose(juniper, id, circle.id)).toEqual({
    status: "went",
    to: `/setbacks/${id}/share?step=preview`,
  });
  expect(await seenIn(heron, circle.id)).toEqual([]);

  const preview = await previewOf(juniper, id);
  expect(preview?.shown).toEqual({
    circleId: circle.id,
    need: "listen",
    body: "A company in logistics took someone internal. I sat in the car for a while.",
    details: [
      "Turned down after the final round",
      "At a company in logistics",
      "Tuesday, 17 November",
      "deflated 8",
    ],
  });
  expect((await share(juniper, id)).sent).toEqual({
    status: "went",
    to: `/circles/${circle.id}#${preview?.id}`,
  });

  const [post] = await seenIn(heron, circle.id);
  expect(post).toMatchObject({ kind: "setback", alias: "Juniper", isMine: false });
  expect({ circleId: post?.circleId, need: post?.need, body: post?.body, details: post?.details }).toEqual(
    preview?.shown,
  );
  expect(await seenIn(wren, circle.id)).toEqual([]);
  expect(await seenIn(wren, elsewhere.id)).toEqual([]);
});

test("nothing goes along that was not ticked", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  await choose(juniper, id, circle.id, { fact: "kind", employer: "no", wordsToo: false });
  await share(juniper, id);
  expect(await seenIn(heron, circle.id)).toMatchObject([
    { body: "Turned down after the final round.", details: [] },
  ]);
});

test("a fairer thought goes along when it is chosen, and one of another setback never does", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  const mine = await aReframe(juniper, { id }, { fairer: "Blue Heron chose somebody they knew." });
  const other = await aReframe(juniper, await aSetback(juniper), { fairer: "Not for here." });
  const only = { fact: "kind", employer: "no", wordsToo: false };
  await choose(juniper, id, circle.id, { ...only, piece: [`fairer:${mine.id}`, `fairer:${other.id}`] });
  await share(juniper, id);
  expect((await seenIn(heron, circle.id))[0]?.body).toBe(
    "Turned down after the final round.\n\nA fairer thought: A company chose somebody they knew.",
  );
});

test("each part of what became of it goes by itself: a thought, how it felt, what was answered", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  const reframe = await aReframe(
    juniper,
    { id },
    { thought: "It must be me.", fairer: "Not all of it.", feelings: { sad: { before: 8, after: 3 } } },
  );
  const letter = await aFeedbackRequest(juniper, {
    setbackId: id,
    askedOn: "2026-11-01",
    answer: "At Blue Heron we liked your questions.",
    lesson: "Ask more of them.",
  });
  const piece = [`thought:${reframe.id}`, `felt:${reframe.id}`, `answer:${letter.id}`];
  await choose(juniper, id, circle.id, { fact: "kind", employer: "no", wordsToo: false, piece });
  await share(juniper, id);
  expect((await seenIn(heron, circle.id))[0]?.body).toBe(
    [
      "Turned down after the final round.",
      "My first thought: It must be me.",
      "What it felt like, before and after: sad from 8 to 3",
      "What they answered when I asked: At a company we liked your questions.",
    ].join("\n\n"),
  );
});

test("more pieces than a circle reads are told so, and everything that was chosen is still there", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  const many = [];
  for (let piece = 0; piece < 3; piece++)
    many.push(await aReframe(juniper, { id }, { fairer: "a".repeat(1_900) }));
  const piece = many.map(({ id }) => `fairer:${id}`);
  expect(await choose(juniper, id, circle.id, { piece })).toMatchObject({
    status: "refused",
    fieldErrors: { piece: expect.stringContaining("4,000") },
    values: { piece },
  });
});

test("each answer of an exercise goes by itself, in the order of its questions, and the employer is masked in it", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  const exercise = await anExercise(juniper, { id }, "what_matters", {
    dear: ["Learning", "Nature"],
    ownWords: ["A desk that is not at Blue Heron."],
    lived: ["On a walk."],
  });
  const only = { fact: "kind", employer: "no", wordsToo: false };
  const piece = [`dear-too:${exercise.id}`, `dear:${exercise.id}`];
  await choose(juniper, id, circle.id, { ...only, piece });
  await share(juniper, id);
  expect((await seenIn(heron, circle.id))[0]?.body).toBe(
    [
      "Turned down after the final round.",
      "What I hold dear: Learning, Nature",
      "What I hold dear, in my own words: A desk that is not at a company.",
    ].join("\n\n"),
  );
});

test("guided writing, the page to oneself and the evidence jar have no way to a circle", () => {
  expect(Object.keys(pieceWords).join()).not.toMatch(/writing|page|jar/);
});

test("what is shared is a copy: later changes of the setback do not leak", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  await choose(juniper, id, circle.id);
  await share(juniper, id);
  const before = await seenIn(heron, circle.id);
  await submit(juniper, changeSetback, { setbackId: id, happened: "Something private.", company: "Acme" });
  expect(await seenIn(heron, circle.id)).toEqual(before);
  await submit(juniper, deleteSetback, { setbackId: id });
  expect(await seenIn(heron, circle.id)).toEqual(before);
});

test("it can be taken back, and then nothing says that it was shared", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  await choose(juniper, id, circle.id);
  const { form } = await share(juniper, id);
  const where = await as(juniper, (viewer) => listShares(viewer, { setbackId: id }));
  expect(where).toMatchObject([{ circle: "Thursday lanterns", circleId: circle.id, postId: form.id }]);
  expect(await as(heron, (viewer) => listShares(viewer, { setbackId: id }))).toEqual([]);

  await submit(juniper, takeBackPost, { circleId: circle.id, postId: form.id });
  expect(await seenIn(heron, circle.id)).toEqual([]);
  expect(await as(juniper, (viewer) => listShares(viewer, { setbackId: id }))).toEqual([]);
});

describe("taken back, words that were chosen for the circle", () => {
  const words = "They took someone internal. I would like to talk.";

  test("wait where they were chosen, ready to be looked at and shared once more", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await aSetback(juniper, told);
    await choose(juniper, id, circle.id, { words, need: "ideas", employer: "no" });
    const { form } = await share(juniper, id);
    await submit(juniper, takeBackPost, { circleId: circle.id, postId: form.id });

    const kept = await as(juniper, (viewer) => findDraft(viewer, `share:${id}`));
    expect(kept?.values).toMatchObject({ wordsToo: ["on"], words: [words] });
    await submit(juniper, chooseWhatGoes, { setbackId: id, draftKey: `share:${id}`, ...kept?.values });
    expect((await previewOf(juniper, id))?.shown).toMatchObject({
      circleId: circle.id,
      need: "ideas",
      body: words,
    });
  });

  test("are none where the circle read only the kind", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await aSetback(juniper, told);
    await choose(juniper, id, circle.id, { wordsToo: false });
    const { form } = await share(juniper, id);
    await submit(juniper, takeBackPost, { circleId: circle.id, postId: form.id });
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test("do not come between a preview that is open and its choice", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await aSetback(juniper, told);
    await choose(juniper, id, circle.id, { words });
    const { form } = await share(juniper, id);
    await choose(juniper, id, circle.id, { words: "Another try." });
    await submit(juniper, takeBackPost, { circleId: circle.id, postId: form.id });
    expect(await as(juniper, (viewer) => findDraft(viewer, `share:${id}`))).toBeNull();
    expect(await previewOf(juniper, id)).toMatchObject({ shown: { body: "Another try." } });
    const kept = await as(juniper, (viewer) => findDraft(viewer, `post:${circle.id}`));
    expect(kept?.values).toMatchObject({ kind: ["ask"], body: [words] });
  });
});

test("what was typed in another tab since the preview is not what was shared, and waits where it is chosen", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  const typing = (words: string, typedAt: number) =>
    submit(juniper, saveDraft, { draftKey: `share:${id}`, typedAt, setbackId: id, words });
  const left = async () => (await as(juniper, (viewer) => findDraft(viewer, `share:${id}`)))?.values;
  await choose(juniper, id, circle.id);
  await typing("Typed before, and saved late.", Date.now() - 60_000);
  await share(juniper, id);
  expect(await left()).toBeUndefined();
  await choose(juniper, id, circle.id);
  await typing("A long line typed in the other tab since.", Date.now() + 60_000);
  await share(juniper, id);
  expect(await left()).toMatchObject({ words: ["A long line typed in the other tab since."] });
  expect(await previewOf(juniper, id)).toBeNull();
});

test("pressing Share twice, also at once, makes one post", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aSetback(juniper, told);
  await choose(juniper, id, circle.id);
  const preview = await previewOf(juniper, id);
  const form = { id: preview?.id, setbackId: id, seen: preview?.seen };
  const sent = await Promise.all(Array.from({ length: 6 }, () => submit(juniper, shareSetback, form)));
  for (const one of sent) expect(one).toEqual({ status: "went", to: `/circles/${circle.id}#${form.id}` });
  expect(await seenIn(heron, circle.id)).toHaveLength(1);
});

test("a setback can go to a second circle, and twice to the same one, each time through a preview", async () => {
  const [one, other] = [await aCircle(juniper, [heron]), await aCircle(juniper)];
  const { id } = await aSetback(juniper, told);
  for (const circle of [one, other, one]) {
    await choose(juniper, id, circle.id);
    await share(juniper, id);
    expect(await previewOf(juniper, id)).toBeNull();
  }
  expect(await seenIn(juniper, one.id)).toHaveLength(2);
  expect(await seenIn(juniper, other.id)).toHaveLength(1);
});

describe("the companies of one's other setbacks", () => {
  const words = "Acme said no, and Blue Heron said it as Acme Freight did.";

  test("are masked, whatever is said of this one's employer", async () => {
    const circle = await aCircle(juniper, [heron]);
    await aSetback(juniper, { company: "Blue Heron Freight" });
    await aSetback(juniper, { company: "Acme Freight", deletedAt: new Date() });
    const { id } = await aSetback(juniper, { company: "Acme", industry: "Logistics" });
    const bodyOf = async (employer: string, fields: Fields = {}) => {
      await choose(juniper, id, circle.id, { words, employer, ...fields });
      return (await previewOf(juniper, id))?.shown.body;
    };
    expect(await bodyOf("no")).toBe(
      "A company in logistics said no, and a company said it as a company did.",
    );
    expect(await bodyOf("masked")).toBe(await bodyOf("no"));
    expect(await bodyOf("named")).toBe("Acme said no, and a company said it as a company did.");
    expect(await bodyOf("no", { names: "named" })).toBe(
      "A company in logistics said no, and Blue Heron said it as Acme Freight did.",
    );
    expect(await bodyOf("named", { names: "named" })).toBe(words);
    await choose(juniper, id, circle.id, { words, employer: "named" });
    await share(juniper, id);
    expect((await seenIn(heron, circle.id))[0]?.body).not.toMatch(/heron|freight/i);
  });

  test("that cannot be opened could not be masked, so nothing goes without their names being allowed", async () => {
    const circle = await aCircle(juniper);
    const other = await aSetback(juniper, { company: "Acme" });
    const { id } = await aSetback(juniper, told);
    await choose(juniper, id, circle.id);
    await connected("admin", (admin) =>
      admin.query("update setbacks set company = 'Forged.' where id = $1", [other.id]),
    );
    expect(await previewOf(juniper, id)).toBeNull();
    expect(await choose(juniper, id, circle.id)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("could not be masked"),
    });
    expect(await choose(juniper, id, circle.id, { names: "named" })).toMatchObject({ status: "went" });
  });
});

test("the preview of a setback asks nothing of the database twice", async () => {
  const circle = await aCircle(juniper);
  const { id } = await aSetback(juniper, told);
  await choose(juniper, id, circle.id);
  const opened = () =>
    visit(juniper, () =>
      SharePage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({ step: "preview" }) }),
    );
  const { statements } = await statementsOf(opened);
  expect(statements.length).toBeGreaterThan(8);
  expect(statements).toEqual([...new Set(statements)]);
});

describe("what was not looked at is not sent", () => {
  test("a setback that changed since the preview is shown once more, and not shared", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await aSetback(juniper, told);
    await choose(juniper, id, circle.id);
    const old = await previewOf(juniper, id);
    await submit(juniper, changeSetback, { setbackId: id, happened: told.happened, kind: "laid_off" });

    const form = { id: old?.id, setbackId: id, seen: old?.seen };
    const to = `/setbacks/${id}/share?step=preview&changed=1`;
    expect(await submit(juniper, shareSetback, form)).toEqual({ status: "went", to });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    const { form: again, sent } = await share(juniper, id);
    expect(sent).toEqual({ status: "went", to: `/circles/${circle.id}#${again.id}` });
    expect(await seenIn(heron, circle.id)).toMatchObject([{ details: expect.arrayContaining(["Laid off"]) }]);
  });

  test("a choice made in another tab meanwhile is shown once more, and not shared", async () => {
    const [one, other] = [await aCircle(juniper, [heron]), await aCircle(juniper, [wren])];
    const { id } = await aSetback(juniper, told);
    await choose(juniper, id, one.id);
    const old = await previewOf(juniper, id);
    await choose(juniper, id, other.id);
    const sent = await submit(juniper, shareSetback, { id: old?.id, setbackId: id, seen: old?.seen });
    expect(sent).toMatchObject({ to: expect.stringContaining("changed=1") });
    expect([...(await seenIn(heron, one.id)), ...(await seenIn(wren, other.id))]).toEqual([]);
  });

  test("without a preview there is nothing to share", async () => {
    const { id } = await aSetback(juniper, told);
    expect(await submit(juniper, shareSetback, { setbackId: id, seen: "" })).toEqual({
      status: "went",
      to: `/setbacks/${id}/share?changed=1`,
    });
  });

  test("a preview cannot be made of somebody else's setback, nor shared", async () => {
    const circle = await aCircle(wren, [heron]);
    const { id } = await aSetback(juniper, told);
    expect(await choose(wren, id, circle.id)).toEqual({ status: "not found" });
    expect(await submit(wren, shareSetback, { setbackId: id, seen: "x" })).toEqual({ status: "not found" });
    expect(await seenIn(heron, circle.id)).toEqual([]);
  });

  test("a draft that was tampered with is no preview", async () => {
    const { id } = await aSetback(juniper, told);
    for (const values of [{}, { id: "x", need: "money" }, { id: freshId(), circleId: "x", need: "listen" }]) {
      await submit(juniper, saveDraft, { draftKey: `preview:${id}`, typedAt: Date.now(), ...values });
      expect(await previewOf(juniper, id)).toBeNull();
    }
  });
});

describe("who may share, and where", () => {
  test("only into a circle in which one sits", async () => {
    const circle = await aCircle(wren, [heron]);
    const { id } = await aSetback(juniper, told);
    expect(await choose(juniper, id, circle.id)).toMatchObject({
      status: "refused",
      fieldErrors: { circleId: "You are not in that circle any more. Choose another one." },
      values: { words: [told.happened] },
    });
  });

  test("whoever leaves after the preview shares nothing there, and keeps what they typed", async () => {
    const circle = await aCircle(heron, [juniper]);
    const { id } = await aSetback(juniper, told);
    await choose(juniper, id, circle.id);
    const preview = await previewOf(juniper, id);
    await leave(juniper, circle);
    const form = { id: preview?.id, setbackId: id, seen: preview?.seen };
    expect(await submit(juniper, shareSetback, form)).toMatchObject({
      to: `/setbacks/${id}/share?changed=1`,
    });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    const kept = await as(juniper, (viewer) => findDraft(viewer, `preview:${id}`));
    expect(kept?.values).toMatchObject({ words: [told.happened] });
  });

  test("what was shared in a circle that one left is named as such, without the circle's name", async () => {
    const circle = await aCircle(heron, [juniper]);
    const { id } = await aSetback(juniper, told);
    await choose(juniper, id, circle.id);
    await share(juniper, id);
    await leave(juniper, circle);
    expect(await as(juniper, (viewer) => listShares(viewer, { setbackId: id }))).toMatchObject([
      { circle: null },
    ]);
    expect(await as(juniper, listSeats)).not.toContainEqual(expect.objectContaining({ id: circle.id }));
  });

  test("an unverified member may choose and look, and shares once their address is confirmed", async () => {
    const alder = await aMember({ name: "Alder", verified: false });
    const circle = await aCircle(heron, [alder]);
    const { id } = await aSetback(alder, told);
    expect(await choose(alder, id, circle.id)).toMatchObject({ status: "went" });
    expect((await share(alder, id)).sent).toMatchObject({
      status: "refused",
      message: expect.stringContaining("confirm your e-mail address"),
    });
    expect(await seenIn(heron, circle.id)).toEqual([]);
    expect(await previewOf(alder, id)).not.toBeNull();
  });
});

describe("choosing", () => {
  test.each<[string, Fields, string]>([
    ["no circle", { circleId: null }, "circleId"],
    ["no need", { need: null }, "need"],
    ["words that are ticked and empty", { words: " " }, "words"],
    ["words that are longer than a circle reads", { words: "a".repeat(4001) }, "words"],
    ["a fact that does not exist", { fact: "salary" }, "fact"],
  ])("%s is told kindly, and everything typed stays", async (_what, fields, field) => {
    const circle = await aCircle(juniper);
    const { id } = await aSetback(juniper, told);
    const sent = await choose(juniper, id, circle.id, fields);
    expect(sent).toMatchObject({
      status: "invalid",
      fieldErrors: { [field]: expect.any(String) },
      values: { employer: ["masked"] },
    });
  });

  test("long words that are not to go along are no obstacle", async () => {
    const mine = await aCircle(wren);
    const { id } = await aSetback(wren, { happened: "a".repeat(9000) });
    const sent = await choose(wren, id, mine.id, { words: "a".repeat(9000), wordsToo: false });
    expect(sent).toMatchObject({ status: "went" });
  });

  test("what there is no room for is not called a preview, and everything chosen stays", async () => {
    const mine = await aCircle(wren);
    const { id } = await aSetback(wren, told);
    await twoHundredDrafts(wren);
    expect(await choose(wren, id, mine.id)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("no room for a preview"),
      values: { words: [told.happened], employer: ["masked"] },
    });
    await submit(wren, startAfresh, { key: "win" });
    expect(await choose(wren, id, mine.id)).toMatchObject({ to: expect.stringContaining("step=preview") });
  });

  test("going back to choose again finds everything as it was chosen", async () => {
    const mine = await aCircle(wren);
    const { id } = await aSetback(wren, told);
    await choose(wren, id, mine.id, { words: "Only this.", fact: ["kind", "feelings"] });
    const kept = await as(wren, (viewer) => findDraft(viewer, `preview:${id}`));
    expect(kept?.values).toMatchObject({
      words: ["Only this."],
      wordsToo: ["on"],
      fact: ["kind", "feelings"],
      employer: ["masked"],
      circleId: [mine.id],
      need: ["listen"],
    });
    expect(await as(juniper, (viewer) => findDraft(viewer, `preview:${id}`))).toBeNull();
  });
});
