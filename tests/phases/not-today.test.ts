import { beforeEach, describe, expect, test } from "vitest";
import { letSetbackGo } from "@/lib/closures/actions";
import { asMember } from "@/lib/db";
import { keepDebrief } from "@/lib/debriefs/actions";
import { saveDraft, startAfresh } from "@/lib/drafts/actions";
import { findDraft } from "@/lib/drafts/queries";
import {
  beginExperiment,
  countCase,
  decide,
  endExperiment,
  tryAgain,
  undoCase,
  writeLesson,
} from "@/lib/experiments/actions";
import { keepAnswer } from "@/lib/feedback/actions";
import { findRequest } from "@/lib/feedback/queries";
import type { FormAction } from "@/lib/form-state";
import { freshId } from "@/lib/ids";
import { beginLearningPlan, changeLearningPlan, tickStep } from "@/lib/learning/actions";
import { restIn } from "@/lib/phases/actions";
import { writePlan } from "@/lib/plans/actions";
import { addQuestion, notePractised } from "@/lib/practice/actions";
import { addReason, letReasonGo, sortReason, takeOutReason } from "@/lib/reasons/actions";
import { bringSetbackBack, deleteSetback } from "@/lib/setbacks/actions";
import { connected, rows } from "../database/connect";
import { aMember, type Member } from "../factories";
import { twoHundredDrafts } from "../factories-of-drafts";
import { aFeedbackRequest } from "../factories-of-feedback";
import { aLearningPlan, anExperiment, aPracticeQuestion, aReason } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { as, type Fields, submit } from "../people";

/*
 * A page that was open since before a setback was written down still has its forms. On that day each of them that
 * asks for reasons or lessons is told kindly that it can wait, keeps nothing, and loses nothing.
 */

let juniper: Member;
let older: { id: string };
beforeEach(async () => {
  juniper = await aMember();
  older = await aSetback(juniper, { createdAt: new Date(Date.now() - 9 * 86_400_000) });
});

const happensAgain = () => aSetback(juniper);

const tables = [
  "setbacks",
  "reasons",
  "debriefs",
  "practice_questions",
  "experiments",
  "learning_plans",
  "goals",
  "feedback_requests",
];

/** Everything that could have been kept, as it lies in the database. */
const kept = () =>
  connected("admin", async (admin) => {
    const found: string[] = [];
    for (const table of tables)
      found.push(
        ...(
          await rows<{ row: string }>(
            admin,
            `select t::text as row from ${table} t where user_id = $1 order by 1`,
            [juniper.id],
          )
        ).map(({ row }) => `${table}: ${row}`),
      );
    return found;
  });

const over = () => anExperiment(juniper, { endedOn: "2026-11-20", counted: [true, false] });
const asked = () => aFeedbackRequest(juniper, { askedOn: "2026-11-01" });

type Waits = [
  name: string,
  action: FormAction,
  fields: () => Promise<Fields>,
  draftKey?: (of: Fields) => string,
];

const waits: Waits[] = [
  [
    "a reason",
    addReason,
    async () => ({ id: freshId(), setbackId: older.id, words: "They wanted a licence.", saidBy: "employer" }),
    () => `reason:${older.id}`,
  ],
  [
    "whose a reason was",
    sortReason,
    async () => ({ reasonId: (await aReason(juniper, older)).id, whose: "mine" }),
  ],
  [
    "looking back on a conversation",
    keepDebrief,
    async () => ({
      id: freshId(),
      setbackId: older.id,
      wentWell: "I asked a good question.",
      differently: "Slower.",
      questions: "Why us?\nWhy now?",
    }),
    () => `debrief:${older.id}`,
  ],
  ["going on to learn", restIn, async () => ({ setbackId: older.id, phase: "learn" })],
  ["going on to act", restIn, async () => ({ setbackId: older.id, phase: "act" })],
  [
    "a change to try",
    beginExperiment,
    async () => ({ id: freshId(), change: "A summary on top", better: "replies", lasts: "cases", cases: 10 }),
    () => "experiment",
  ],
  [
    "what to make of an experiment",
    decide,
    async () => ({ experimentId: (await over()).id, verdict: "keep" }),
  ],
  ["trying it again", tryAgain, async () => ({ id: freshId(), experimentId: (await over()).id })],
  [
    "a lesson from an experiment",
    writeLesson,
    async () => ({ experimentId: (await over()).id, lesson: "Short is kind." }),
    ({ experimentId }) => `experiment:${experimentId}`,
  ],
  [
    "something to learn",
    beginLearningPlan,
    async () => ({
      id: freshId(),
      goalId: freshId(),
      makeGoal: "on",
      skill: "Opening an interview",
      step1: "Read one page",
    }),
    () => "learning",
  ],
  [
    "what is learned instead",
    changeLearningPlan,
    async () => ({
      learningPlanId: (await aLearningPlan(juniper)).id,
      skill: "A calmer voice",
      step1: "Say it once",
    }),
    ({ learningPlanId }) => `learning:${learningPlanId}`,
  ],
  [
    "a lesson from an answer",
    keepAnswer,
    async () => ({ requestId: (await asked()).id, answer: "Very close.", lesson: "A summary on top." }),
    ({ requestId }) => `answer:${requestId}`,
  ],
];

