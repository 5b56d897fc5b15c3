import { describe, expect, test } from "vitest";
import { addDays, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { logEffort, undoEffort } from "@/lib/efforts/actions";
import { listGoals } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import { keepNoticed, leaveNoticed } from "@/lib/noticed-wins/actions";
import { findNoticed, listNoticed } from "@/lib/noticed-wins/queries";
import { kindOfStage, noticedKinds, noticedWords, weekToLookBackOn } from "@/lib/noticed-wins/rules";
import { readPictures } from "@/lib/numbers/queries";
import { didAsPlanned, openPlanAgain } from "@/lib/plans/actions";
import { reply, takeBackReply } from "@/lib/replies/actions";
import { findArranged } from "@/lib/today/queries";
import { WEEKS } from "@/lib/today/rules";
import type { Viewer } from "@/lib/viewer";
import { bringWinBack, deleteWin } from "@/lib/wins/actions";
import { listWins } from "@/lib/wins/queries";
import { daysPass } from "../days-pass";
import { aCircle, aMember, type Member } from "../factories";
import { aGoal, anEffort, aRest, aWin } from "../factories-of-goals";
import { aFiring, aPlan } from "../factories-of-plans";
import { aPost, aReply } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";
import { statementsOf } from "../statements";

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const ago = (member: Member, days: number): Day => addDays(todayOf(member), -days);
const noticed = (member: Member) => as(member, findNoticed);
const all = async (member: Member) =>
  (await as(member, (viewer) => listNoticed(viewer))).map(({ kind }) => kind);
const bodies = async (member: Member) =>
  (await as(member, (viewer) => listWins(viewer))).wins.map(({ body }) => body);

/** A setback of some days ago, written down then. */
async function pastSetback(member: Member, days: number, told: Parameters<typeof aSetback>[1] = {}) {
  const createdAt = new Date(Date.now() - days * 86_400_000);
  return aSetback(member, { day: ago(member, days), createdAt, ...told });
}

async function efforts(member: Member, times: number, day: Day = todayOf(member)) {
  const goal = await aGoal(member);
  const ids: string[] = [];
  for (let each = 0; each < times; each++) ids.push((await anEffort(member, goal, day)).id);
  return { goal, ids };
}

describe("what is noticed", () => {
  test("is nothing for somebody who just began", async () => {
    expect(await noticed(await aMember())).toBeNull();
  });

  test.each([
    ["after_interview", "first_interview"],
    ["final_round", "final_round"],
  ] as const)(
    "is that somebody was there who was turned down %s, from the next day on",
    async (kind, seen) => {
      const juniper = await aMember();
      await aSetback(juniper, { kind });
      expect(await noticed(juniper)).toBeNull();
      await daysPass(juniper, 1);
      expect(await noticed(juniper)).toMatchObject({ kind: seen, said: noticedWords[seen].said });
    },
  );

  test("is no interview where it came no further than an application", async () => {
    const juniper = await aMember();
    for (const kind of ["after_applying", "after_screening", "silence", "offer_withdrawn"] as const)
      await pastSetback(juniper, 2, { kind });
    expect(await all(juniper)).toEqual([]);
  });

  test("is no interview in their own words where there was one long before", async () => {
    const juniper = await aMember();
    await pastSetback(juniper, 200, { kind: "after_interview" });
    await pastSetback(juniper, 3, { stage: "Interview" });
    expect(await all(juniper)).toEqual([]);
  });

  test("is the first interview alone, however many there were", async () => {
    const juniper = await aMember();
    await pastSetback(juniper, 200, { kind: "after_interview" });
    await pastSetback(juniper, 3, { kind: "after_interview" });
    expect(await all(juniper)).toEqual([]);
  });

  test.each([
    ["Second interview", null, ["first_interview"]],
    ["final round", "silence", ["final_round"]],
    ["CV sent", null, []],
    ["Interview", "after_applying", []],
    ["Before the interview", null, []],
    ["No interview", "silence", []],
    ["Interview cancelled by them", "silence", []],
  ] as const)("is told from a stage in their own words: %s", async (stage, kind, seen) => {
    const juniper = await aMember();
    await pastSetback(juniper, 2, { stage, kind });
    expect(await all(juniper)).toEqual(seen);
  });

  test("is ten efforts for applications, and no fewer, and no others", async () => {
    const juniper = await aMember();
    const walks = await aGoal(juniper, { category: "routine" });
    for (let each = 0; each < 12; each++) await anEffort(juniper, walks);
    const { goal } = await efforts(juniper, 9);
    expect(await all(juniper)).toEqual([]);
    await anEffort(juniper, goal, ago(juniper, 3));
    expect(await noticed(juniper)).toMatchObject({ kind: "ten_applications", day: todayOf(juniper) });
  });

  test.each([
    ["applications", 10, 1, ["ten_applications"]],
    ["times", 4, 3, ["ten_applications"]],
    ["applications", 3, 3, []],
    ["minutes", 90, 9, []],
    ["minutes", 90, 10, ["ten_applications"]],
  ] as const)("is ten of them, of %s, logged as %i on %i days: %j", async (unit, amount, days, seen) => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { unit });
    for (let back = 0; back < days; back++)
      await anEffort(juniper, goal, ago(juniper, back), new Date(), amount);
    expect(await all(juniper)).toEqual(seen);
  });

  test("is not ten applications where the tenth was long ago", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { unit: "applications" });
    await anEffort(juniper, goal, ago(juniper, 40), new Date(), 10);
    await anEffort(juniper, goal);
    expect(await all(juniper)).not.toContain("ten_applications");
  });

  test("is no coming back from days of rest that were said", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper, { createdAt: new Date(Date.now() - 60 * 86_400_000) });
    await anEffort(juniper, goal, ago(juniper, 30));
    await aRest(juniper, goal, ago(juniper, 29), todayOf(juniper));
    await anEffort(juniper, goal);
    expect(await all(juniper)).toEqual([]);
  });

  test("is no coming back to what was on a goal that is deleted", async () => {
    const juniper = await aMember();
    const gone = await aGoal(juniper, { deletedAt: new Date() });
    for (const days of [0, 40, 400]) await anEffort(juniper, gone, ago(juniper, days));
    await aWin(juniper, "A walk.");
    expect(await all(juniper)).toEqual([]);
  });

  test("is coming back after more than two weeks in which nothing was done or said", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const goal = await aGoal(juniper);
    await anEffort(juniper, goal, ago(juniper, 15));
    await anEffort(juniper, goal);
    expect(await noticed(juniper)).toMatchObject({ kind: "came_back", day: todayOf(juniper) });
    // A word in a circle meanwhile, and it was no gap.
    const circle = await aCircle(juniper, [heron]);
    await aPost(juniper, circle, { createdAt: new Date(Date.now() - 8 * 86_400_000) });
    expect(await all(juniper)).toEqual([]);
  });

  test.each([
    [14, []],
    [15, ["came_back"]],
    [300, ["came_back"]],
  ])("after %i days that is %j", async (days, seen) => {
    const juniper = await aMember({ createdAt: new Date(Date.now() - 400 * 86_400_000) });
    await aWin(juniper, "A walk.", ago(juniper, days));
    await aWin(juniper, "A walk.");
    expect(await all(juniper)).toEqual(seen);
  });

  test("is no coming back for who begins", async () => {
    const juniper = await aMember();
    await aWin(juniper, "A walk.");
    expect(await all(juniper)).toEqual([]);
  });

  test.each([20, 400])("nor is it for who begins with a win of %i days ago", async (days) => {
    const juniper = await aMember({ createdAt: new Date() });
    await aWin(juniper, "A walk.", ago(juniper, days));
    await anEffort(juniper, await aGoal(juniper));
    expect(await all(juniper)).toEqual([]);
  });

  test("is no first answer to a win or to progress, which wait for none", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    for (const kind of ["win", "progress"] as const)
      await aReply(juniper, await aPost(heron, circle, { kind }));
    expect(await all(juniper)).toEqual([]);
    await aReply(juniper, await aPost(heron, circle, { kind: "ask" }));
    expect(await all(juniper)).toEqual(["helped"]);
  });

  test("is an answer by which somebody was answered, once a week, and none to oneself", async () => {
    const [juniper, heron, wren] = [
      await aMember(),
      await aMember({ name: "Heron" }),
      await aMember({ name: "Wren" }),
    ];
    const circle = await aCircle(juniper, [heron, wren]);
    await aReply(juniper, await aPost(juniper, circle));
    const answered = await aPost(heron, circle);
    await aReply(wren, answered);
    await aReply(juniper, answered);
    expect(await all(juniper)).toEqual([]);
    expect(await all(wren)).toEqual(["helped"]);
    await aReply(juniper, await aPost(heron, circle));
    await aReply(juniper, await aPost(wren, circle));
    expect(await all(juniper)).toEqual(["helped"]);
  });

  test("is a plan that was done, and not one that was only called up", async () => {
    const juniper = await aMember();
    const firing = await aFiring(juniper, await aPlan(juniper), await pastSetback(juniper, 2));
    expect(await all(juniper)).toEqual([]);
    await submit(juniper, didAsPlanned, firing);
    expect(await all(juniper)).toEqual(["plan_done"]);
    await submit(juniper, openPlanAgain, firing);
    expect(await all(juniper)).toEqual([]);
  });

  test("is nobody else's", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await efforts(juniper, 10);
    expect(await noticed(wren)).toBeNull();
    const about = { kind: "ten_applications", occasion: "10" };
    expect(await submit(wren, keepNoticed, about)).toEqual({ status: "not found" });
    expect(await submit(wren, leaveNoticed, about)).toEqual({ status: "not found" });
    expect(await noticed(juniper)).toMatchObject(about);
  });
});

