import { describe, expect, test } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { saveDraft } from "@/lib/drafts/actions";
import { freshId } from "@/lib/ids";
import { isSealed } from "@/lib/private-words";
import { deleteSetback } from "@/lib/setbacks/actions";
import { beginWriting, deleteWriting, keepWriting, takeUpWriting } from "@/lib/writing/actions";
import { findSession, findWriting } from "@/lib/writing/queries";
import { MOST_SESSIONS, SESSION_SECONDS } from "@/lib/writing/rules";
import { LONGEST_WRITING, writingDraftKey } from "@/lib/writing/schema";
import { aMember, type Member } from "../factories";
import { aSetback, aWritingSession } from "../factories-of-setbacks";
import { as, submit } from "../people";
import { statementsOf } from "../statements";

type Setback = { id: string };

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const writingOf = (member: Member, setback: Setback) =>
  as(member, (viewer) => findWriting(viewer, setback.id));
const begin = (member: Member, setback: Setback, id = freshId()) =>
  submit(member, beginWriting, { id, setbackId: setback.id });

async function pageOf(member: Member, setback: Setback, { id }: { id: string }) {
  const session = await as(member, (viewer) => findSession(viewer, setback.id, id));
  if (!session) throw new Error("there is no such session");
  return session;
}

/** Presses a button of a session's page, as it is now or as it was when it was opened. */
async function press(
  member: Member,
  setback: Setback,
  session: { id: string },
  words: string,
  button = "keep",
  opened?: { seen: string },
) {
  const { seen } = opened ?? (await pageOf(member, setback, session));
  return submit(member, keepWriting, { sessionId: session.id, words, seen, press: button });
}

describe("beginning to write", () => {
  test("opens today's page with twenty minutes, which run", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const id = freshId();
    const to = `/setbacks/${setback.id}/writing/${id}`;
    expect(await begin(juniper, setback, id)).toEqual({ status: "went", to });
    const { sessions, todays } = await writingOf(juniper, setback);
    expect(sessions).toMatchObject([{ id, number: 1, day: todayOf(juniper), isEnded: false }]);
    expect(todays).toEqual(sessions[0]);
    const page = await pageOf(juniper, setback, { id });
    expect(page).toMatchObject({ words: "", isEnded: false, clock: { isRunning: true } });
    expect(page.clock.left).toBeGreaterThan(SESSION_SECONDS - 60);
    expect(page.clock.left).toBeLessThanOrEqual(SESSION_SECONDS);
  });

  test("twice at once, from one tab or from two, is one page", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const id = freshId();
    const went = await Promise.all([
      begin(juniper, setback, id),
      begin(juniper, setback, id),
      begin(juniper, setback),
      begin(juniper, setback),
    ]);
    const later = await begin(juniper, setback);
    const { sessions } = await writingOf(juniper, setback);
    expect(sessions).toHaveLength(1);
    const to = `/setbacks/${setback.id}/writing/${sessions[0]?.id}`;
    for (const one of [...went, later]) expect(one).toEqual({ status: "went", to });
  });

  test("from a tab that stayed open overnight begins today's, and leaves yesterday's as it was", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const yesterdays = await aWritingSession(juniper, setback, { day: addDays(todayOf(juniper), -1) });
    await begin(juniper, setback, yesterdays.id);
    const { sessions, todays } = await writingOf(juniper, setback);
    expect(sessions).toHaveLength(2);
    expect(todays?.id).not.toBe(yesterdays.id);
    expect(await pageOf(juniper, setback, yesterdays)).toMatchObject({ words: "I keep going over it." });
  });

  test("is once a day by the member's own calendar", async () => {
    // It is never the same day in both.
    const east = await aMember({ timeZone: "Pacific/Kiritimati" });
    const west = await aMember({ timeZone: "Pacific/Pago_Pago" });
    expect(todayOf(east)).not.toBe(todayOf(west));
    for (const member of [east, west]) {
      const setback = await aSetback(member);
      await begin(member, setback);
      expect((await writingOf(member, setback)).todays).toMatchObject({ day: todayOf(member) });
    }
  });

  test("is one page, though a moment later the member's calendar is another", async () => {
    for (const [there, here] of [
      ["Pacific/Kiritimati", "Pacific/Pago_Pago"],
      ["Pacific/Pago_Pago", "Pacific/Kiritimati"],
    ] as const) {
      const juniper = await aMember({ timeZone: there });
      const setback = await aSetback(juniper);
      const id = freshId();
      await begin(juniper, setback, id);
      const flown = { ...juniper, timeZone: here };
      await asMember(juniper.id, (db) =>
        db.user.updateMany({ where: { id: juniper.id }, data: { timeZone: here } }),
      );
      expect(await writingOf(flown, setback)).toMatchObject({
        todays: { id },
        mayBegin: "there is one today",
      });
      const to = `/setbacks/${setback.id}/writing/${id}`;
      expect(await begin(juniper, setback)).toEqual({ status: "went", to });
      expect((await writingOf(flown, setback)).sessions).toHaveLength(1);
    }
  });

  test("goes up to five, says so kindly, and a deleted one makes room", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const earlier = [];
    for (let back = MOST_SESSIONS; back > 0; back--)
      earlier.push(await aWritingSession(juniper, setback, { day: addDays(todayOf(juniper), -back) }));
    const refused = await begin(juniper, setback);
    expect(refused).toMatchObject({ status: "refused", message: expect.stringContaining("all five") });
    expect((await writingOf(juniper, setback)).sessions).toHaveLength(MOST_SESSIONS);

    // Another setback has five of its own.
    expect(await begin(juniper, await aSetback(juniper))).toMatchObject({ status: "went" });
    await submit(juniper, deleteWriting, { sessionId: earlier[2]?.id, setbackId: setback.id });
    expect(await begin(juniper, setback)).toMatchObject({ status: "went" });
    const { sessions } = await writingOf(juniper, setback);
    expect(sessions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  test("goes to today's page also where all five are begun", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    for (let back = 0; back < MOST_SESSIONS; back++)
      await aWritingSession(juniper, setback, { day: addDays(todayOf(juniper), -back) });
    expect(await begin(juniper, setback)).toMatchObject({ status: "went" });
  });

  test("finds no setback of somebody else, and none that was deleted", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const [mine, deleted] = [await aSetback(juniper), await aSetback(wren, { deletedAt: new Date() })];
    for (const setback of [mine, deleted])
      expect(await begin(wren, setback)).toEqual({ status: "not found" });
    expect((await writingOf(juniper, mine)).sessions).toEqual([]);
  });

  test("a setback that is closed or rests in whatever phase changes nothing", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper, { phase: "act", closedAt: new Date() });
    expect(await begin(juniper, setback)).toMatchObject({ status: "went" });
  });
});

