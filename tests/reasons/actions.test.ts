import { beforeEach, describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { isSealed } from "@/lib/private-words";
import {
  addReason,
  bringReasonBack,
  letReasonGo,
  sortReason,
  takeOutReason,
  takeReasonUpAgain,
} from "@/lib/reasons/actions";
import { findReasonTakenOut, listAllReasons, listReasons } from "@/lib/reasons/queries";
import { deleteSetback } from "@/lib/setbacks/actions";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aReason } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";
import { statementsOf } from "../statements";

const lastWeek = { createdAt: new Date(Date.now() - 7 * 86_400_000) };

let juniper: Member;
let wren: Member;
let setback: { id: string };
beforeEach(async () => {
  [juniper, wren] = [await aMember(), await aMember()];
  setback = await aSetback(juniper, lastWeek);
});

const reasonsOf = (member: Member, of = setback) => as(member, (viewer) => listReasons(viewer, of.id));
const rowsOf = (member: Member) => asMember(member.id, (db) => db.reason.findMany());

const form = () => ({
  id: freshId(),
  setbackId: setback.id,
  words: "They wanted a licence.\n\nI have none.",
  saidBy: "employer",
});

describe("adding a reason", () => {
  test("keeps it in the member's own words, for them alone, and not sorted", async () => {
    const sent = { ...form(), words: " They wanted a licence.\n\nI have none.\n" };
    expect(await submit(juniper, addReason, sent)).toMatchObject({ status: "done" });
    const { id, words, saidBy } = form();
    expect(await reasonsOf(juniper)).toEqual([{ id: sent.id, words, saidBy, whose: null, letGoAt: null }]);
    expect(id).not.toBe(sent.id);
    expect(await reasonsOf(wren)).toEqual([]);
  });

  test("seals the words, so that the database does not know them", async () => {
    await submit(juniper, addReason, form());
    const [row] = await rowsOf(juniper);
    expect(isSealed(row?.words ?? "")).toBe(true);
    expect(row?.words).not.toContain("licence");
  });

  test("sent twice, at once or later, keeps one", async () => {
    const sent = form();
    const once = () => submit(juniper, addReason, sent);
    for (const answer of [...(await Promise.all([once(), once()])), await once()])
      expect(answer).toMatchObject({ status: "done" });
    expect(await reasonsOf(juniper)).toHaveLength(1);
  });

  test("sent again with other words, or said by somebody else, loses neither, and each opens", async () => {
    const sent = form();
    await submit(juniper, addReason, sent);
    const changed = [
      { ...sent, words: "They wanted two licences." },
      { ...sent, saidBy: "me" },
    ];
    for (const one of [...changed, ...changed]) await submit(juniper, addReason, one);
    const kept = (await reasonsOf(juniper)).map(({ words, saidBy }) => `${saidBy}: ${words}`);
    expect(kept.sort()).toEqual([sent, ...changed].map(({ words, saidBy }) => `${saidBy}: ${words}`).sort());
  });

  test("sent again after it was taken out is there again, sorted as it was", async () => {
    const sent = form();
    await submit(juniper, addReason, sent);
    await submit(juniper, sortReason, { reasonId: sent.id, whose: "theirs" });
    await submit(juniper, takeOutReason, { reasonId: sent.id });
    await submit(juniper, addReason, sent);
    expect(await reasonsOf(juniper)).toMatchObject([{ id: sent.id, whose: "theirs" }]);
  });

  test("drops the draft of it, and of no other setback", async () => {
    const other = await aSetback(juniper, lastWeek);
    for (const { id } of [setback, other]) await aDraft(juniper, `reason:${id}`, { words: ["They wan"] });
    await submit(juniper, addReason, { ...form(), draftKey: `reason:${setback.id}` });
    const left = await asMember(juniper.id, (db) => db.draft.findMany({ select: { key: true } }));
    expect(left).toEqual([{ key: `reason:${other.id}` }]);
  });

  test("waits until the day after, and loses no words", async () => {
    const today = await aSetback(juniper);
    const sent = await submit(juniper, addReason, { ...form(), setbackId: today.id });
    expect(sent).toMatchObject({
      status: "refused",
      message: expect.stringContaining("can wait until tomorrow"),
      values: { words: [form().words] },
    });
    expect(await reasonsOf(juniper, today)).toEqual([]);
  });

  test.each([
    ["nothing was written", { words: " \n" }, "words"],
    ["it is longer than a reason is", { words: "x".repeat(2001) }, "words"],
    ["nobody said so", { saidBy: "" }, "saidBy"],
    ["somebody unheard of said so", { saidBy: "everyone" }, "saidBy"],
  ])("says so and keeps the words when %s", async (_name, wrong, field) => {
    const sent = await submit(juniper, addReason, { ...form(), ...wrong });
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.any(String) } });
    expect(sent).toHaveProperty("values.words");
    expect(await reasonsOf(juniper)).toEqual([]);
  });

  test("finds no setback of somebody else, and none that was deleted", async () => {
    expect(await submit(wren, addReason, form())).toEqual({ status: "not found" });
    await submit(juniper, deleteSetback, { setbackId: setback.id });
    expect(await submit(juniper, addReason, form())).toMatchObject({
      status: "refused",
      message: expect.stringContaining("Your words are still here"),
    });
    expect(await rowsOf(juniper)).toEqual([]);
    expect(await rowsOf(wren)).toEqual([]);
  });
});