describe.each(waits)("%s", (_name, action, fieldsOf, keyOf) => {
  test("waits until tomorrow, keeps nothing and loses no words", async () => {
    const about = await fieldsOf();
    const key = keyOf?.(about);
    const fields = { id: freshId(), ...about, ...(key && { draftKey: key }) };
    await happensAgain();
    const before = await kept();
    const answer = await submit(juniper, action, fields);
    expect(answer).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/that is enough for one day.*can wait until tomorrow.*lost/),
    });
    const typed = Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => name !== "draftKey")
        .map(([name, value]) => [name, [String(value)]]),
    );
    expect(answer).toHaveProperty("values");
    expect("values" in answer && answer.values).toMatchObject(typed);
    expect(await kept()).toEqual(before);
    // Without JavaScript the page that answers may have no form: its words open with it on another day.
    if (key) expect((await as(juniper, (viewer) => findDraft(viewer, key)))?.values).toEqual(typed);
  });

  test("is kept on any other day", async () => {
    const fields = await fieldsOf();
    const before = await kept();
    expect((await submit(juniper, action, fields)).status).toMatch(/done|went/);
    expect(await kept()).not.toEqual(before);
  });
});

test("a form about something that is not there says so, and not that it can wait", async () => {
  await happensAgain();
  const nowhere: [FormAction, Fields][] = [
    [addReason, { id: freshId(), setbackId: freshId(), words: "No licence.", saidBy: "me" }],
    [sortReason, { reasonId: freshId(), whose: "mine" }],
    [keepDebrief, { id: freshId(), setbackId: freshId(), wentWell: "A laugh." }],
    [decide, { experimentId: freshId(), verdict: "keep" }],
    [tryAgain, { id: freshId(), experimentId: freshId() }],
    [writeLesson, { experimentId: freshId(), lesson: "Short." }],
    [changeLearningPlan, { learningPlanId: freshId(), skill: "A voice", step1: "Once" }],
    [keepAnswer, { requestId: freshId(), lesson: "Short." }],
  ];
  for (const [action, fields] of nowhere)
    expect(await submit(juniper, action, fields)).toEqual({ status: "not found" });
});

test("what was typed goes into no draft that its form does not name rightly", async () => {
  await happensAgain();
  const fields = { id: freshId(), setbackId: older.id, words: "No licence.", saidBy: "me" };
  for (const draftKey of ["", "Reason!", `reason:${older.id} `, "x".repeat(40)])
    expect(await submit(juniper, addReason, { ...fields, draftKey })).toMatchObject({ status: "refused" });
  expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
});

test("what cannot be kept until tomorrow comes back in its form, which says so and does not say that nothing is lost", async () => {
  await happensAgain();
  const { id: requestId } = await asked();
  const tooLong = { also: "x".repeat(100_001) };
  const forms: [FormAction, Fields, field?: string][] = [
    [addReason, { setbackId: older.id, words: "No licence.", saidBy: "me", draftKey: `reason:${older.id}` }],
    [keepAnswer, { requestId, lesson: "A summary on top.", draftKey: `answer:${requestId}` }, "lesson"],
  ];
  for (const [action, fields, field] of forms) {
    const answer = await submit(juniper, action, { id: freshId(), ...fields, ...tooLong });
    expect(answer).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/can wait until tomorrow.*could not be kept.*copy it to a safe place/),
      values: { [field ?? "words"]: [fields[field ?? "words"]] },
      ...(field && { fieldErrors: { [field]: expect.stringContaining("keep the rest now") } }),
    });
    expect(answer).not.toMatchObject({ message: expect.stringContaining("lost") });
  }
  expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
});

test("what was typed finds no more room than other drafts do, and one of nothing finds none", async () => {
  const fields = { setbackId: older.id, words: "No licence.", saidBy: "me" };
  const add = (draftKey: string) => submit(juniper, addReason, { id: freshId(), ...fields, draftKey });
  const drafts = () => asMember(juniper.id, (db) => db.draft.count());
  await happensAgain();
  await add(`reason:${freshId()}`);
  await add(`reason:${"-".repeat(36)}`);
  expect(await drafts()).toBe(0);
  await add(`reason:${older.id}`);
  expect(await drafts()).toBe(1);
  await submit(juniper, startAfresh, { key: `reason:${older.id}` });
  await twoHundredDrafts(juniper);
  for (const key of [`reason:${older.id}`, `reply:${freshId()}`])
    expect(await add(key)).toMatchObject({ status: "refused", values: { words: ["No licence."] } });
  expect(await drafts()).toBe(200);
  // One that is there goes on being kept.
  await add("win");
  expect((await as(juniper, (viewer) => findDraft(viewer, "win")))?.values).toMatchObject({
    words: ["No licence."],
  });
  expect(await drafts()).toBe(200);
});

