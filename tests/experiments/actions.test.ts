import { describe, expect, test } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import {
  beginExperiment,
  bringExperimentBack,
  countCase,
  decide,
  deleteExperiment,
  endExperiment,
  goOnWithExperiment,
  takeDecisionBack,
  tryAgain,
  undoCase,
  writeLesson,
} from "@/lib/experiments/actions";
import { begin } from "@/lib/experiments/begin";
import { findDeletedExperiment, findExperiment, listExperiments } from "@/lib/experiments/queries";
import { freshId } from "@/lib/ids";
import { isSealed } from "@/lib/private-words";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { connected, rows } from "../database/connect";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { anExperiment } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const experimentsOf = (member: Member) => as(member, listExperiments);
const runningOf = async (member: Member) => (await experimentsOf(member)).filter(({ over }) => !over);
const one = async (member: Member, id: string) => as(member, (viewer) => findExperiment(viewer, id));

const aForm = (changes: Record<string, string | number> = {}) => ({
  id: freshId(),
  change: "A two-line summary on top of my resume",
  better: "replies",
  lasts: "cases",
  cases: 10,
  days: "",
  ...changes,
});

/** Until somebody stands before a door that another holds shut. */
const untilOneWaits = () =>
  connected("admin", (admin) =>
    expect
      .poll(() => rows(admin, "select pid from pg_locks where locktype = 'advisory' and not granted"), {
        timeout: 3000,
      })
      .not.toEqual([]),
  );

const two = {
  status: "refused",
  message: expect.stringMatching(/^Two experiments are running.*which of them/),
};
const done = { status: "done" };

describe("beginning an experiment", () => {
  test("keeps the change for its member alone, sealed, and counts from today", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const form = aForm();
    const went = { status: "went", to: `/experiments/${form.id}` };
    expect(await submit(juniper, beginExperiment, form)).toEqual(went);
    expect(await experimentsOf(juniper)).toMatchObject([
      {
        id: form.id,
        change: form.change,
        better: "replies",
        cases: 10,
        untilDay: null,
        startedOn: todayOf(juniper),
      },
    ]);
    expect(await experimentsOf(wren)).toEqual([]);
    expect(await one(wren, form.id)).toBeNull();
    const [row] = await asMember(juniper.id, (db) => db.experiment.findMany());
    expect(isSealed(row?.change ?? "")).toBe(true);
  });

  test("can last for days, and then is over on the day after the last", async () => {
    const juniper = await aMember();
    await submit(juniper, beginExperiment, aForm({ lasts: "days", days: 7, cases: "what?" }));
    const untilDay = addDays(todayOf(juniper), 7);
    expect(await experimentsOf(juniper)).toMatchObject([{ cases: null, untilDay, days: 7, over: false }]);
  });

  test("sent twice begins one", async () => {
    const juniper = await aMember();
    const form = aForm();
    const once = () => submit(juniper, beginExperiment, form);
    const went = { status: "went", to: `/experiments/${form.id}` };
    expect(await Promise.all([once(), once()])).toEqual([went, went]);
    expect(await once()).toEqual(went);
    expect(await experimentsOf(juniper)).toHaveLength(1);
  });

  test.each([
    ["other words", { change: "A shorter letter" }],
    ["for longer", { cases: 20 }],
    ["for days", { lasts: "days", days: 30 }],
  ])("sent again with a change keeps both, however often: %s", async (_what, changes) => {
    const juniper = await aMember();
    const form = aForm();
    await submit(juniper, beginExperiment, form);
    const again = { ...form, ...changes };
    const went = [
      await submit(juniper, beginExperiment, again),
      await submit(juniper, beginExperiment, again),
    ];
    const experiments = await experimentsOf(juniper);
    expect(experiments).toHaveLength(2);
    const other = experiments.find(({ id }) => id !== form.id)?.id;
    for (const each of went) expect(each).toEqual({ status: "went", to: `/experiments/${other}` });
  });

  test("sent again after it was deleted is there again", async () => {
    const juniper = await aMember();
    const form = aForm();
    await submit(juniper, beginExperiment, form);
    await submit(juniper, deleteExperiment, { experimentId: form.id });
    await submit(juniper, beginExperiment, form);
    expect(await experimentsOf(juniper)).toMatchObject([{ id: form.id }]);
  });

  test.each([
    ["no change is named", { change: " " }, "change"],
    ["nothing counts as better", { better: "" }, "better"],
    ["it lasts for nothing", { lasts: "" }, "lasts"],
    ["there are too few applications", { cases: 2 }, "cases"],
    ["there are too many applications", { cases: 101 }, "cases"],
    ["half an application is asked for", { cases: 3.5 }, "cases"],
    ["the number is left out", { cases: "" }, "cases"],
    ["there are too few days", { lasts: "days", days: 6 }, "days"],
    ["there are too many days", { lasts: "days", days: 181 }, "days"],
  ])("says so and keeps the words when %s", async (_name, wrong, field) => {
    const juniper = await aMember();
    const sent = await submit(juniper, beginExperiment, aForm(wrong));
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.any(String) } });
    expect(sent).toHaveProperty("values.change");
    expect(await experimentsOf(juniper)).toEqual([]);
  });
});

