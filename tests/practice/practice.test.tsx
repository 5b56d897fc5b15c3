import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import PracticePage from "@/app/(member)/practice/page";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import {
  addQuestion,
  bringQuestionBack,
  notePractised,
  takeNoteBack,
  takeOutQuestion,
} from "@/lib/practice/actions";
import { findQuestionTakenOut, listQuestions } from "@/lib/practice/queries";
import { isSealed } from "@/lib/private-words";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aPracticeQuestion } from "../factories-of-learning";
import { as, submit, visit } from "../people";

let juniper: Member;
let wren: Member;
beforeEach(async () => {
  [juniper, wren] = [await aMember(), await aMember()];
});

const questionsOf = (member: Member) => as(member, (viewer) => listQuestions(viewer));

describe("a question to practise", () => {
  test("is kept on one line, sealed, for its member alone", async () => {
    const form = { id: freshId(), question: "  Why did\nyou leave? " };
    expect(await submit(juniper, addQuestion, form)).toMatchObject({ status: "done" });
    expect(await questionsOf(juniper)).toEqual([
      { id: form.id, question: "Why did you leave?", practised: null },
    ]);
    expect(await questionsOf(wren)).toEqual([]);
    const [row] = await asMember(juniper.id, (db) => db.practiceQuestion.findMany());
    expect(isSealed(row?.question ?? "")).toBe(true);
  });

  test("sent twice is there once, and sent again with other words loses neither", async () => {
    const form = { id: freshId(), question: "Why us?" };
    const once = () => submit(juniper, addQuestion, form);
    await Promise.all([once(), once()]);
    await once();
    expect(await questionsOf(juniper)).toHaveLength(1);
    for (let press = 0; press < 2; press++)
      await submit(juniper, addQuestion, { ...form, question: "Why you?" });
    expect((await questionsOf(juniper)).map(({ question }) => question).sort()).toEqual([
      "Why us?",
      "Why you?",
    ]);
  });

  test("drops the draft of it", async () => {
    await aDraft(juniper, "practice", { question: ["Why"] });
    await submit(juniper, addQuestion, { question: "Why us?", draftKey: "practice" });
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test.each([
    ["nothing was written", " "],
    ["it is longer than a line", "x".repeat(301)],
  ])("says so and keeps the words when %s", async (_name, question) => {
    expect(await submit(juniper, addQuestion, { question })).toMatchObject({
      status: "invalid",
      fieldErrors: { question: expect.any(String) },
      values: { question: [question] },
    });
    expect(await questionsOf(juniper)).toEqual([]);
  });

  test("says when it was practised, until that is taken back", async () => {
    const { id } = await aPracticeQuestion(juniper);
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, notePractised, { questionId: id })).toMatchObject({ status: "done" });
    expect(await questionsOf(juniper)).toMatchObject([{ id, practised: { said: "today" } }]);
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, takeNoteBack, { questionId: id })).toMatchObject({ status: "done" });
    expect(await questionsOf(juniper)).toMatchObject([{ id, practised: null }]);
  });

  test("is practised on the day that it is where its member lives", async () => {
    const tern = await aMember({ timeZone: "Pacific/Auckland" });
    await aPracticeQuestion(tern, { practisedAt: new Date("2025-11-22T12:00:00Z") });
    expect(await questionsOf(tern)).toMatchObject([
      { practised: { on: "2025-11-23", said: "on Sunday, 23 November 2025" } },
    ]);
  });

  test("is taken out until that is undone, as often as either is pressed", async () => {
    const { id } = await aPracticeQuestion(juniper);
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, takeOutQuestion, { questionId: id })).toEqual({
        status: "went",
        to: `/practice?deleted=${id}`,
      });
    expect(await questionsOf(juniper)).toEqual([]);
    expect(await as(juniper, (viewer) => findQuestionTakenOut(viewer, id))).toEqual({ id });
    expect(await as(wren, (viewer) => findQuestionTakenOut(viewer, id))).toBeNull();
    expect(await submit(juniper, notePractised, { questionId: id })).toEqual({ status: "not found" });
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, bringQuestionBack, { questionId: id })).toEqual({
        status: "went",
        to: "/practice",
      });
    expect(await questionsOf(juniper)).toMatchObject([{ id }]);
  });

  test("is out of reach 30 days after it was taken out", async () => {
    const { id } = await aPracticeQuestion(juniper, { deletedAt: new Date(Date.now() - 31 * 86_400_000) });
    expect(await as(juniper, (viewer) => findQuestionTakenOut(viewer, id))).toBeNull();
    expect(await submit(juniper, bringQuestionBack, { questionId: id })).toEqual({ status: "not found" });
  });
});

describe.each([
  ["noting practice of", notePractised],
  ["taking back practice of", takeNoteBack],
  ["taking out", takeOutQuestion],
  ["bringing back", bringQuestionBack],
])("%s a question of somebody else", (_name, action) => {
  test("finds nothing and changes nothing", async () => {
    const { id } = await aPracticeQuestion(juniper, { practisedAt: new Date() });
    expect(await submit(wren, action, { questionId: id })).toEqual({ status: "not found" });
    expect(await questionsOf(juniper)).toMatchObject([{ id, practised: { said: "today" } }]);
  });
});

const open = (member: Member | null, asked: Record<string, string | string[]> = {}) =>
  visit(member, () => PracticePage({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) }));

async function html(opened: ReturnType<typeof open>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  const page = renderToStaticMarkup(answer.shown);
  expect(page.match(/<h1/g)).toHaveLength(1);
  return page;
}

describe("the practice page", () => {
  test("begins kindly, with one thing to do", async () => {
    const page = await html(open(juniper));
    expect(page).toContain("Nothing to practise yet");
    expect(page.match(/<form/g)).toHaveLength(1);
  });

  test("lists what is open and folds away what was practised; nothing is counted", async () => {
    await aPracticeQuestion(juniper, { question: "Why us?" });
    await aPracticeQuestion(juniper, { question: "Why you?", practisedAt: new Date() });
    await aPracticeQuestion(wren, { question: "Hers." });
    const page = await html(open(juniper));
    expect(page).toMatch(/Why us\?.*<details(?! open)[^>]*>.*Why you\?/s);
    expect(page).toContain("Practised today.");
    expect(page).not.toContain("Hers.");
    expect(page).not.toMatch(/\d+ (of|question|time)/);
  });

  test("opens with what was typed and not sent", async () => {
    await aDraft(juniper, "practice", { question: ["Why on"] });
    expect(await html(open(juniper))).toContain('value="Why on"');
  });

  test("offers to undo taking a question out, to its member alone", async () => {
    const { id } = await aPracticeQuestion(juniper, { question: "Why us?" });
    await submit(juniper, takeOutQuestion, { questionId: id });
    expect(await html(open(juniper, { deleted: id }))).toContain("Undo taking out the question");
    expect(await html(open(juniper))).not.toContain("Undo taking out");
    expect(await html(open(wren, { deleted: id }))).not.toContain("Undo taking out");
  });

  test("shows words as words and never as markup", async () => {
    await aPracticeQuestion(juniper, { question: '<img src=x onerror="alert(1)">' });
    expect(await html(open(juniper))).not.toContain("<img");
  });

  test.each(["nonsense", "", "1 or 1=1"])("opens whatever the address says: %j", async (text) => {
    expect(await open(juniper, { deleted: text })).toHaveProperty("shown");
    expect(await open(juniper, { deleted: [text, text] })).toHaveProperty("shown");
  });

  test("asks whoever is signed out to sign in", async () => {
    expect(await open(null)).toHaveProperty("went");
  });
});
