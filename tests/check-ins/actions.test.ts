import { describe, expect, test } from "vitest";
import { checkIn } from "@/lib/check-ins/actions";
import { findCircleWeek, findOwnWeek } from "@/lib/check-ins/queries";
import { askedOf, checkInDraftKey } from "@/lib/check-ins/schema";
import { weekAfter, weekNow } from "@/lib/check-ins/week";
import { findCircle } from "@/lib/circles/queries";
import { markCommitment } from "@/lib/commitments/actions";
import { asMember, asSystem } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { aCircle, aMember, anInvitation, join, leave, type Member } from "../factories";
import { aCheckIn, aCommitment } from "../factories-of-circles";
import { aDraft } from "../factories-of-drafts";
import { aGoal } from "../factories-of-goals";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";

type Circle = { id: string };

const week = weekNow({ meetingDay: 4, timeZone: "Europe/Berlin" }, new Date());
const lastWeek = weekAfter(week, -1).first;

const ids = () => ({ id1: freshId(), id2: freshId(), id3: freshId() });
const told = (circle: Circle) => ({ circleId: circle.id, word: "steady", need: "ideas", ...ids() });
const went = (circle: Circle) => ({ status: "went", to: `/circles/${circle.id}/week` });
const weekOf = (member: Member, circle: Circle, day?: string) =>
  as(member, (viewer) => findCircleWeek(viewer, circle.id, day));
const ownWeek = (member: Member, circle: Circle) => as(member, (viewer) => findOwnWeek(viewer, circle.id));
const wordsOf = async (member: Member, circle: Circle) =>
  (await ownWeek(member, circle))?.commitments.map(({ words }) => words);

async function aPair(described = {}) {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  return { juniper, heron, circle: await aCircle(juniper, [heron], described) };
}

test("a check-in reaches its circle: a word and a line, a need, and what they will do", async () => {
  const { juniper, heron, circle } = await aPair();
  const form = {
    ...told(circle),
    line: "  Slow start,\n then two good talks. ",
    words1: "Write to two people from the fair by Thursday",
    words3: "Portfolio page",
    day3: week.last,
  };
  expect(await submit(juniper, checkIn, form)).toEqual(went(circle));
  expect(await weekOf(heron, circle)).toMatchObject({
    isNow: true,
    checkedIn: 1,
    expected: 2,
    notYet: ["Heron"],
    haveI: false,
    notes: [
      {
        alias: "Juniper",
        isMe: false,
        checkIn: { word: "steady", line: "Slow start, then two good talks.", need: "ideas" },
        commitments: [
          { words: "Write to two people from the fair by Thursday", byDay: null, outcome: null },
          { words: "Portfolio page", byDay: week.last },
        ],
      },
    ],
  });
  expect(await as(heron, (viewer) => findCircle(viewer, circle.id))).toMatchObject({
    checkedIn: "1 of 2 has checked in",
  });
});

test("the same form sent twice, or at the same moment, is one check-in", async () => {
  const { juniper, circle } = await aPair();
  const form = { ...told(circle), words1: "Call 2 agencies" };
  for (const answer of await Promise.all([1, 2, 3].map(() => submit(juniper, checkIn, form))))
    expect(answer).toEqual(went(circle));
  expect(await submit(juniper, checkIn, form)).toEqual(went(circle));
  expect(await wordsOf(juniper, circle)).toEqual(["Call 2 agencies"]);
  const rows = await asMember(juniper.id, (db) => db.checkIn.count({ where: { circleId: circle.id } }));
  expect(rows).toBe(1);
});

test("during the week everything of it can be changed, added and taken back", async () => {
  const { juniper, circle } = await aPair();
  const first = {
    ...told(circle),
    line: "A line.",
    words1: "Call 2 agencies",
    words2: "Write to Marta today",
  };
  await submit(juniper, checkIn, first);
  const changed = { ...first, word: "heavy", line: "", need: "listen", words1: "Call 1 agency", words2: "" };
  await submit(juniper, checkIn, { ...changed, words3: "Rest on Sunday" });
  expect(await ownWeek(juniper, circle)).toMatchObject({
    checkIn: { word: "heavy", line: null, need: "listen" },
    commitments: [{ id: first.id1, words: "Call 1 agency" }, { words: "Rest on Sunday" }],
  });
});