describe("sorting", () => {
  test.each(["mine", "theirs", "chance"])("says that it was %s, as often as it is pressed", async (whose) => {
    const { id } = await aReason(juniper, setback);
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, sortReason, { reasonId: id, whose })).toMatchObject({ status: "done" });
    expect(await reasonsOf(juniper)).toMatchObject([{ id, whose }]);
  });

  test("can be left open again", async () => {
    const { id } = await aReason(juniper, setback, { whose: "mine" });
    for (let press = 0; press < 2; press++) await submit(juniper, sortReason, { reasonId: id, whose: "" });
    expect(await reasonsOf(juniper)).toMatchObject([{ id, whose: null }]);
  });

  test("anew takes up what was let go; pressed once more where it lies, it stays let go", async () => {
    const letGoAt = new Date("2026-11-22T12:00:00Z");
    const { id } = await aReason(juniper, setback, { whose: "theirs", letGoAt });
    await submit(juniper, sortReason, { reasonId: id, whose: "theirs" });
    expect(await reasonsOf(juniper)).toMatchObject([{ whose: "theirs", letGoAt }]);
    await submit(juniper, sortReason, { reasonId: id, whose: "mine" });
    expect(await reasonsOf(juniper)).toMatchObject([{ whose: "mine", letGoAt: null }]);
  });

  test("knows three places and no more", async () => {
    const { id } = await aReason(juniper, setback);
    for (const whose of ["nobody's", undefined]) {
      const sent = await submit(juniper, sortReason, { reasonId: id, whose });
      expect(sent).toMatchObject({ status: "invalid", fieldErrors: { whose: expect.any(String) } });
    }
    expect(await reasonsOf(juniper)).toMatchObject([{ whose: null }]);
  });
});

describe("letting go", () => {
  test("of one leaves the others, is done once however often it is pressed, and is taken up again", async () => {
    const { id } = await aReason(juniper, setback, { whose: "theirs" });
    const other = await aReason(juniper, setback, { whose: "chance" });
    await submit(juniper, letReasonGo, { reasonId: id });
    const [first] = await reasonsOf(juniper);
    expect(first?.letGoAt).toBeInstanceOf(Date);
    expect(await submit(juniper, letReasonGo, { reasonId: id })).toMatchObject({ status: "done" });
    expect(await reasonsOf(juniper)).toMatchObject([
      { id, letGoAt: first?.letGoAt },
      { id: other.id, letGoAt: null },
    ]);
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, takeReasonUpAgain, { reasonId: id })).toMatchObject({ status: "done" });
    expect(await reasonsOf(juniper)).toMatchObject([
      { id, whose: "theirs", letGoAt: null },
      { id: other.id },
    ]);
  });

  test("of all at once takes what was seen, and nothing that is mine or not sorted", async () => {
    const whoses = ["theirs", "chance", "mine", null] as const;
    const seen: { id: string }[] = [];
    for (const whose of whoses) seen.push(await aReason(juniper, setback, { whose }));
    await aReason(juniper, setback, { words: "Said since.", whose: "theirs" });
    await submit(juniper, letReasonGo, { reasonId: seen.map(({ id }) => id) });
    const gone = (await reasonsOf(juniper)).map(({ letGoAt }) => letGoAt !== null);
    expect(gone).toEqual([true, true, false, false, false]);
  });

  test("is not for what is mine, even where another page still shows it as theirs", async () => {
    const { id } = await aReason(juniper, setback, { whose: "mine" });
    expect(await submit(juniper, letReasonGo, { reasonId: id })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("stays where it is"),
    });
    expect(await reasonsOf(juniper)).toMatchObject([{ letGoAt: null }]);
  });

  test("of nothing finds nothing", async () => {
    expect(await submit(juniper, letReasonGo, {})).toEqual({ status: "not found" });
    expect(await submit(juniper, takeReasonUpAgain, {})).toEqual({ status: "not found" });
  });
});