describe("on the day of a setback", () => {
  test("nothing is noticed, whatever it is about", async () => {
    const juniper = await aMember();
    await efforts(juniper, 10);
    await aSetback(juniper, { day: ago(juniper, 5) });
    expect(await noticed(juniper)).toBeNull();
    await daysPass(juniper, 1);
    expect(await noticed(juniper)).toMatchObject({ kind: "ten_applications" });
  });

  test("what was offered before it can still be kept", async () => {
    const juniper = await aMember();
    await efforts(juniper, 10);
    await aSetback(juniper);
    expect(await submit(juniper, keepNoticed, { kind: "ten_applications", occasion: "10" })).toMatchObject({
      status: "went",
    });
  });
});

describe("keeping what was noticed", () => {
  test("makes one win of it, pressed however often, and leads to a celebration", async () => {
    const juniper = await aMember();
    await efforts(juniper, 10);
    const press = () => submit(juniper, keepNoticed, { kind: "ten_applications", occasion: "10" });
    const answers = [...(await Promise.all([press(), press()])), await press()];
    expect(await bodies(juniper)).toEqual([noticedWords.ten_applications.body]);
    const [{ id } = { id: "" }] = (await as(juniper, (viewer) => listWins(viewer))).wins;
    for (const answer of answers) expect(answer).toEqual({ status: "went", to: `/wins?written=${id}` });
  });

  test("is for good: undone and logged again it is noticed no second time, nor after it was deleted", async () => {
    const juniper = await aMember();
    const { goal, ids } = await efforts(juniper, 10);
    await submit(juniper, keepNoticed, { kind: "ten_applications", occasion: "10" });
    await submit(juniper, undoEffort, { effortId: ids[9] ?? "" });
    await submit(juniper, logEffort, { goalId: goal.id });
    await daysPass(juniper, 1);
    expect(await all(juniper)).toEqual([]);
    const [{ id } = { id: "" }] = (await as(juniper, (viewer) => listWins(viewer))).wins;
    await submit(juniper, deleteWin, { winId: id });
    expect(await all(juniper)).toEqual([]);
    await submit(juniper, keepNoticed, { kind: "ten_applications", occasion: "10" });
    expect(await bodies(juniper)).toEqual([]);
    await submit(juniper, bringWinBack, { winId: id });
    expect(await bodies(juniper)).toHaveLength(1);
  });

  test("is kept or left by what Today saw, whatever lies further back", async () => {
    const juniper = await aMember();
    await pastSetback(juniper, 90, { stage: "Interview" });
    for (let days = 20; days > 14; days--) await pastSetback(juniper, days, { kind: "after_applying" });
    await pastSetback(juniper, 3, { kind: "after_interview" });
    const today = async (viewer: Viewer) => {
      const { counted, earlier } = await readPictures(viewer, WEEKS, new Set());
      const { newest, lastSetback } = await findArranged(viewer);
      return findNoticed(viewer, { counted, earlier, goals: await listGoals(viewer), newest, lastSetback });
    };
    const one = await as(juniper, today);
    expect(one).toMatchObject({ kind: "first_interview" });
    expect(await submit(juniper, leaveNoticed, { kind: one?.kind, occasion: one?.occasion })).toMatchObject({
      message: "Left out. It is not noticed again.",
    });
    expect(await as(juniper, today)).toBeNull();
  });

  test.each([keepNoticed, leaveNoticed])(
    "is one coming back, whatever is noted of the days before it",
    async (answer) => {
      const juniper = await aMember({ createdAt: new Date(Date.now() - 60 * 86_400_000) });
      const goal = await aGoal(juniper);
      await anEffort(juniper, goal, ago(juniper, 40));
      await anEffort(juniper, goal, ago(juniper, 1));
      const [one] = await as(juniper, (viewer) => listNoticed(viewer));
      expect(one).toMatchObject({ kind: "came_back" });
      // Noted while the form was open, it is still the same.
      await anEffort(juniper, goal, ago(juniper, 2));
      await submit(juniper, answer, { kind: one?.kind, occasion: one?.occasion });
      expect(await as(juniper, (viewer) => listNoticed(viewer, { whenever: true }))).toEqual([]);
      await anEffort(juniper, goal, ago(juniper, 3));
      await anEffort(juniper, goal, ago(juniper, 20));
      expect(await as(juniper, (viewer) => listNoticed(viewer, { whenever: true }))).toEqual([]);
    },
  );

  test("kept meanwhile in another tab, it is not said to be left out", async () => {
    const juniper = await aMember();
    await pastSetback(juniper, 3, { kind: "final_round" });
    const one = await noticed(juniper);
    const form = { kind: one?.kind, occasion: one?.occasion };
    await submit(juniper, keepNoticed, form);
    expect(await submit(juniper, leaveNoticed, form)).toMatchObject({
      status: "went",
      to: expect.stringMatching(/^\/wins\?written=/),
    });
  });

  test("waits as long as it was undone", async () => {
    const juniper = await aMember();
    const { ids } = await efforts(juniper, 10);
    await submit(juniper, undoEffort, { effortId: ids[0] ?? "" });
    expect(await all(juniper)).toEqual([]);
    expect(await submit(juniper, keepNoticed, { kind: "ten_applications", occasion: "10" })).toEqual({
      status: "not found",
    });
  });

  test("brings no second one on the same day, and the next one on another", async () => {
    const juniper = await aMember();
    await efforts(juniper, 10);
    await pastSetback(juniper, 4, { kind: "final_round" });
    expect(await all(juniper)).toEqual(["ten_applications", "final_round"]);
    await submit(juniper, keepNoticed, { kind: "ten_applications", occasion: "10" });
    expect(await noticed(juniper)).toBeNull();
    await daysPass(juniper, 1);
    expect(await noticed(juniper)).toMatchObject({ kind: "final_round" });
  });

  test("an answer taken back and given again is noticed once", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    const post = await aPost(heron, circle);
    const form = { id: freshId(), circleId: circle.id, postId: post.id, body: "I am with you." };
    await submit(juniper, reply, form);
    const seen = await noticed(juniper);
    expect(seen).toMatchObject({ kind: "helped" });
    await submit(juniper, keepNoticed, { kind: "helped", occasion: seen?.occasion ?? "" });
    await submit(juniper, takeBackReply, { circleId: circle.id, replyId: form.id });
    await submit(juniper, reply, { ...form, id: freshId() });
    await asMember(juniper.id, (db) => db.noticedWin.updateMany({ data: { answeredOn: new Date(0) } }));
    expect(await all(juniper)).toEqual([]);
  });
});