test("what was said in the meeting meanwhile stays, though an older page did not know of it", async () => {
  const { juniper, circle } = await aPair();
  const form = { ...told(circle), words1: "Call 2 agencies" };
  await submit(juniper, checkIn, form);
  await aCommitment(juniper, circle, { words: "Said aloud at 6" });
  await submit(juniper, checkIn, { ...form, words1: "Call 3 agencies" });
  expect(await wordsOf(juniper, circle)).toEqual(["Call 3 agencies", "Said aloud at 6"]);
});

test("a word is asked for, and everything typed stays", async () => {
  const { juniper, circle } = await aPair();
  const form = { ...told(circle), word: undefined, line: "A long one.", words1: "Call 2 agencies" };
  expect(await submit(juniper, checkIn, form)).toMatchObject({
    status: "invalid",
    fieldErrors: { word: expect.stringContaining("Please choose a word") },
    values: { line: ["A long one."], words1: ["Call 2 agencies"] },
  });
  expect(await weekOf(juniper, circle)).toMatchObject({ notes: [] });
});

describe("a vague commitment", () => {
  test("is offered other words once, and nothing typed is lost", async () => {
    const { juniper, circle } = await aPair();
    const form = { ...told(circle), words1: "network more", words2: "Call 2 agencies" };
    const answer = await submit(juniper, checkIn, form);
    expect(answer).toMatchObject({
      status: "refused",
      fieldErrors: {
        offered: expect.stringMatching(/^Could “network more” say .* “Write to two people I know by \w+day”/),
      },
      values: { words1: ["network more"], words2: ["Call 2 agencies"], id1: [form.id1] },
    });
    expect(await wordsOf(juniper, circle)).toEqual([]);

    expect(await submit(juniper, checkIn, { ...form, offered: true })).toEqual(went(circle));
    expect(await wordsOf(juniper, circle)).toEqual(["network more", "Call 2 agencies"]);
    // Once it is kept, nobody asks again.
    expect(await submit(juniper, checkIn, { ...form, word: "light" })).toEqual(went(circle));
  });

  test("takes the offered words by a press, and leaves those alone that were specific", async () => {
    const { juniper, circle } = await aPair();
    const form = { ...told(circle), words1: "network more", words2: "Call 2 agencies", words3: "apply" };
    expect(await submit(juniper, checkIn, { ...form, offered: true, take: true })).toEqual(went(circle));
    expect(await wordsOf(juniper, circle)).toEqual([
      expect.stringMatching(/^Write to two people I know by /),
      "Call 2 agencies",
      expect.stringMatching(/^Send two applications by /),
    ]);
  });

  test("is nobody's business with a day beside it, or in a circle that speaks another language", async () => {
    const { juniper, circle } = await aPair();
    expect(await submit(juniper, checkIn, { ...told(circle), words1: "network", day1: week.last })).toEqual(
      went(circle),
    );
    const there = await aPair({ language: "Deutsch" });
    const form = { ...told(there.circle), words1: "mehr bewerben" };
    expect(await submit(there.juniper, checkIn, form)).toEqual(went(there.circle));
  });
});