test("what was typed does not replace newer words from another tab, where the browser says when that was", async () => {
  const draftKey = `reason:${older.id}`;
  const began = Date.now() - 60_000;
  const save = (words: string, typedAt: number) => submit(juniper, saveDraft, { draftKey, typedAt, words });
  const send = (words: string, typedAt?: number) =>
    submit(juniper, addReason, {
      id: freshId(),
      setbackId: older.id,
      saidBy: "me",
      draftKey,
      words,
      ...(typedAt && { typedAt }),
    });
  const draft = async () => (await as(juniper, (viewer) => findDraft(viewer, draftKey)))?.values;
  await happensAgain();
  await save("No licence, they said, and", began + 2000);
  const late = await send("No", began);
  expect(late).toMatchObject({ status: "refused", values: { words: ["No"] } });
  expect(late).not.toHaveProperty("values.typedAt");
  expect(await draft()).toMatchObject({ words: ["No licence, they said, and"] });
  await send("No licence, they said, and that was it", began + 3000);
  expect(await draft()).toMatchObject({ words: ["No licence, they said, and that was it"] });
  expect(await draft()).not.toHaveProperty("typedAt");
  // The form goes on saving itself with what is typed from then on.
  expect(await save("No licence, they said, and that was it. I", began + 4000)).toEqual({ status: "done" });
  // Without JavaScript nothing says so, and what was sent last counts.
  await send("I had no licence");
  expect(await draft()).toMatchObject({ words: ["I had no licence"] });
});

test("what is simply so can be noted on that day too", async () => {
  const mine = await aReason(juniper, older);
  const theirs = await aReason(juniper, older, { whose: "theirs" });
  const experiment = await anExperiment(juniper, { counted: [true] });
  const plan = await aLearningPlan(juniper);
  const question = await aPracticeQuestion(juniper);
  await happensAgain();
  const sent: [FormAction, Fields][] = [
    [letReasonGo, { reasonId: theirs.id }],
    [takeOutReason, { reasonId: mine.id }],
    [countCase, { id: freshId(), experimentId: experiment.id, isBetter: "yes" }],
    [undoCase, { caseId: experiment.cases[0]?.id ?? "" }],
    [endExperiment, { experimentId: experiment.id }],
    [tickStep, { learningPlanId: plan.id, place: 0, done: "yes" }],
    [addQuestion, { id: freshId(), question: "Why us?" }],
    [notePractised, { questionId: question.id }],
    [writePlan, { id: freshId(), on: "kind", kind: "silence", step: "call my brother" }],
    [restIn, { setbackId: older.id, phase: "reframe" }],
  ];
  for (const [action, fields] of sent)
    expect((await submit(juniper, action, fields)).status, JSON.stringify(fields)).toMatch(/done|went/);
});

test("what they answered is kept on that day, and a lesson that was there stays or goes as its member likes", async () => {
  const { id: requestId } = await asked();
  await submit(juniper, keepAnswer, { requestId, answer: "Close.", lesson: "A summary on top." });
  await happensAgain();
  const found = () => as(juniper, (viewer) => findRequest(viewer, requestId));
  for (const lesson of [undefined, "A summary on top."]) {
    const answer = `Very close ${lesson ? "indeed" : ""}.`;
    const sent = { requestId, answer, ...(lesson && { lesson }) };
    expect(await submit(juniper, keepAnswer, sent)).toMatchObject({ status: "done" });
    expect(await found()).toMatchObject({ answer, lesson: "A summary on top." });
  }
  expect(
    await submit(juniper, keepAnswer, { requestId, answer: "Close.", lesson: "Another." }),
  ).toMatchObject({
    status: "refused",
    fieldErrors: { lesson: expect.stringContaining("keep the rest now") },
  });
  expect(await found()).toMatchObject({ lesson: "A summary on top." });
  await submit(juniper, keepAnswer, { requestId, answer: "Close.", lesson: "" });
  expect(await found()).toMatchObject({ answer: "Close.", lesson: null });
});

test("a setback of today that was let go still counts; deleted it does not, until it is brought back", async () => {
  const { id: setbackId } = await happensAgain();
  const add = async () =>
    (
      await submit(juniper, addReason, {
        id: freshId(),
        setbackId: older.id,
        words: "No licence.",
        saidBy: "me",
      })
    ).status;
  await submit(juniper, letSetbackGo, { setbackId });
  expect(await add()).toBe("refused");
  await submit(juniper, deleteSetback, { setbackId });
  expect(await add()).toBe("done");
  await submit(juniper, bringSetbackBack, { setbackId });
  expect(await add()).toBe("refused");
});

test("somebody else's setback of today stands in nobody's way", async () => {
  await aSetback(await aMember());
  expect(
    await submit(juniper, addReason, { id: freshId(), setbackId: older.id, words: "No.", saidBy: "me" }),
  ).toMatchObject({ status: "done" });
});