describe("at most two run at once", () => {
  test("a third is refused kindly, says why, and keeps its words", async () => {
    const juniper = await aMember();
    for (let each = 0; each < 2; each++) await submit(juniper, beginExperiment, aForm());
    const third = aForm({ change: "A shorter letter" });
    expect(await submit(juniper, beginExperiment, third)).toMatchObject({
      ...two,
      values: { change: ["A shorter letter"] },
    });
    expect(await experimentsOf(juniper)).toHaveLength(2);
  });

  test("those of somebody else take no room", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    for (let each = 0; each < 2; each++) await anExperiment(wren);
    expect(await submit(juniper, beginExperiment, aForm())).toMatchObject({ status: "went" });
  });

  test("one that is over or deleted makes room, and sending the first again is no third", async () => {
    const juniper = await aMember();
    const first = aForm();
    await submit(juniper, beginExperiment, first);
    await anExperiment(juniper, { cases: 3, counted: [true, false, false] });
    await anExperiment(juniper, { startedOn: "2026-01-01", untilDay: "2026-02-01" });
    await anExperiment(juniper, { endedOn: todayOf(juniper) });
    await anExperiment(juniper, { deletedAt: new Date() });
    expect(await submit(juniper, beginExperiment, aForm())).toMatchObject({ status: "went" });
    expect(await submit(juniper, beginExperiment, aForm())).toMatchObject(two);
    expect(await submit(juniper, beginExperiment, first)).toMatchObject({ status: "went" });
  });

  test("of two presses at the same moment the second waits, and is told why not", async () => {
    const juniper = await aMember();
    await anExperiment(juniper);
    const { second } = await as(juniper, async (viewer) => {
      await begin(viewer, { id: freshId(), change: "No letter", better: "replies", cases: 10, days: null });
      const second = submit(juniper, beginExperiment, aForm());
      await untilOneWaits();
      return { second };
    });
    expect(await second).toMatchObject(two);
    expect(await runningOf(juniper)).toHaveLength(2);
  });

  test("whatever is pressed at the same moment", async () => {
    const juniper = await aMember();
    const ended = await anExperiment(juniper, { endedOn: todayOf(juniper) });
    const again = await anExperiment(juniper, { endedOn: todayOf(juniper) });
    const deleted = await anExperiment(juniper, { deletedAt: new Date() });
    const { cases } = await anExperiment(juniper, { cases: 3, counted: [true, false, false] });
    const answers = await Promise.all([
      submit(juniper, beginExperiment, aForm()),
      submit(juniper, goOnWithExperiment, { experimentId: ended.id }),
      submit(juniper, beginExperiment, aForm()),
      submit(juniper, tryAgain, { experimentId: again.id }),
      submit(juniper, bringExperimentBack, { experimentId: deleted.id }),
      submit(juniper, undoCase, { caseId: cases[2]?.id }),
      submit(juniper, beginExperiment, aForm()),
    ]);
    expect(answers.filter(({ status }) => status !== "refused")).toHaveLength(2);
    for (const answer of answers) if (answer.status === "refused") expect(answer).toMatchObject(two);
    expect(await runningOf(juniper)).toHaveLength(2);
  });

  test("going on, trying again, bringing back and undoing are no way to a third", async () => {
    const juniper = await aMember();
    const ended = await anExperiment(juniper, { endedOn: todayOf(juniper) });
    const deleted = await anExperiment(juniper, { deletedAt: new Date() });
    const counted = await anExperiment(juniper, { cases: 3, counted: [true, false, false] });
    for (let each = 0; each < 2; each++) await anExperiment(juniper);
    const before = await experimentsOf(juniper);
    expect(await submit(juniper, goOnWithExperiment, { experimentId: ended.id })).toMatchObject(two);
    expect(await submit(juniper, tryAgain, { experimentId: ended.id })).toMatchObject(two);
    expect(await submit(juniper, bringExperimentBack, { experimentId: deleted.id })).toMatchObject(two);
    expect(await submit(juniper, undoCase, { caseId: counted.cases[2]?.id })).toMatchObject(two);
    expect(await experimentsOf(juniper)).toEqual(before);
  });
});