describe("what was said last week", () => {
  async function aWeekLater() {
    const pair = await aPair();
    const { juniper, circle } = pair;
    const agencies = await aCommitment(juniper, circle, { week: lastWeek, words: "Call 4 agencies" });
    const page = await aCommitment(juniper, circle, { week: lastWeek, words: "Portfolio page" });
    return { ...pair, agencies, page };
  }

  test("comes back first, open, with smaller words to start from", async () => {
    const { juniper, heron, circle } = await aWeekLater();
    expect(await ownWeek(juniper, circle)).toMatchObject({
      checkIn: null,
      commitments: [],
      earlier: {
        isLast: true,
        commitments: [
          { words: "Call 4 agencies", smaller: "Call 2 agencies", outcome: null, isCarriedOver: false },
          { words: "Portfolio page", smaller: "Five minutes: Portfolio page" },
        ],
      },
    });
    expect(await ownWeek(heron, circle)).toMatchObject({ earlier: undefined });
  });

  test("is marked, with a reason if they like, and carried over as it is or smaller", async () => {
    const { juniper, heron, circle, agencies, page } = await aWeekLater();
    const [one, two] = [askedOf(agencies.id), askedOf(page.id)];
    const form = {
      ...told(circle),
      [one.outcome]: "partly",
      [one.reason]: "Two did not pick up.",
      [one.next]: "smaller",
      [one.smaller]: "Call 1 agency",
      [two.next]: "carry",
    };
    for (const _ of [1, 2]) expect(await submit(juniper, checkIn, form)).toEqual(went(circle));
    expect(await weekOf(heron, circle, lastWeek)).toMatchObject({
      isNow: false,
      notYet: [],
      notes: [
        {
          checkIn: null,
          commitments: [
            { words: "Call 4 agencies", outcome: "partly", reason: "Two did not pick up." },
            { words: "Portfolio page", outcome: null },
          ],
        },
      ],
    });
    expect(await ownWeek(juniper, circle)).toMatchObject({
      commitments: [
        { words: "Call 1 agency", isCarried: true },
        { words: "Portfolio page", isCarried: true },
      ],
      earlier: { commitments: [{ isCarriedOver: true }, { isCarriedOver: true }] },
    });
  });

  test("keeps a mark that was made elsewhere while the page was open", async () => {
    const { juniper, circle, page } = await aWeekLater();
    const about = { circleId: circle.id, commitmentId: page.id };
    await submit(juniper, markCommitment, { ...about, outcome: "kept" });
    await submit(juniper, checkIn, { ...told(circle), [askedOf(page.id).reason]: "It was fun." });
    expect(await ownWeek(juniper, circle)).toMatchObject({
      earlier: { commitments: [{ outcome: null }, { outcome: "kept", reason: "It was fun." }] },
    });
  });

  test("is carried over as it was where the smaller words were left empty", async () => {
    const { juniper, circle, page } = await aWeekLater();
    const { next } = askedOf(page.id);
    await submit(juniper, checkIn, { ...told(circle), [next]: "smaller" });
    expect(await wordsOf(juniper, circle)).toEqual(["Portfolio page"]);
  });

  test("makes no fourth: that is said, and nothing is lost or half done", async () => {
    const { juniper, circle, page } = await aWeekLater();
    const { next, outcome } = askedOf(page.id);
    const three = { words1: "One call", words2: "Two calls", words3: "Three calls" };
    const form = { ...told(circle), ...three, [next]: "carry", [outcome]: "changed" };
    expect(await submit(juniper, checkIn, form)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Three commitments are enough"),
      values: { words3: ["Three calls"], [next]: ["carry"] },
    });
    expect(await ownWeek(juniper, circle)).toMatchObject({
      checkIn: null,
      commitments: [],
      earlier: { commitments: [{}, { outcome: null }] },
    });
  });

  test("is their own: what is said about somebody else's is a 404, and changes nothing", async () => {
    const { heron, juniper, circle, page } = await aWeekLater();
    const form = { ...told(circle), [askedOf(page.id).outcome]: "kept" };
    expect(await submit(heron, checkIn, form)).toEqual({ status: "not found" });
    expect(await ownWeek(juniper, circle)).toMatchObject({
      earlier: { commitments: [{}, { outcome: null }] },
    });
  });

  test("is asked about once more, where an outcome or a step is none", async () => {
    const { juniper, circle, page } = await aWeekLater();
    const { outcome } = askedOf(page.id);
    expect(await submit(juniper, checkIn, { ...told(circle), [outcome]: "failed" })).toMatchObject({
      status: "invalid",
      fieldErrors: { [outcome]: "Please choose one of these." },
    });
  });

  test("is the last week that they said anything for, however long ago", async () => {
    const { juniper, circle } = await aPair();
    await aCommitment(juniper, circle, { week: weekAfter(week, -5).first, words: "Long ago 1" });
    await aCommitment(juniper, circle, { week: weekAfter(week, -3).first, words: "Not so long ago 1" });
    expect(await ownWeek(juniper, circle)).toMatchObject({
      earlier: { isLast: false, commitments: [{ words: "Not so long ago 1" }] },
    });
  });
});

