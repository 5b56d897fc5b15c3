import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import DebriefPage from "@/app/(member)/setbacks/[id]/debrief/page";
import { asMember } from "@/lib/db";
import { keepDebrief } from "@/lib/debriefs/actions";
import { findDebrief } from "@/lib/debriefs/queries";
import { isDebriefOffered, questionsIn } from "@/lib/debriefs/rules";
import { freshId } from "@/lib/ids";
import { takeOutQuestion } from "@/lib/practice/actions";
import { listQuestions } from "@/lib/practice/queries";
import { isSealed } from "@/lib/private-words";
import { deleteSetback } from "@/lib/setbacks/actions";
import { setbackKinds } from "@/lib/setbacks/schema";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aDebrief, aPracticeQuestion } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { as, submit, visit } from "../people";

const lastWeek = { createdAt: new Date(Date.now() - 7 * 86_400_000) };

let juniper: Member;
let wren: Member;
let setback: { id: string };
beforeEach(async () => {
  [juniper, wren] = [await aMember(), await aMember()];
  setback = await aSetback(juniper, { ...lastWeek, kind: "after_interview" });
});

const debriefOf = (member: Member) => as(member, (viewer) => findDebrief(viewer, setback.id));
const questionsOf = async (member: Member, of?: string) =>
  (await as(member, (viewer) => listQuestions(viewer, of))).map(({ question }) => question);

const form = () => ({
  id: freshId(),
  setbackId: setback.id,
  wentWell: "I asked a good question.\n\nThey laughed.",
  differently: "Slower.",
  questions: "Why did you leave?\n\n  Why   us?\nWhy did you leave?\n",
});

test("a debrief is offered where there was a conversation, and forbidden nowhere", () => {
  expect([...setbackKinds, null].filter((kind) => isDebriefOffered(kind))).toEqual([
    "after_screening",
    "after_interview",
    "final_round",
  ]);
});

test.each([
  ["", []],
  [" \n\n ", []],
  ["Why us?", ["Why us?"]],
  ["Why  us?\n\n\tWhy us?\nWhy you?", ["Why us?", "Why you?"]],
])("questions stand one a line, each once: %j", (text, questions) => {
  expect(questionsIn(text)).toEqual(questions);
});

describe("keeping a debrief", () => {
  test("keeps what went well and what would be said differently, for its member alone and sealed", async () => {
    expect(await submit(juniper, keepDebrief, form())).toMatchObject({ status: "done" });
    const { wentWell, differently } = form();
    expect(await debriefOf(juniper)).toEqual({ wentWell, differently });
    expect(await debriefOf(wren)).toBeNull();
    const rows = await asMember(juniper.id, async (db) => [
      ...(await db.debrief.findMany()).flatMap((row) => [row.wentWell, row.differently]),
      ...(await db.practiceQuestion.findMany()).map(({ question }) => question),
    ]);
    expect(rows).toHaveLength(4);
    for (const words of rows) expect(isSealed(words ?? "")).toBe(true);
  });

  test("puts what they asked among the questions to practise, in its order, each once", async () => {
    await submit(juniper, keepDebrief, form());
    expect(await questionsOf(juniper, setback.id)).toEqual(["Why did you leave?", "Why us?"]);
    expect(await questionsOf(juniper)).toEqual(["Why did you leave?", "Why us?"]);
    expect(await questionsOf(wren)).toEqual([]);
  });

  test("sent twice, at once or later, keeps everything once", async () => {
    const sent = form();
    const once = () => submit(juniper, keepDebrief, sent);
    for (const answer of [...(await Promise.all([once(), once()])), await once()])
      expect(answer).toMatchObject({ status: "done" });
    expect(await questionsOf(juniper)).toEqual(["Why did you leave?", "Why us?"]);
    expect(await asMember(juniper.id, (db) => db.debrief.count())).toBe(1);
  });

  test("sent again adds the questions that are new and takes out none", async () => {
    const sent = form();
    await submit(juniper, keepDebrief, sent);
    await submit(juniper, keepDebrief, { ...sent, questions: "Why us?\nWhy now?" });
    expect((await questionsOf(juniper)).sort()).toEqual(["Why did you leave?", "Why now?", "Why us?"]);
  });

  test("sent again after a question was taken out brings that back", async () => {
    const sent = form();
    await submit(juniper, keepDebrief, sent);
    const [first] = await as(juniper, (viewer) => listQuestions(viewer));
    await submit(juniper, takeOutQuestion, { questionId: first?.id });
    await submit(juniper, keepDebrief, sent);
    expect((await questionsOf(juniper)).sort()).toEqual(["Why did you leave?", "Why us?"]);
  });

  test("can be changed in one part, and be emptied again", async () => {
    await submit(juniper, keepDebrief, form());
    await submit(juniper, keepDebrief, { ...form(), differently: "Much slower.", questions: "" });
    expect(await debriefOf(juniper)).toEqual({ wentWell: form().wentWell, differently: "Much slower." });
    const empty = { ...form(), wentWell: " ", differently: "", questions: "" };
    expect(await submit(juniper, keepDebrief, empty)).toMatchObject({ status: "done" });
    expect(await debriefOf(juniper)).toBeNull();
  });

  test.each(["after_applying", "silence", "laid_off"] as const)("is possible after %s too", async (kind) => {
    const other = await aSetback(juniper, { ...lastWeek, kind });
    const sent = { ...form(), setbackId: other.id };
    expect(await submit(juniper, keepDebrief, sent)).toMatchObject({ status: "done" });
  });

  test("drops the draft of it", async () => {
    const key = `debrief:${setback.id}`;
    await aDraft(juniper, key, { wentWell: ["I as"] });
    await submit(juniper, keepDebrief, { ...form(), draftKey: key });
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test("waits until the day after, and loses no words", async () => {
    const today = await aSetback(juniper, { kind: "after_interview" });
    expect(await submit(juniper, keepDebrief, { ...form(), setbackId: today.id })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("can wait until tomorrow"),
      values: { wentWell: [form().wentWell] },
    });
    expect(await questionsOf(juniper)).toEqual([]);
  });

  test("needs a line in any part of it", async () => {
    const empty = { setbackId: setback.id, wentWell: " ", differently: "", questions: "\n" };
    expect(await submit(juniper, keepDebrief, empty)).toMatchObject({ status: "refused" });
    expect(await debriefOf(juniper)).toBeNull();
    expect(await submit(juniper, keepDebrief, { ...empty, questions: "Why us?" })).toMatchObject({
      status: "done",
    });
  });

  test.each([
    ["what went well is longer than a page holds", { wentWell: "x".repeat(10_001) }, "wentWell"],
    ["a question is longer than a line", { questions: `Why us?\n${"x".repeat(301)}` }, "questions"],
    [
      "there are more questions than anybody asks",
      { questions: Array.from({ length: 41 }, (_, at) => `Why ${at}?`).join("\n") },
      "questions",
    ],
  ])("says so and keeps the words when %s", async (_name, wrong, field) => {
    const sent = await submit(juniper, keepDebrief, { ...form(), ...wrong });
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.any(String) } });
    expect(sent).toHaveProperty("values.questions");
    expect(await debriefOf(juniper)).toBeNull();
  });

  test("finds no setback of somebody else, and none that was deleted", async () => {
    expect(await submit(wren, keepDebrief, form())).toEqual({ status: "not found" });
    await submit(juniper, deleteSetback, { setbackId: setback.id });
    expect(await submit(juniper, keepDebrief, form())).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Your words are still here"),
    });
    expect(await questionsOf(juniper)).toEqual([]);
  });
});