describe("counting", () => {
  test("takes one tap, better or not, and a double tap counts one", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper);
    const tap = { id: freshId(), experimentId: id, isBetter: "yes" };
    const twice = [submit(juniper, countCase, tap), submit(juniper, countCase, tap)];
    for (const answer of await Promise.all(twice)) expect(answer).toMatchObject(done);
    await submit(juniper, countCase, { experimentId: id, isBetter: "no" });
    expect(await one(juniper, id)).toMatchObject({
      counted: 2,
      countedBetter: 1,
      progress: "2 of 10 counted",
      last: { isBetter: false },
    });
  });

  test("ends by itself with the last application, and never counts one more, whatever is pressed at once", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { cases: 3, counted: [true, false] });
    const taps = Array.from({ length: 4 }, () => ({ id: freshId(), experimentId: id, isBetter: "no" }));
    const answers = await Promise.all(taps.map((tap) => submit(juniper, countCase, tap)));
    expect(answers.map(({ status }) => status).sort()).toEqual(["done", "refused", "refused", "refused"]);
    expect(await one(juniper, id)).toMatchObject({ counted: 3, countedBetter: 1, over: true });
    // The one that was counted may be sent again, as a press that got no answer is.
    const taken = answers.findIndex(({ status }) => status === "done");
    expect(await submit(juniper, countCase, taps[taken] ?? {})).toMatchObject(done);
  });

  test.each([
    ["its day has come", { startedOn: "2026-01-01", untilDay: "2026-02-01" }],
    ["it was ended early", { endedOn: "2026-11-01" }],
  ])("stops when %s", async (_what, over) => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, over);
    expect(await submit(juniper, countCase, { experimentId: id, isBetter: "yes" })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("is over"),
    });
    expect(await one(juniper, id)).toMatchObject({ counted: 0 });
  });

  test("can be undone, the last one first, and twice is the same as once", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { cases: 3, counted: [true, false, true] });
    const last = (await one(juniper, id))?.last?.id;
    for (let each = 0; each < 2; each++)
      expect(await submit(juniper, undoCase, { caseId: last })).toMatchObject(done);
    expect(await one(juniper, id)).toMatchObject({ counted: 2, countedBetter: 1, over: false });
  });

  test("is not undone behind a decision", async () => {
    const juniper = await aMember();
    const tried = await anExperiment(juniper, { cases: 3, counted: [true, false, true], verdict: "keep" });
    const undo = () => submit(juniper, undoCase, { caseId: tried.cases[2]?.id });
    expect(await undo()).toMatchObject({ status: "refused" });
    await submit(juniper, takeDecisionBack, { experimentId: tried.id });
    expect(await undo()).toMatchObject(done);
  });

  test("is its member's alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id, cases } = await anExperiment(juniper, { counted: [true] });
    expect(await submit(wren, countCase, { experimentId: id, isBetter: "yes" })).toEqual({
      status: "not found",
    });
    expect(await submit(wren, undoCase, { caseId: cases[0]?.id })).toMatchObject(done);
    expect(await one(juniper, id)).toMatchObject({ counted: 1 });
  });
});

describe("an experiment that is over", () => {
  test("is ended early by one press, and goes on by another", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { counted: [true] });
    for (let each = 0; each < 2; each++)
      expect(await submit(juniper, endExperiment, { experimentId: id })).toMatchObject(done);
    expect(await one(juniper, id)).toMatchObject({ over: true, endedOn: todayOf(juniper), counted: 1 });
    for (let each = 0; each < 2; each++)
      expect(await submit(juniper, goOnWithExperiment, { experimentId: id })).toMatchObject(done);
    expect(await one(juniper, id)).toMatchObject({ over: false, endedOn: null });
  });

  test("is kept or dropped, and that can be taken back", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { endedOn: todayOf(juniper) });
    for (const verdict of ["keep", "keep", "drop"]) {
      expect(await submit(juniper, decide, { experimentId: id, verdict })).toMatchObject(done);
      expect(await one(juniper, id)).toMatchObject({ verdict });
    }
    expect(await submit(juniper, goOnWithExperiment, { experimentId: id })).toMatchObject({
      status: "refused",
    });
    await submit(juniper, takeDecisionBack, { experimentId: id });
    expect(await one(juniper, id)).toMatchObject({ verdict: null });
  });

  test("is tried again as a new one with the same change, once however often it is pressed", async () => {
    const juniper = await aMember();
    const tried = await anExperiment(juniper, {
      change: "Write in the morning",
      better: "invitations",
      startedOn: "2026-01-01",
      untilDay: "2026-02-01",
      counted: [true],
    });
    const press = { id: freshId(), experimentId: tried.id };
    const went = { status: "went", to: `/experiments/${press.id}` };
    const twice = [submit(juniper, tryAgain, press), submit(juniper, tryAgain, press)];
    expect(await Promise.all(twice)).toEqual([went, went]);
    expect(await experimentsOf(juniper)).toHaveLength(2);
    expect(await one(juniper, tried.id)).toMatchObject({ verdict: "again", counted: 1 });
    expect(await one(juniper, press.id)).toMatchObject({
      change: "Write in the morning",
      better: "invitations",
      days: 31,
      startedOn: todayOf(juniper),
      counted: 0,
      verdict: null,
    });
  });

  test("is not decided while it runs", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper);
    const refused = { status: "refused", message: expect.stringContaining("still running") };
    expect(await submit(juniper, decide, { experimentId: id, verdict: "keep" })).toMatchObject(refused);
    expect(await submit(juniper, tryAgain, { experimentId: id })).toMatchObject(refused);
    expect(await experimentsOf(juniper)).toMatchObject([{ verdict: null }]);
  });

  test("holds what its member takes from it, sealed, and lets it be emptied", async () => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, { endedOn: todayOf(juniper) });
    for (const lesson of ["Short is kind.", "Short is kind, mostly."]) {
      expect(await submit(juniper, writeLesson, { experimentId: id, lesson })).toMatchObject(done);
      expect(await one(juniper, id)).toMatchObject({ lesson });
    }
    const [row] = await asMember(juniper.id, (db) => db.experiment.findMany());
    expect(isSealed(row?.lesson ?? "")).toBe(true);
    await submit(juniper, writeLesson, { experimentId: id, lesson: " " });
    expect(await one(juniper, id)).toMatchObject({ lesson: null });
  });

  test.each([
    ["it is too long", "invalid", {}, "x".repeat(2001)],
    ["it was deleted meanwhile", "refused", { deletedAt: new Date() }, "Short is kind."],
  ])("gives the words back when %s", async (_name, status, changes, lesson) => {
    const juniper = await aMember();
    const { id } = await anExperiment(juniper, changes);
    expect(await submit(juniper, writeLesson, { experimentId: id, lesson })).toMatchObject({
      status,
      values: { lesson: [lesson] },
    });
  });
});