test("words that waited as a draft are gone once they are said", async () => {
  const { juniper, circle } = await aPair();
  const key = checkInDraftKey(circle.id);
  await aDraft(juniper, key, { line: ["half a"] });
  await submit(juniper, checkIn, { ...told(circle), draftKey: key });
  expect(await as(juniper, (viewer) => findDraft(viewer, key))).toBeNull();
});

test("a draft from a week ago becomes this week's words, and last week's stay as they were", async () => {
  const { juniper, circle } = await aPair();
  const old = await aCommitment(juniper, circle, { week: lastWeek, words: "Call 4 agencies" });
  await submit(juniper, checkIn, { ...told(circle), id1: old.id, words1: "Call 4 agencies" });
  expect(await wordsOf(juniper, circle)).toEqual(["Call 4 agencies"]);
  expect(await weekOf(juniper, circle, lastWeek)).toMatchObject({
    notes: [{ commitments: [{ id: old.id, words: "Call 4 agencies" }] }],
  });
});

test("who left, and who never sat there, say nothing there, and keep their words", async () => {
  const { juniper, heron, circle } = await aPair();
  const wren = await aMember({ name: "Wren" });
  await leave(heron, circle);
  for (const someone of [wren, heron]) {
    expect(await submit(someone, checkIn, { ...told(circle), line: "Hello?" })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("not in this circle any more"),
      values: { line: ["Hello?"] },
    });
    expect(await weekOf(someone, circle)).toBeNull();
    expect(await ownWeek(someone, circle)).toBeNull();
  }
  expect(await weekOf(juniper, circle)).toMatchObject({ notes: [] });
});

test("whose address is not confirmed is told so, and a signed-out browser signs in first", async () => {
  const linnet = await aMember({ name: "Linnet", verified: false });
  const circle = await aCircle(linnet);
  expect(await submit(linnet, checkIn, told(circle))).toMatchObject({
    status: "refused",
    message: expect.stringContaining("confirm your e-mail address"),
  });
  expect(await submit(null, checkIn, told(circle))).toMatchObject({
    status: "went",
    to: expect.stringContaining("/sign-in"),
  });
});

test("who is not there yet is named without a word more, and whose seat waits is not asked", async () => {
  const { juniper, heron, circle } = await aPair();
  const wren = await aMember({ name: "Wren" });
  await join(wren, circle, await anInvitation(juniper, circle));
  await asSystem((db) =>
    db.membership.updateMany({ where: { userId: wren.id }, data: { pausedAt: new Date() } }),
  );
  await aCheckIn(juniper, circle);
  expect(await weekOf(heron, circle)).toMatchObject({ expected: 2, checkedIn: 1, notYet: ["Heron"] });
  await aCheckIn(heron, circle, { word: "resting" });
  expect(await weekOf(heron, circle)).toMatchObject({ expected: 2, checkedIn: 2, notYet: [] });
  expect(await as(juniper, (viewer) => findCircle(viewer, circle.id))).toMatchObject({
    checkedIn: "Everybody has checked in",
  });
});

