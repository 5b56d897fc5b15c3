import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { GET } from "@/app/api/calendar/[secret]/route";
import { GET as download } from "@/app/api/week/route";
import { addDays, type Day, dayIn, weekOf } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { deleteGoal } from "@/lib/goals/actions";
import { freshId } from "@/lib/ids";
import {
  bringPlannedStepBack,
  changePlannedStep,
  copyLastWeek,
  deletePlannedStep,
  markPlannedStep,
  movePlannedStep,
  planStep,
  takeLastWeekAlong,
} from "@/lib/planned-steps/actions";
import { findDeletedStep, findPlannedStep, findWeek, listPlannedFor } from "@/lib/planned-steps/queries";
import { MOST_A_WEEK, MOST_STEPS } from "@/lib/planned-steps/rules";
import { isSealed } from "@/lib/private-words";
import { parseCalendar, readValue, textIn } from "../calendar/parse";
import { connected } from "../database/connect";
import { aMember, type Member } from "../factories";
import { anAddress } from "../factories-of-accounts";
import { aGoal } from "../factories-of-goals";
import { aPlannedStep } from "../factories-of-weeks";
import { as, submit, visit } from "../people";

const todayOf = (member: Member): Day => dayIn(member.timeZone, new Date());
const daysOf = (member: Member): Day[] => weekOf(todayOf(member));
const mondayFor = (member: Member): Day => daysOf(member)[0] ?? "";
/** A day of the week before, by its place: 0 is Monday. */
const lastWeek = (member: Member, place: number): Day => addDays(mondayFor(member), place - 7);

const weekFor = (member: Member, day?: Day) => as(member, (viewer) => findWeek(viewer, day));
/** What stands in a week: day and words of each step. */
const inWeek = async (member: Member, day?: Day) =>
  (await weekFor(member, day)).days.flatMap(({ steps }) => steps.map((step) => `${step.day} ${step.words}`));
const wordsOn = async (member: Member, day: Day) =>
  (await as(member, (viewer) => listPlannedFor(viewer, day))).map(({ words }) => words);

const form = (day: Day, changes: Record<string, string> = {}) => ({
  id: freshId(),
  words: "Write to Alder",
  goalId: "",
  day,
  time: "18:00",
  minutes: "25",
  place: "The library",
  ...changes,
});

