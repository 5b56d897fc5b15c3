import { beforeEach, describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { saveDraft, startAfresh } from "@/lib/drafts/actions";
import { findDraft, listDrafts } from "@/lib/drafts/queries";
import { exerciseDraftKey } from "@/lib/exercises/schema";
import { freshId } from "@/lib/ids";
import { reasonDraftKey } from "@/lib/reasons/schema";
import { lookDraftKey } from "@/lib/reframes/schema";
import { bringSetbackBack, deleteSetback, saveSetback } from "@/lib/setbacks/actions";
import { setbackDraftKey } from "@/lib/setbacks/schema";
import { writingDraftKey } from "@/lib/writing/schema";
import { aMember, type Member } from "../factories";
import { twoHundredDrafts } from "../factories-of-drafts";
import { aReframe, aSetback, aWritingSession } from "../factories-of-setbacks";
import type { Fields } from "../form";
import { as, browserOf, submit } from "../people";

let juniper: Member;
let wren: Member;

beforeEach(async () => {
  [juniper, wren] = await Promise.all([aMember({ name: "Juniper" }), aMember({ name: "Wren" })]);
});

// Noon of a day that is over, wherever a clock stands: what was typed later than now counts as now.
const NOON = Date.UTC(2025, 0, 15, 12);
const save = (member: Member | null, fields: Fields) =>
  submit(member, saveDraft, { draftKey: "setback", typedAt: NOON, ...fields });
const kept = async (member: Member, key = "setback") =>
  (await as(member, (viewer) => findDraft(viewer, key)))?.values;

describe("a draft", () => {
  test("keeps everything that is being typed, feelings and the minted id included", async () => {
    const id = freshId();
    const typed = { id, happened: "Three rounds.\r\nThen", company: "", feeling: ["sad=3", "", "tired=9"] };
    expect(await save(juniper, typed)).toEqual({ status: "done" });
    expect(await kept(juniper)).toEqual({
      id: [id],
      happened: ["Three rounds.\nThen"],
      company: [""],
      feeling: ["sad=3", "", "tired=9"],
    });
  });

  test("does not make the page read itself again, which would disturb whoever is typing", async () => {
    const browser = await browserOf(juniper);
    await submit(juniper, saveDraft, { draftKey: "setback", typedAt: NOON, happened: "x" }, { browser });
    expect(browser.refreshed).toBe(false);
  });

  test("never goes back to what was typed earlier, in whatever order the saves arrive", async () => {
    await save(juniper, { happened: "Three rou", typedAt: NOON });
    await save(juniper, { happened: "Three rounds.", typedAt: NOON + 2000 });
    await save(juniper, { happened: "Three", typedAt: NOON - 2000 });
    expect(await kept(juniper)).toMatchObject({ happened: ["Three rounds."] });

    const late = [5, 1, 4, 2, 3].map((second) =>
      save(juniper, { happened: `after ${second}`, typedAt: NOON + 10_000 + second }),
    );
    await Promise.all(late);
    expect(await kept(juniper)).toMatchObject({ happened: ["after 5"] });
  });

  test("that is older than what is kept says so, and gives the words back", async () => {
    await save(juniper, { happened: "Three rounds.", typedAt: NOON + 2000 });
    expect(await save(juniper, { happened: "Three", typedAt: NOON })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("newer words of yours"),
      values: { happened: ["Three"] },
    });
  });

  test("that is one too many says so, and those that are there go on saving themselves", async () => {
    await twoHundredDrafts(juniper);
    expect(await save(juniper, { happened: "No." })).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/^Not saved as you write: 200 other forms.*can be sent\.$/),
      values: { happened: ["No."] },
    });
    expect(await kept(juniper)).toBeUndefined();
    expect(await save(juniper, { draftKey: "win", body: "A walk.", typedAt: Date.now() })).toEqual({
      status: "done",
    });
    expect(await save(juniper, { draftKey: "win", body: "A", typedAt: NOON })).toMatchObject({
      message: expect.stringContaining("newer words of yours"),
    });
  });

  test("that is beyond all measure says so", async () => {
    expect(await save(juniper, { happened: "a".repeat(100_001) })).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/^Not saved as you write: this is longer than.*stays on this page\./),
    });
  });

  test("of what can be nothing says so, and is no fault of ours", async () => {
    for (const kind of ["share", "preview", "reason", "plan"])
      expect(await save(juniper, { draftKey: `${kind}:${"-".repeat(36)}`, words: "x" })).toMatchObject({
        status: "refused",
        message: expect.stringMatching(/^Not saved as you write: what this belongs to was deleted/),
      });
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test("of a clock that is ahead does not stand in the way of what is typed afterwards", async () => {
    await save(juniper, { happened: "by a clock ahead", typedAt: Date.now() + 3_600_000 });
    await save(juniper, { happened: "by a right one", typedAt: Date.now() });
    expect(await kept(juniper)).toMatchObject({ happened: ["by a right one"] });
  });

  test("is one per form, and each form has its own", async () => {
    const other = setbackDraftKey((await aSetback(juniper)).id);
    await save(juniper, { happened: "new" });
    await save(juniper, { happened: "newer", typedAt: NOON + 1 });
    await save(juniper, { happened: "older one", draftKey: other });
    expect(await kept(juniper)).toMatchObject({ happened: ["newer"] });
    const both = await as(juniper, (viewer) => listDrafts(viewer, ["setback", other, "win"]));
    expect(Object.keys(both).sort()).toEqual(["setback", other].sort());
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(2);
  });

  test("is out of everybody else's reach", async () => {
    await save(juniper, { happened: "Mine." });
    expect(await kept(wren)).toBeUndefined();
    await save(wren, { happened: "Hers.", typedAt: NOON + 1 });
    expect(await kept(juniper)).toMatchObject({ happened: ["Mine."] });
    await asMember(wren.id, async (db) => {
      expect(await db.draft.count({ where: { userId: juniper.id } })).toBe(0);
      expect((await db.draft.deleteMany({ where: { userId: juniper.id } })).count).toBe(0);
    });
    await submit(wren, startAfresh, { key: "setback" });
    expect(await kept(juniper)).toMatchObject({ happened: ["Mine."] });
  });

  test("never holds a password", async () => {
    await save(juniper, { happened: "x", password: "seven quiet lanterns", newPassword: "eight" });
    expect(Object.keys((await kept(juniper)) ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/password/i)]),
    );
  });

  test.each<[string, Fields]>([
    ["without a form's name", { draftKey: null }],
    ["with a name that no form has", { draftKey: "Setback; drop table" }],
    ["with half an id", { draftKey: "setback:123" }],
    ["without a moment", { typedAt: null }],
    ["with a moment that is none", { typedAt: "soon" }],
    ["from before time", { typedAt: -5 }],
  ])("%s is not kept", async (_what, fields) => {
    expect(await save(juniper, { happened: "x", ...fields })).toMatchObject({ status: "invalid" });
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test("is not kept for somebody who is signed out, and the words stay on the page", async () => {
    expect(await save(null, { happened: "Mine." })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("signed out"),
      values: { happened: ["Mine."] },
    });
  });

  test("carries any letters there are", async () => {
    const happened = "“Nein” — 不採用 🌧️ \u202Eمرفوض\u202C \\u0000 \0 {}'\"";
    await save(juniper, { happened });
    expect(await kept(juniper)).toMatchObject({ happened: [happened.replace("\0", "")] });
  });

  test("takes fields of any name, and no name breaks it", async () => {
    for (const name of ["\0", "\uD83C", "__proto__", "constructor", "toJSON", "length", ""]) {
      expect(await save(juniper, { happened: "x", [name]: "y" }), JSON.stringify(name)).toEqual({
        status: "done",
      });
      expect(await kept(juniper)).toMatchObject({ happened: ["x"] });
    }
  });
});