test("deleting takes it off the list, with the draft of its lesson, until that is undone", async () => {
  const juniper = await aMember();
  const { id } = await anExperiment(juniper, { counted: [true] });
  await aDraft(juniper, `experiment:${id}`, { lesson: ["Short"] });
  const gone = { status: "went", to: `/experiments?deleted=${id}` };
  expect(await submit(juniper, deleteExperiment, { experimentId: id })).toEqual(gone);
  expect(await submit(juniper, deleteExperiment, { experimentId: id })).toEqual(gone);
  expect(await experimentsOf(juniper)).toEqual([]);
  expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  expect(await as(juniper, (viewer) => findDeletedExperiment(viewer, id))).toEqual({ id });
  const back = { status: "went", to: "/experiments" };
  expect(await submit(juniper, bringExperimentBack, { experimentId: id })).toEqual(back);
  expect(await submit(juniper, bringExperimentBack, { experimentId: id })).toEqual(back);
  expect(await experimentsOf(juniper)).toMatchObject([{ id, counted: 1 }]);
});

test("what was deleted long ago is not brought back", async () => {
  const juniper = await aMember();
  const { id } = await anExperiment(juniper, { deletedAt: new Date(Date.now() - 31 * 86_400_000) });
  expect(await submit(juniper, bringExperimentBack, { experimentId: id })).toEqual({ status: "not found" });
});

describe.each([
  ["ending", endExperiment, {}],
  ["going on with", goOnWithExperiment, {}],
  ["deciding about", decide, { verdict: "keep" }],
  ["taking the decision back on", takeDecisionBack, {}],
  ["trying again", tryAgain, {}],
  ["writing the lesson of", writeLesson, { lesson: "Mine now." }],
  ["deleting", deleteExperiment, {}],
  ["restoring", bringExperimentBack, {}],
])("%s an experiment of somebody else", (_name, action, fields) => {
  test("finds nothing and changes nothing", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await anExperiment(juniper, { endedOn: todayOf(juniper), verdict: "drop" });
    const before = await experimentsOf(juniper);
    expect(await submit(wren, action, { experimentId: id, ...fields })).toEqual({ status: "not found" });
    expect(await experimentsOf(juniper)).toEqual(before);
    expect(await experimentsOf(wren)).toEqual([]);
  });
});

test("a day of a setback is the day on which one was logged, whatever day it tells of, until it is deleted", async () => {
  const [juniper, wren, alder] = [await aMember(), await aMember(), await aMember()];
  await aSetback(juniper, { day: "2026-01-01" });
  await aSetback(wren, { createdAt: new Date(Date.now() - 2 * 86_400_000) });
  await aSetback(alder, { deletedAt: new Date() });
  expect(await as(juniper, hasFreshSetback)).toBe(true);
  expect(await as(wren, hasFreshSetback)).toBe(false);
  expect(await as(alder, hasFreshSetback)).toBe(false);
});