describe("planning a step", () => {
  test("puts what, when and where into its member's week alone, its words sealed", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const today = todayOf(juniper);
    const sent = form(today);
    expect(await submit(juniper, planStep, sent)).toMatchObject({
      status: "done",
      message: expect.stringMatching(/^Planned for /),
      show: `step-${sent.id}`,
    });
    expect(await as(juniper, (viewer) => listPlannedFor(viewer, today))).toMatchObject([
      { id: sent.id, words: "Write to Alder", place: "The library", at: "18:00, 25 minutes", done: false },
    ]);
    expect(await wordsOn(wren, today)).toEqual([]);
    expect(await as(wren, (viewer) => findPlannedStep(viewer, sent.id))).toBeNull();
    const [row] = await asMember(juniper.id, (db) => db.plannedStep.findMany());
    expect([row?.words, row?.place].map((text) => isSealed(text ?? ""))).toEqual([true, true]);
  });

  test("goes into no week that is over, and nothing typed is lost", async () => {
    const juniper = await aMember();
    const day = lastWeek(juniper, 6);
    const sent = { words: "Write to Alder", day };
    const refused = { status: "refused", fieldErrors: { day: expect.stringContaining("over by now") } };
    expect(await submit(juniper, planStep, { id: freshId(), ...sent })).toMatchObject({
      ...refused,
      values: { words: ["Write to Alder"] },
    });
    const now = await aPlannedStep(juniper);
    expect(await submit(juniper, changePlannedStep, { stepId: now.id, ...sent })).toMatchObject(refused);
    expect(await submit(juniper, movePlannedStep, { stepId: now.id, day })).toMatchObject(refused);
    expect(await inWeek(juniper, day)).toEqual([]);
    // What stands in such a week may stand on another day of it.
    const then = await aPlannedStep(juniper, { day: lastWeek(juniper, 0) });
    await submit(juniper, movePlannedStep, { stepId: then.id, day });
    expect(await wordsOn(juniper, day)).toEqual(["Write to Alder"]);
  });

  test("needs no more than what and a day", async () => {
    const juniper = await aMember();
    const sent = { id: freshId(), words: "Rest", day: todayOf(juniper) };
    expect(await submit(juniper, planStep, sent)).toMatchObject({ status: "done" });
    expect(await as(juniper, (viewer) => listPlannedFor(viewer, sent.day))).toMatchObject([
      { time: null, minutes: null, place: null, goalId: null, at: "" },
    ]);
  });

  test("sent twice puts it there once, and sent with other words loses neither", async () => {
    const juniper = await aMember();
    const sent = form(todayOf(juniper));
    await Promise.all([1, 2].map(() => submit(juniper, planStep, sent)));
    expect(await wordsOn(juniper, sent.day)).toEqual(["Write to Alder"]);
    await submit(juniper, planStep, { ...sent, words: "Write to Heron" });
    expect((await wordsOn(juniper, sent.day)).sort()).toEqual(["Write to Alder", "Write to Heron"]);
  });

  test("for a goal is called as the goal is, where no words say otherwise", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { title: "Applications" });
    const day = todayOf(juniper);
    await submit(juniper, planStep, form(day, { words: "", goalId: goal.id }));
    await submit(juniper, planStep, form(day, { words: "Two of them", goalId: goal.id, time: "19:00" }));
    const { days } = await weekFor(juniper);
    expect(days.flatMap(({ steps }) => steps)).toMatchObject([
      { words: "Applications", goal: { id: goal.id, counted: false } },
      { words: "Two of them", goal: { id: goal.id } },
    ]);
    await submit(juniper, deleteGoal, { goalId: goal.id });
    expect(await submit(juniper, planStep, form(day, { words: "", goalId: goal.id }))).toMatchObject({
      status: "refused",
      fieldErrors: { words: expect.any(String) },
    });
    expect((await weekFor(juniper)).days.flatMap(({ steps }) => steps.map((step) => step.goal))).toEqual([
      null,
      null,
    ]);
  });

  test("for somebody else's goal is for none", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const goal = await aGoal(wren);
    await submit(juniper, planStep, form(todayOf(juniper), { goalId: goal.id }));
    await asMember(juniper.id, async (db) => {
      expect((await db.plannedStep.findMany())[0]?.goalId).toBeNull();
    });
  });

  test.each([
    ["nothing says what", { words: " " }, "words"],
    ["it is a whole page", { words: "x".repeat(201) }, "words"],
    ["the day is none", { day: "2026-02-30" }, "day"],
    ["the time is none", { time: "25:00" }, "time"],
    ["minutes are half ones", { minutes: "2.5" }, "minutes"],
    ["it would take a whole day", { minutes: "721" }, "minutes"],
  ])("says so and keeps every field when %s", async (_name, wrong, field) => {
    const juniper = await aMember();
    const sent = form(todayOf(juniper), wrong);
    expect(await submit(juniper, planStep, sent)).toMatchObject({
      status: "invalid",
      fieldErrors: { [field]: expect.any(String) },
      values: { place: ["The library"], words: [sent.words] },
    });
  });

  test("has room for so many a week, says so, and keeps the words", async () => {
    const juniper = await aMember();
    const today = todayOf(juniper);
    for (let count = 0; count < MOST_A_WEEK; count++) await aPlannedStep(juniper, { day: today });
    expect(await submit(juniper, planStep, form(today))).toMatchObject({
      status: "refused",
      values: { words: ["Write to Alder"] },
    });
    expect(await submit(juniper, planStep, form(addDays(today, 7)))).toMatchObject({ status: "done" });
  });

  test("has room for so many in all weeks together", async () => {
    const juniper = await aMember();
    const today = todayOf(juniper);
    await connected("admin", (admin) =>
      admin.query(
        `insert into planned_steps (user_id, id, words, day)
         select $1, uuidv7(), 'x', $2::date + 7 + n / 8 from generate_series(1, $3::int) n`,
        [juniper.id, today, MOST_STEPS],
      ),
    );
    expect(await submit(juniper, planStep, form(today))).toMatchObject({
      status: "refused",
      message: expect.stringContaining("steps in your weeks"),
      values: { words: ["Write to Alder"] },
    });
    expect(await inWeek(juniper)).toEqual([]);
  });

  test("stands in the order of its day", async () => {
    const juniper = await aMember();
    await aPlannedStep(juniper, { words: "any time" });
    await aPlannedStep(juniper, { words: "evening", time: "18:00" });
    await aPlannedStep(juniper, { words: "morning", time: "08:30" });
    expect(await wordsOn(juniper, todayOf(juniper))).toEqual(["morning", "evening", "any time"]);
  });
});