describe("taking a reason out", () => {
  test("takes it off until it is undone, as often as either is pressed", async () => {
    const { id } = await aReason(juniper, setback, { whose: "mine" });
    const gone = { status: "went", to: `/setbacks/${setback.id}/learn?deleted=${id}` };
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, takeOutReason, { reasonId: id })).toEqual(gone);
    expect(await reasonsOf(juniper)).toEqual([]);
    expect(await as(juniper, (viewer) => findReasonTakenOut(viewer, setback.id, id))).toEqual({ id });
    expect(await as(wren, (viewer) => findReasonTakenOut(viewer, setback.id, id))).toBeNull();
    const back = { status: "went", to: `/setbacks/${setback.id}/learn` };
    for (let press = 0; press < 2; press++)
      expect(await submit(juniper, bringReasonBack, { reasonId: id })).toEqual(back);
    expect(await reasonsOf(juniper)).toMatchObject([{ id, whose: "mine" }]);
  });

  test("cannot be undone after 30 days", async () => {
    const deletedAt = new Date(Date.now() - 31 * 86_400_000);
    const { id } = await aReason(juniper, setback, { deletedAt });
    expect(await as(juniper, (viewer) => findReasonTakenOut(viewer, setback.id, id))).toBeNull();
    expect(await submit(juniper, bringReasonBack, { reasonId: id })).toEqual({ status: "not found" });
  });
});

describe.each([
  ["sorting", sortReason, { whose: "mine" }],
  ["letting go of", letReasonGo, {}],
  ["taking up", takeReasonUpAgain, {}],
  ["taking out", takeOutReason, {}],
  ["bringing back", bringReasonBack, {}],
])("%s a reason", (_name, action, fields) => {
  test("of somebody else finds nothing and changes nothing", async () => {
    const { id } = await aReason(juniper, setback, { whose: "theirs" });
    expect(await submit(wren, action, { reasonId: id, ...fields })).toEqual({ status: "not found" });
    expect(await reasonsOf(juniper)).toMatchObject([{ id, whose: "theirs", letGoAt: null }]);
  });

  test("of a setback that was deleted finds nothing", async () => {
    const { id } = await aReason(juniper, setback, { whose: "theirs" });
    await submit(juniper, deleteSetback, { setbackId: setback.id });
    expect(await submit(juniper, action, { reasonId: id, ...fields })).toEqual({ status: "not found" });
    expect(await rowsOf(juniper)).toMatchObject([{ whose: "theirs", letGoAt: null, deletedAt: null }]);
  });
});

describe("all reasons of a member", () => {
  test("come in one statement, each with its setback's day, without what was taken out or deleted", async () => {
    const older = await aSetback(juniper, { ...lastWeek, day: "2026-10-01" });
    const deleted = await aSetback(juniper, { deletedAt: new Date() });
    const letGoAt = new Date("2026-11-22T12:00:00Z");
    await aReason(juniper, older, { words: "The budget.", whose: "theirs", letGoAt, saidBy: "employer" });
    await aReason(juniper, setback, { words: "My nerves.", whose: "mine" });
    await aReason(juniper, setback, { deletedAt: new Date() });
    await aReason(juniper, deleted);
    const said = await as(juniper, (viewer) => listAllReasons(viewer));
    expect(said).toMatchObject([
      {
        words: "The budget.",
        saidBy: "employer",
        whose: "theirs",
        letGoAt,
        setbackId: older.id,
        day: "2026-10-01",
      },
      { words: "My nerves.", saidBy: "me", whose: "mine", letGoAt: null, setbackId: setback.id },
    ]);
    expect(await as(wren, (viewer) => listAllReasons(viewer))).toEqual([]);

    const { statements } = await statementsOf(() => as(juniper, (viewer) => listAllReasons(viewer)));
    expect(statements.filter((sql) => sql.includes('"reasons"'))).toHaveLength(1);
    expect(statements.filter((sql) => sql.includes("setbacks") && !sql.includes('"reasons"'))).toEqual([]);
  });
});