describe("leaving it out", () => {
  test("makes no win, says so, and is for good", async () => {
    const juniper = await aMember();
    await efforts(juniper, 10);
    const press = () => submit(juniper, leaveNoticed, { kind: "ten_applications", occasion: "10" });
    expect(await press()).toMatchObject({ status: "done", message: "Left out. It is not noticed again." });
    expect(await press()).toMatchObject({ status: "done" });
    await daysPass(juniper, 1);
    expect(await all(juniper)).toEqual([]);
    expect(await bodies(juniper)).toEqual([]);
  });
});

describe("what a page has read already", () => {
  const seenOnToday = (viewer: Viewer) =>
    Promise.all([listGoals(viewer), readPictures(viewer, WEEKS, new Set()), findArranged(viewer)]).then(
      ([goals, drawn, arranged]) => ({ ...drawn, ...arranged, goals }),
    );

  test("makes looking cost one statement, and says the same", async () => {
    const juniper = await aMember();
    await efforts(juniper, 10);
    await pastSetback(juniper, 3, { stage: "Interview" });
    await as(juniper, async (viewer) => {
      const seen = await seenOnToday(viewer);
      const { statements } = await statementsOf(async () =>
        expect(await findNoticed(viewer, seen)).toEqual(await findNoticed(viewer)),
      );
      const alone = await statementsOf(() => findNoticed(viewer));
      expect(statements.length - alone.statements.length).toBe(1);
    });
  });

  test("leaves nothing to look for where nothing can be noticed", async () => {
    const juniper = await aMember();
    await anEffort(juniper, await aGoal(juniper, { category: "routine" }));
    await as(juniper, async (viewer) => {
      const seen = await seenOnToday(viewer);
      const { statements } = await statementsOf(() => findNoticed(viewer, seen));
      expect(statements).toEqual([]);
    });
  });
});

describe("the words", () => {
  test("of a win that is kept name nobody and nothing", () => {
    for (const kind of noticedKinds) expect(noticedWords[kind].body).toMatch(/^[A-Z][a-z ]+\.$|^Did what I/);
  });

  test.each([
    ["Final interview", "final_round"],
    ["last round", "final_round"],
    ["2nd INTERVIEW", "first_interview"],
    ["In the second interview.", "first_interview"],
    ["After my first phone interview", "first_interview"],
    ["third-round interview", null],
    ["phone screen", null],
    ["finally heard back", null],
    ["Before the interview", null],
    ["No interview", null],
    ["not the final round", null],
    ["Interview cancelled by them", null],
    ["Interview?", null],
    ["CV only, not yet interviewed", null],
    ["waiting to hear about an interview", null],
    ["Final answer after the first call", null],
  ])("of a stage tell how far it came: %s", (stage, kind) => {
    expect(kindOfStage(stage)).toBe(kind);
  });
});

test.each([
  ["2026-11-22", "this week"],
  ["2026-11-23", "last week"],
  ["2026-11-24", null],
  ["2026-11-28", null],
])("looking back on a week is offered on Sunday and Monday: %s", (day, week) => {
  expect(weekToLookBackOn(day)).toBe(week);
});