describe("changing a step", () => {
  test("changes all of it, and leads to its week", async () => {
    const juniper = await aMember();
    const { id: stepId } = await aPlannedStep(juniper);
    const { id: _, ...said } = form(addDays(todayOf(juniper), 7), { words: "Call Alder", time: "" });
    expect(await submit(juniper, changePlannedStep, { stepId, ...said })).toEqual({
      status: "went",
      to: `/week?of=${said.day}`,
    });
    expect(await as(juniper, (viewer) => findPlannedStep(viewer, stepId))).toMatchObject({
      step: { words: "Call Alder", day: said.day, time: null, minutes: 25, place: "The library" },
    });
  });

  test("says so, and keeps the words, when it was deleted meanwhile", async () => {
    const juniper = await aMember();
    const { id: stepId } = await aPlannedStep(juniper, { deletedAt: new Date() });
    expect(
      await submit(juniper, changePlannedStep, { stepId, words: "Call Alder", day: todayOf(juniper) }),
    ).toMatchObject({ status: "refused", values: { words: ["Call Alder"] } });
  });

  test("by the menu moves it to another day, and twice is once", async () => {
    const juniper = await aMember();
    const { id: stepId } = await aPlannedStep(juniper);
    const day = addDays(todayOf(juniper), 3);
    for (const _ of [1, 2])
      expect(await submit(juniper, movePlannedStep, { stepId, day })).toMatchObject({
        status: "done",
        message: expect.stringMatching(/^Moved to /),
        show: `step-${stepId}`,
      });
    expect(await wordsOn(juniper, day)).toEqual(["Write to Alder"]);
  });

  test("deletes it until that is undone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id: stepId } = await aPlannedStep(juniper);
    const today = todayOf(juniper);
    for (const _ of [1, 2])
      expect(await submit(juniper, deletePlannedStep, { stepId })).toEqual({
        status: "went",
        to: `/week?of=${today}&deleted=${stepId}`,
      });
    expect(await wordsOn(juniper, today)).toEqual([]);
    expect(await as(juniper, (viewer) => findDeletedStep(viewer, stepId))).toEqual({ id: stepId });
    expect(await as(wren, (viewer) => findDeletedStep(viewer, stepId))).toBeNull();
    await submit(juniper, bringPlannedStepBack, { stepId });
    expect(await wordsOn(juniper, today)).toEqual(["Write to Alder"]);
  });
});

describe("a step that is done", () => {
  test("is done once, and can be open again, without a comment either way", async () => {
    const juniper = await aMember();
    const { id: stepId } = await aPlannedStep(juniper);
    const mark = (done: string) => submit(juniper, markPlannedStep, { stepId, done });
    expect(await Promise.all([mark("yes"), mark("yes")])).toMatchObject([
      { message: "Done." },
      { message: "Done." },
    ]);
    expect((await weekFor(juniper)).days.flatMap(({ steps }) => steps)).toMatchObject([{ done: true }]);
    expect(await mark("no")).toMatchObject({ message: "Open again." });
    expect((await weekFor(juniper)).days.flatMap(({ steps }) => steps)).toMatchObject([{ done: false }]);
  });
});