test("two who share nothing read nothing of each other's week, whoever of them said so", async () => {
  const { juniper, heron, circle } = await aPair();
  const wren = await aMember({ name: "Wren" });
  await join(wren, circle, await anInvitation(juniper, circle));
  for (const one of [juniper, heron, wren]) {
    await aCheckIn(one, circle);
    await aCommitment(one, circle);
  }
  await keepApart(juniper, heron);
  const read = async (member: Member) => {
    const found = await weekOf(member, circle);
    return found?.notes
      .filter(({ checkIn, commitments }) => checkIn ?? commitments[0])
      .map(({ alias }) => alias);
  };
  expect(await read(juniper)).toEqual(["Juniper", "Wren"]);
  expect(await read(heron)).toEqual(["Heron", "Wren"]);
  expect(await read(wren)).toEqual(["Juniper", "Heron", "Wren"]);
});

test("earlier weeks are found one after another, and one that has not come is this one", async () => {
  const { juniper, circle } = await aPair();
  await aCheckIn(juniper, circle, { week: weekAfter(week, -4).first, line: "Long ago." });
  await aCommitment(juniper, circle, { week: lastWeek });
  const now = await weekOf(juniper, circle, weekAfter(week, 3).first);
  expect(now).toMatchObject({ isNow: true, earlier: lastWeek, later: null });
  const before = await weekOf(juniper, circle, now?.earlier ?? "");
  expect(before).toMatchObject({ isNow: false, week: { first: lastWeek }, later: week.first });
  const first = await weekOf(juniper, circle, before?.earlier ?? "");
  expect(first).toMatchObject({ notes: [{ checkIn: { line: "Long ago." } }], earlier: null });
});

test("when the circle meets on another day, its weeks move along and nothing is lost or doubled", async () => {
  const { juniper, circle } = await aPair();
  await submit(juniper, checkIn, {
    ...told(circle),
    line: "Said on the old day.",
    words1: "Call 2 agencies",
  });
  for (const meetingDay of [1, 2, 3, 5, 6, 7]) {
    await asMember(juniper.id, (db) =>
      db.circle.updateMany({ where: { id: circle.id }, data: { meetingDay } }),
    );
    const weeks = [await weekOf(juniper, circle), await weekOf(juniper, circle, week.first)];
    const lines = weeks.flatMap((found) => found?.notes.map(({ checkIn }) => checkIn?.line) ?? []);
    expect(new Set(lines)).toEqual(new Set(["Said on the old day."]));
  }
});

test("goals are offered to their member alone, and go nowhere unless chosen", async () => {
  const { juniper, heron, circle } = await aPair();
  await aGoal(juniper, { title: "New contacts", rhythm: "week", times: 2 });
  await aGoal(juniper, { title: "Long done", finishedAt: new Date() });
  await aGoal(juniper, { title: "Let go", deletedAt: new Date() });
  expect(await ownWeek(juniper, circle)).toMatchObject({ goals: ["New contacts, 2 a week"] });
  expect(await ownWeek(heron, circle)).toMatchObject({ goals: [] });
  await submit(juniper, checkIn, told(circle));
  expect(JSON.stringify(await weekOf(heron, circle))).not.toContain("New contacts");
});

test("the database itself keeps a member from writing or changing anybody else's week", async () => {
  const { juniper, heron, circle } = await aPair();
  await aCheckIn(juniper, circle);
  const { id } = await aCommitment(juniper, circle);
  await asMember(heron.id, async (db) => {
    expect(await db.checkIn.updateMany({ where: { circleId: circle.id }, data: { line: "Hm." } })).toEqual({
      count: 0,
    });
    expect(await db.commitment.updateMany({ where: { id }, data: { words: "Hm." } })).toEqual({ count: 0 });
    expect(await db.commitment.deleteMany({ where: { id } })).toEqual({ count: 0 });
  });
  await expect(
    asMember(heron.id, (db) =>
      db.commitment.createMany({
        data: { circleId: circle.id, id: freshId(), authorId: juniper.id, week: new Date(), words: "Hm." },
      }),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(asSystem((db) => db.commitment.findMany({ where: { id } }))).rejects.toThrow(
    /permission denied/,
  );
});