describe("writing", () => {
  test("keeps the words as they were written, sealed, for their member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { words: "" });
    const words = "  I sat in the car.\n\nThen I drove.\n";
    expect(await press(juniper, setback, session, words)).toEqual({ status: "done", message: "Kept." });
    expect(await pageOf(juniper, setback, session)).toMatchObject({ words });
    expect(await as(wren, (viewer) => findSession(viewer, setback.id, session.id))).toBeNull();
    const [row] = await asMember(juniper.id, (db) =>
      db.writingSession.findMany({ where: { id: session.id }, select: { words: true } }),
    );
    expect(isSealed(row?.words ?? "")).toBe(true);
  });

  test("the same form twice is the same as once", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { words: "" });
    const opened = await pageOf(juniper, setback, session);
    const once = () => press(juniper, setback, session, "I sat in the car.", "keep", opened);
    const kept = { status: "done", message: "Kept." };
    expect(await Promise.all([once(), once()])).toEqual([kept, kept]);
    expect(await once()).toEqual(kept);
    expect(await pageOf(juniper, setback, session)).toMatchObject({ words: "I sat in the car." });
  });

  test("in two tabs loses the words of neither", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { words: "" });
    const opened = await pageOf(juniper, setback, session);
    await press(juniper, setback, session, "In the first tab.", "keep", opened);
    expect(await press(juniper, setback, session, "In the second.", "keep", opened)).toMatchObject({
      message: expect.stringContaining("both are here now"),
    });
    expect(await pageOf(juniper, setback, session)).toMatchObject({
      words: "In the first tab.\n\nIn the second.",
    });
    // A page that knows them may take words out again.
    await press(juniper, setback, session, "Only this.");
    expect(await pageOf(juniper, setback, session)).toMatchObject({ words: "Only this." });
  });

  test("an empty page is one too", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback);
    expect(await press(juniper, setback, session, "")).toMatchObject({ status: "done" });
    expect(await pageOf(juniper, setback, session)).toMatchObject({ words: "" });
  });

  test("longer than a page holds comes back whole, with a sentence", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { words: "As it was." });
    const words = "x".repeat(LONGEST_WRITING + 1);
    expect(await press(juniper, setback, session, words)).toMatchObject({
      status: "invalid",
      values: { words: [words] },
    });
    expect(await pageOf(juniper, setback, session)).toMatchObject({ words: "As it was." });
  });

  test("drops what had saved itself, once it is kept", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback);
    const draftKey = writingDraftKey(session.id);
    const drafts = () => asMember(juniper.id, (db) => db.draft.count({ where: { key: draftKey } }));
    await submit(juniper, saveDraft, { draftKey, typedAt: Date.now(), words: "I sat i" });
    expect(await drafts()).toBe(1);
    await submit(juniper, keepWriting, { sessionId: session.id, words: "I sat in the car.", draftKey });
    expect(await drafts()).toBe(0);
  });

  test("about a setback that was deleted meanwhile comes back with a sentence", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback);
    await submit(juniper, deleteSetback, { setbackId: setback.id });
    expect(
      await submit(juniper, keepWriting, { sessionId: session.id, words: "I sat in the car." }),
    ).toMatchObject({ status: "refused", values: { words: ["I sat in the car."] } });
    expect(await as(juniper, (viewer) => findSession(viewer, setback.id, session.id))).toBeNull();
  });
});