describe("the week before", () => {
  test("gives what is open to this one in one press, and keeps what is done", async () => {
    const juniper = await aMember();
    await aPlannedStep(juniper, { words: "open on Sunday", day: lastWeek(juniper, 6) });
    await aPlannedStep(juniper, { words: "done", day: lastWeek(juniper, 2), doneAt: new Date() });
    await aPlannedStep(juniper, { words: "older", day: lastWeek(juniper, -1) });
    await aPlannedStep(juniper, { words: "deleted", day: lastWeek(juniper, 3), deletedAt: new Date() });
    expect((await weekFor(juniper)).before).toEqual({ open: true, any: true });
    const press = () => submit(juniper, takeLastWeekAlong, { week: mondayFor(juniper) });
    expect(await Promise.all([press(), press()])).toMatchObject([{ status: "done" }, { status: "done" }]);
    expect(await inWeek(juniper)).toEqual([`${daysOf(juniper)[6]} open on Sunday`]);
    expect(await inWeek(juniper, lastWeek(juniper, 0))).toEqual([`${lastWeek(juniper, 2)} done`]);
    expect((await weekFor(juniper)).before).toEqual({ open: false, any: true });
  });

  test("puts nothing on a day that is over", async () => {
    const juniper = await aMember();
    await aPlannedStep(juniper, { words: "Monday", day: lastWeek(juniper, 0) });
    await submit(juniper, takeLastWeekAlong, { week: mondayFor(juniper) });
    expect(await wordsOn(juniper, todayOf(juniper))).toEqual(["Monday"]);
  });

  test("gives nothing to the next week that could still be done", async () => {
    const juniper = await aMember();
    const today = todayOf(juniper);
    await aPlannedStep(juniper, { words: "today", day: today });
    const next = addDays(mondayFor(juniper), 7);
    await submit(juniper, takeLastWeekAlong, { week: next });
    expect(await inWeek(juniper)).toEqual([`${today} today`]);
    expect((await weekFor(juniper, next)).before).toEqual({ open: false, any: true });
  });

  test("is copied, each step once, as open as it was on the first day", async () => {
    const juniper = await aMember();
    await aPlannedStep(juniper, {
      words: "Library hour",
      day: lastWeek(juniper, 6),
      time: "10:00",
      place: "The library",
      doneAt: new Date(),
    });
    const press = () => submit(juniper, copyLastWeek, { week: mondayFor(juniper) });
    await Promise.all([press(), press()]);
    await press();
    expect((await weekFor(juniper)).days.flatMap(({ steps }) => steps)).toMatchObject([
      { words: "Library hour", place: "The library", time: "10:00", day: daysOf(juniper)[6], done: false },
    ]);
    expect(await inWeek(juniper, lastWeek(juniper, 0))).toHaveLength(1);
  });

  test("is copied again where its copies were deleted, and says so where nothing is added", async () => {
    const juniper = await aMember();
    for (const words of ["one", "two"]) await aPlannedStep(juniper, { words, day: lastWeek(juniper, 6) });
    const press = () => submit(juniper, copyLastWeek, { week: mondayFor(juniper) });
    const copied = { status: "done", message: expect.stringMatching(/^Copied/) };
    const sunday = daysOf(juniper)[6];
    expect(await press()).toMatchObject(copied);
    expect(await press()).toMatchObject({ status: "done", message: expect.stringMatching(/^Nothing was/) });
    const [one] = (await weekFor(juniper)).days.flatMap(({ steps }) => steps);
    const stepId = one?.id ?? "";
    await submit(juniper, movePlannedStep, { stepId, day: addDays(sunday ?? "", 7) });
    await submit(juniper, markPlannedStep, { stepId, done: "yes" });
    await submit(juniper, deletePlannedStep, { stepId });
    expect(await press()).toMatchObject(copied);
    expect(await inWeek(juniper)).toEqual([`${sunday} one`, `${sunday} two`]);
    expect((await weekFor(juniper)).days.flatMap(({ steps }) => steps).map(({ done }) => done)).toEqual([
      false,
      false,
    ]);
  });

  test("gives nothing to a week that is over", async () => {
    const juniper = await aMember();
    await aPlannedStep(juniper, { day: lastWeek(juniper, -3) });
    for (const action of [takeLastWeekAlong, copyLastWeek])
      expect(await submit(juniper, action, { week: lastWeek(juniper, 0) })).toMatchObject({
        status: "refused",
      });
    expect(await inWeek(juniper, lastWeek(juniper, 0))).toEqual([]);
  });

  test("is taken along and copied for its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aPlannedStep(juniper, { day: lastWeek(juniper, 6) });
    for (const action of [takeLastWeekAlong, copyLastWeek])
      await submit(wren, action, { week: mondayFor(wren) });
    expect(await inWeek(wren)).toEqual([]);
    expect(await inWeek(juniper)).toEqual([]);
  });
});