const open = (member: Member | null, id: string) =>
  visit(member, () => DebriefPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) }));

async function html(opened: ReturnType<typeof open>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  const page = renderToStaticMarkup(answer.shown);
  expect(page.match(/<h1/g)).toHaveLength(1);
  return page;
}

describe("the page of a debrief", () => {
  test("asks nothing on the day it was logged, and says kindly that it can wait", async () => {
    const today = await aSetback(juniper, { kind: "final_round" });
    const page = await html(open(juniper, today.id));
    expect(page).toContain("This can wait");
    expect(page).not.toMatch(/<form|<textarea|differently/);
  });

  test("begins with what went well, and asks for nothing that must be there", async () => {
    const page = await html(open(juniper, setback.id));
    expect(page).toMatch(/What went well.*What I would say differently.*What they asked/s);
    expect(page).not.toContain("required");
    expect(page).toContain('<details open=""');
  });

  test("is a letter to read again once something is kept, with the form folded away", async () => {
    await aDebrief(juniper, setback, { wentWell: "I asked a good question." });
    await aPracticeQuestion(juniper, { question: "Why us?", setbackId: setback.id });
    await aPracticeQuestion(juniper, { question: "From elsewhere." });
    const kept = await html(open(juniper, setback.id));
    expect(kept).toMatch(/<h2[^>]*>What went well.*I asked a good question\..*<details(?! open)/s);
    expect(kept).not.toMatch(/<h2[^>]*>What I would say differently/);
    expect(kept).toContain(">I asked a good question.</textarea>");
    expect(kept).toContain("Why us?");
    expect(kept).toContain('href="/practice"');
    expect(kept).not.toContain("From elsewhere.");
  });

  test("opens with what is being typed, before what was kept", async () => {
    await aDebrief(juniper, setback, { wentWell: "I asked a good question." });
    await aDraft(juniper, `debrief:${setback.id}`, { wentWell: ["I asked two"], questions: ["And wh"] });
    const typed = await html(open(juniper, setback.id));
    expect(typed).toContain("We kept what you typed.");
    expect(typed).toContain('<details open=""');
    expect(typed).toContain(">I asked two</textarea>");
    expect(typed).toContain(">And wh</textarea>");
  });

  test("of a closed setback says a gentle word, and folds its questions away", async () => {
    const closed = await aSetback(juniper, { ...lastWeek, closedAt: new Date() });
    const page = await html(open(juniper, closed.id));
    expect(page).toContain("You let this setback go");
    expect(page).toMatch(/<details(?! open)[^>]*>.*What went well/s);
    await aDebrief(juniper, closed);
    expect(await html(open(juniper, closed.id))).toMatch(/I asked a good question\..*<details(?! open)/s);
  });

  test("is there for its member and for nobody else", async () => {
    expect(await open(wren, setback.id)).toEqual({ notFound: true });
    for (const id of [freshId(), "nonsense"]) expect(await open(juniper, id)).toEqual({ notFound: true });
    expect(await open(null, setback.id)).toHaveProperty("went");
  });
});