describe("the clock of a session", () => {
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

  test("goes on while nobody looks, and is the same for every page that is opened", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { runningFrom: ago(600) });
    const [one, other] = await Promise.all([1, 2].map(() => pageOf(juniper, setback, session)));
    for (const page of [one, other]) {
      expect(page?.clock.isRunning).toBe(true);
      expect(page?.clock.left).toBeGreaterThan(SESSION_SECONDS - 600 - 60);
      expect(page?.clock.left).toBeLessThanOrEqual(SESSION_SECONDS - 600);
    }
  });

  test("rests and goes on by a press, which keeps the words as well", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { words: "", runningFrom: ago(300) });
    await press(juniper, setback, session, "One.", "rest");
    const rested = await pageOf(juniper, setback, session);
    expect(rested).toMatchObject({ words: "One.", clock: { isRunning: false } });
    await press(juniper, setback, session, "One.", "rest");
    expect((await pageOf(juniper, setback, session)).clock.left).toBe(rested.clock.left);

    await press(juniper, setback, session, "One. Two.", "go on");
    const running = await pageOf(juniper, setback, session);
    expect(running).toMatchObject({ words: "One. Two.", clock: { isRunning: true } });
    const since = () =>
      asMember(juniper.id, (db) =>
        db.writingSession.findFirst({ where: { id: session.id }, select: { runningFrom: true } }),
      );
    const before = await since();
    await press(juniper, setback, session, "One. Two.", "go on");
    expect(await since()).toEqual(before);
  });

  test("is over after twenty minutes, and words are kept all the same", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { runningFrom: ago(SESSION_SECONDS + 5) });
    expect(await pageOf(juniper, setback, session)).toMatchObject({ clock: { left: 0, isRunning: false } });
    for (const button of ["keep", "go on", "rest"]) {
      expect(await press(juniper, setback, session, `And ${button}.`, button)).toMatchObject({
        status: "done",
      });
      expect(await pageOf(juniper, setback, session)).toMatchObject({
        words: `And ${button}.`,
        clock: { left: 0, isRunning: false },
      });
    }
  });
});

describe("ending", () => {
  test("keeps the words and puts the clock to rest; it can be taken up again", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { runningFrom: new Date() });
    const overview = { status: "went", to: `/setbacks/${setback.id}/writing?ended=1` };
    expect(await press(juniper, setback, session, "Enough.", "end")).toEqual(overview);
    expect(await press(juniper, setback, session, "Enough.", "end")).toEqual(overview);
    expect(await pageOf(juniper, setback, session)).toMatchObject({
      words: "Enough.",
      isEnded: true,
      clock: { isRunning: false },
    });
    const fields = { sessionId: session.id, setbackId: setback.id };
    const page = { status: "went", to: `/setbacks/${setback.id}/writing/${session.id}` };
    expect(await submit(juniper, takeUpWriting, fields)).toEqual(page);
    expect(await submit(juniper, takeUpWriting, fields)).toEqual(page);
    expect(await pageOf(juniper, setback, session)).toMatchObject({
      words: "Enough.",
      isEnded: false,
      clock: { isRunning: false },
    });
  });
});

describe("deleting", () => {
  test("is for good, and takes along what was being typed", async () => {
    const juniper = await aMember();
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback);
    const draftKey = writingDraftKey(session.id);
    await submit(juniper, saveDraft, { draftKey, typedAt: Date.now(), words: "I sat i" });
    const fields = { sessionId: session.id, setbackId: setback.id };
    const went = { status: "went", to: `/setbacks/${setback.id}/writing?deleted=1` };
    expect(await submit(juniper, deleteWriting, fields)).toEqual(went);
    expect(await submit(juniper, deleteWriting, fields)).toEqual(went);
    expect((await writingOf(juniper, setback)).sessions).toEqual([]);
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });
});

describe("a page of somebody else", () => {
  test("cannot be written on, ended, taken up or deleted", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const setback = await aSetback(juniper);
    const session = await aWritingSession(juniper, setback, { endedAt: new Date() });
    const before = await pageOf(juniper, setback, session);
    const of = { sessionId: session.id, setbackId: setback.id };
    for (const button of ["keep", "rest", "go on", "end"]) {
      const fields = { sessionId: session.id, words: "Hers.", seen: before.seen, press: button };
      expect(await submit(wren, keepWriting, fields)).toEqual({ status: "not found" });
    }
    expect(await submit(wren, takeUpWriting, of)).toEqual({ status: "not found" });
    await submit(wren, deleteWriting, of);
    const { clock: _, ...after } = await pageOf(juniper, setback, session);
    expect(before).toMatchObject(after);
  });
});

test("the writing about a setback is found in one statement", async () => {
  const juniper = await aMember();
  const setback = await aSetback(juniper);
  await aWritingSession(juniper, setback);
  const asked = async (look: () => Promise<unknown>) =>
    (await statementsOf(look)).statements.filter((sql) => /writing_sessions/.test(sql));
  expect(await asked(() => writingOf(juniper, setback))).toHaveLength(1);
});