test.each([
  ["changing", changePlannedStep, { words: "Mine now", day: "2026-12-02" }],
  ["moving", movePlannedStep, { day: "2026-12-02" }],
  ["marking", markPlannedStep, { done: "yes" }],
  ["deleting", deletePlannedStep, {}],
  ["bringing back", bringPlannedStepBack, {}],
])("%s somebody else's step finds nothing and changes nothing", async (_what, action, said) => {
  const [juniper, wren] = [await aMember(), await aMember()];
  const { id: stepId } = await aPlannedStep(juniper);
  expect(await submit(wren, action, { stepId, ...said })).toEqual({ status: "not found" });
  expect(await as(juniper, (viewer) => findPlannedStep(viewer, stepId))).toMatchObject({
    step: { words: "Write to Alder", done: false },
  });
});

describe("a week in a calendar", () => {
  const entriesIn = (text: string) =>
    parseCalendar(text).components.map((entry) => ({
      uid: readValue(entry, "UID"),
      title: textIn(readValue(entry, "SUMMARY") ?? ""),
      begins: readValue(entry, "DTSTART"),
      ends: readValue(entry, "DTEND"),
    }));

  async function subscribed(secret: string): Promise<string> {
    const answer = await visit(null, () =>
      GET(new Request(`http://calendar/${secret}`), { params: Promise.resolve({ secret }) }),
    );
    if (!("shown" in answer)) throw new Error("It was sent elsewhere.");
    return answer.shown.text();
  }
  const downloaded = (member: Member | null, of: string) =>
    visit(member, () => download(new NextRequest(`http://onward/api/week?of=${of}`)));

  test.each(["Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo", "America/New_York"])(
    "is at the same moments in the file and behind the secret address: %s",
    async (timeZone) => {
      const juniper = await aMember({ timeZone });
      const day = todayOf(juniper);
      await aPlannedStep(juniper, { words: "Call Alder", day, time: "18:00", minutes: 45, place: "Bench" });
      await aPlannedStep(juniper, { words: "Rest, please", day });
      const secret = await anAddress(juniper);
      const answer = await downloaded(juniper, day);
      if (!("shown" in answer)) throw new Error("The file did not come.");
      expect(answer.shown.headers.get("content-disposition")).toBe(
        `attachment; filename="week-${mondayFor(juniper)}.ics"`,
      );
      const file = await answer.shown.text();
      expect(entriesIn(file)).toMatchObject([{ title: "Call Alder" }, { title: "Rest, please" }]);
      expect(file).toContain("LOCATION:Bench");
      const feed = await subscribed(secret);
      expect(entriesIn(feed)).toHaveLength(2);
      for (const word of ["Alder", "Rest", "Bench", juniper.id]) expect(feed).not.toContain(word);
      const moments = (text: string) =>
        entriesIn(text)
          .map(({ uid, begins, ends }) => `${uid} ${begins} ${ends}`)
          .sort();
      expect(moments(feed)).toEqual(moments(file));
      expect(new Set(entriesIn(feed).map(({ title }) => title))).toEqual(new Set(["A step of yours"]));
    },
  );

  test("behind the address is what is open, and nobody else's", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const secret = await anAddress(juniper);
    await aPlannedStep(wren);
    await aPlannedStep(juniper, { doneAt: new Date() });
    await aPlannedStep(juniper, { deletedAt: new Date() });
    expect(entriesIn(await subscribed(secret))).toEqual([]);
  });

  test("behind the address ends twelve weeks ahead, however far somebody plans", async () => {
    const juniper = await aMember();
    const secret = await anAddress(juniper);
    const today = todayOf(juniper);
    await aPlannedStep(juniper, { day: addDays(today, 80) });
    for (const days of [90, 400]) await aPlannedStep(juniper, { day: addDays(today, days) });
    expect(entriesIn(await subscribed(secret))).toMatchObject([
      { begins: addDays(today, 80).replaceAll("-", "") },
    ]);
    await connected("admin", (admin) =>
      admin.query(
        `insert into planned_steps (user_id, id, words, day)
         select $1, uuidv7(), 'x', $2::date + n % 80 from generate_series(1, 1500) n`,
        [juniper.id, today],
      ),
    );
    expect(entriesIn(await subscribed(secret))).toHaveLength(1000);
  });

  test("is downloaded by its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await aPlannedStep(juniper);
    const answer = await downloaded(wren, todayOf(juniper));
    if (!("shown" in answer)) throw new Error("The file did not come.");
    expect(entriesIn(await answer.shown.text())).toEqual([]);
    expect(await downloaded(null, "")).toMatchObject({ went: expect.stringMatching(/^\/sign-in/) });
  });
});