describe("what it is about", () => {
  const count = () => asMember(juniper.id, (db) => db.draft.count());

  test("takes its drafts along when it is deleted, and a save that comes late is not kept", async () => {
    const setback = await aSetback(juniper);
    const reframe = await aReframe(juniper, setback);
    const session = await aWritingSession(juniper, setback);
    const keys = [
      setbackDraftKey(setback.id),
      reasonDraftKey(setback.id),
      exerciseDraftKey("kind_letter", setback.id),
      lookDraftKey(reframe.id),
      writingDraftKey(session.id),
    ];
    for (const draftKey of keys)
      expect(await save(juniper, { draftKey, words: "I am" })).toEqual({ status: "done" });
    expect(await count()).toBe(keys.length);

    await submit(juniper, deleteSetback, { setbackId: setback.id });
    expect(await count()).toBe(0);
    for (const draftKey of keys) {
      expect(await save(juniper, { draftKey, words: "I am late" })).toMatchObject({
        status: "refused",
        message: expect.stringMatching(/^Not saved as you write: .* was deleted meanwhile/),
        values: { words: ["I am late"] },
      });
    }
    expect(await count()).toBe(0);

    await submit(juniper, bringSetbackBack, { setbackId: setback.id });
    for (const draftKey of keys)
      expect(await save(juniper, { draftKey, words: "I am" })).toEqual({ status: "done" });
  });

  test("has to be the writer's own", async () => {
    const { id } = await aSetback(wren);
    expect(await save(juniper, { draftKey: setbackDraftKey(id), happened: "x" })).toMatchObject({
      status: "refused",
    });
    expect(await count()).toBe(0);
  });
});

describe("when its form is sent", () => {
  test("success lets go of the draft, of this form and no other", async () => {
    await save(juniper, { happened: "No." });
    await save(juniper, { body: "A win.", draftKey: "win" });
    await save(wren, { happened: "Hers." });
    await submit(juniper, saveSetback, { draftKey: "setback", happened: "No." });
    expect(await kept(juniper)).toBeUndefined();
    expect(await kept(juniper, "win")).toMatchObject({ body: ["A win."] });
    expect(await kept(wren)).toMatchObject({ happened: ["Hers."] });
  });

  test("an error keeps it", async () => {
    await save(juniper, { happened: "", company: "Acme" });
    await submit(juniper, saveSetback, { draftKey: "setback", happened: "", company: "Acme" });
    expect(await kept(juniper)).toMatchObject({ company: ["Acme"] });
  });

  test("a form that carries no draft leaves every draft alone", async () => {
    await save(juniper, { happened: "No." });
    await submit(juniper, saveSetback, { happened: "Another." });
    expect(await kept(juniper)).toMatchObject({ happened: ["No."] });
  });
});

describe("starting afresh", () => {
  test("lets go of the draft and shows the page again, once or twice", async () => {
    await save(juniper, { happened: "No." });
    const browser = await browserOf(juniper);
    for (const _press of [1, 2])
      expect(await submit(juniper, startAfresh, { key: "setback" }, { browser })).toEqual({ status: "done" });
    expect(browser.refreshed).toBe(true);
    expect(await kept(juniper)).toBeUndefined();
  });

  test("takes no name that no form has", async () => {
    expect(await submit(juniper, startAfresh, { key: "%" })).toMatchObject({ status: "invalid" });
  });
});
