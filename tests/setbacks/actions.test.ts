import { beforeAll, describe, expect, test } from "vitest";
import { addDays, columnOf, dayIn } from "@/lib/dates";
import { placeIn } from "@/lib/day-place";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { bringSetbackBack, changeSetback, deleteSetback, saveSetback } from "@/lib/setbacks/actions";
import { findDeletedSetback, findSetback, listSetbacks, listSuggestions } from "@/lib/setbacks/queries";
import { sealSetback } from "@/lib/setbacks/sealed";
import { findArranged } from "@/lib/today/queries";
import { aMember, type Member } from "../factories";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

let juniper: Member;
let wren: Member;

beforeAll(async () => {
  [juniper, wren] = await Promise.all([aMember({ name: "Juniper" }), aMember({ name: "Wren" })]);
});

const read = (member: Member, id: string) => as(member, (viewer) => findSetback(viewer, id));
const today = () => dayIn(juniper.timeZone, new Date());
const howMany = (member: Member) => asMember(member.id, (db) => db.setback.count());

describe("logging a setback", () => {
  test("one line is enough, and nobody else can read it", async () => {
    const id = freshId();
    const sent = await submit(juniper, saveSetback, { id, happened: "No offer." });
    expect(sent).toEqual({ status: "went", to: `/setbacks/${id}` });
    expect(await read(juniper, id)).toMatchObject({
      happened: "No offer.",
      kind: null,
      company: null,
      day: today(),
      feelings: [],
    });
    expect(await read(wren, id)).toBeNull();
  });

  test("everything that is told is kept, feelings by their strength", async () => {
    const id = freshId();
    await submit(juniper, saveSetback, {
      id,
      happened: "  Three rounds.\r\n\r\nThen two lines of e-mail. ",
      kind: "final_round",
      company: " Blue  Heron Freight ",
      role: "Dispatcher",
      industry: "Logistics",
      stage: "third round",
      source: "a friend",
      day: "2026-02-03",
      feeling: ["tired=6", "", "deflated=8"],
      ownFeeling: "hollow",
      ownStrength: 7,
    });
    expect(await read(juniper, id)).toMatchObject({
      title: "Turned down after the final round",
      happened: "Three rounds.\n\nThen two lines of e-mail.",
      company: "Blue Heron Freight",
      role: "Dispatcher",
      industry: "Logistics",
      stage: "third round",
      source: "a friend",
      day: "2026-02-03",
      feelings: [
        { word: "deflated", strength: 8 },
        { word: "hollow", strength: 7 },
        { word: "tired", strength: 6 },
      ],
    });
  });

  test("every feeling that lies to hand can be chosen, and the member's own word is kept with them", async () => {
    const heron = await aMember({ name: "Heron" });
    for (const words of [
      ["hollow", "small", "wistful"],
      ["raw", "foggy", "torn"],
    ])
      await aSetback(heron, { feelings: Object.fromEntries(words.map((word) => [word, 5])) });
    const { feelings } = await as(heron, listSuggestions);
    expect(feelings).toHaveLength(16);
    const id = freshId();
    await submit(heron, saveSetback, {
      id,
      happened: "No.",
      feeling: feelings.map((word) => `${word}=5`),
      ownFeeling: "Fernweh",
    });
    const kept = (await read(heron, id))?.feelings.map(({ word }) => word);
    expect(kept?.sort()).toEqual([...feelings, "Fernweh"].sort());
  });

  test("without a line it is not saved, and everything typed comes back", async () => {
    const before = await howMany(juniper);
    const sent = await submit(juniper, saveSetback, { happened: "   ", company: "Acme", feeling: ["sad=3"] });
    expect(sent).toMatchObject({
      status: "invalid",
      fieldErrors: { happened: "Write one line about what happened. It can be short." },
      values: { happened: ["   "], company: ["Acme"], feeling: ["sad=3"] },
    });
    expect(await howMany(juniper)).toBe(before);
  });

  test("a day that is still ahead is refused beside its field; a traveller's tomorrow is not", async () => {
    const on = (days: number) => ({ happened: "No.", day: addDays(today(), days) });
    expect(await submit(juniper, saveSetback, on(1))).toMatchObject({ status: "went" });
    expect(await submit(juniper, saveSetback, on(2))).toMatchObject({
      status: "refused",
      fieldErrors: { day: "That day is still ahead. Choose today or a day before." },
      values: { happened: ["No."] },
    });
  });

  test.each([
    ["a kind that does not exist", { kind: "rejected" }, "kind"],
    ["a day that does not exist", { day: "2026-02-30" }, "day"],
    ["10,001 characters", { happened: "a".repeat(10_001) }, "happened"],
    ["a feeling stronger than ten", { feeling: "sad=11" }, "feeling"],
    ["an id of another making", { id: "7" }, "id"],
  ])("%s is told kindly", async (_what, fields, field) => {
    const sent = await submit(juniper, saveSetback, { happened: "No.", ...fields });
    expect(sent).toMatchObject({ status: "invalid", fieldErrors: { [field]: expect.stringMatching(/\.$/) } });
  });

  test("an unverified member can log a setback", async () => {
    const alder = await aMember({ name: "Alder", verified: false });
    expect(await submit(alder, saveSetback, { happened: "No." })).toMatchObject({ status: "went" });
  });

  test("the same form sent twice makes one setback, also at once", async () => {
    const before = await howMany(juniper);
    const form = { id: freshId(), happened: "No offer, again.", feeling: ["sad=4", "tired=2"] };
    const sent = await Promise.all(Array.from({ length: 8 }, () => submit(juniper, saveSetback, form)));
    for (const one of sent) expect(one).toEqual({ status: "went", to: `/setbacks/${form.id}` });
    expect(await submit(juniper, saveSetback, form)).toEqual({
      status: "went",
      to: `/setbacks/${form.id}`,
    });
    expect(await howMany(juniper)).toBe(before + 1);
    expect((await read(juniper, form.id))?.feelings).toHaveLength(2);
  });

  test("other words in a form that was open twice become a setback of their own", async () => {
    const form = { id: freshId(), happened: "The first story." };
    await submit(juniper, saveSetback, form);
    const sent = await submit(juniper, saveSetback, { ...form, happened: "The second story." });
    expect(await read(juniper, form.id)).toMatchObject({ happened: "The first story." });
    const other = "to" in sent ? sent.to.replace("/setbacks/", "") : "";
    expect(other).not.toBe(form.id);
    expect(await read(juniper, other)).toMatchObject({ happened: "The second story." });
  });

  test.each<[string, { company?: string; feeling?: string[] }]>([
    ["another company", { company: "Byte" }],
    ["other feelings", { feeling: ["sad=9", "tired=2"] }],
    ["no feelings", { feeling: [] }],
  ])("the same words sent again with %s keep both, each once, however often", async (_what, change) => {
    const before = await howMany(juniper);
    const form = { id: freshId(), happened: "No.", company: "Acme", feeling: ["sad=4", "tired=2"] };
    await submit(juniper, saveSetback, form);
    const first = await read(juniper, form.id);
    const changed = () => submit(juniper, saveSetback, { ...form, ...change });
    const sent = [...(await Promise.all([changed(), changed()])), await changed()];
    await submit(juniper, saveSetback, form);
    expect(await howMany(juniper)).toBe(before + 2);
    expect(await read(juniper, form.id)).toEqual(first);

    const [one, ...others] = new Set(sent.map((answer) => ("to" in answer ? answer.to : answer.status)));
    expect(others).toEqual([]);
    const feelings = (change.feeling ?? form.feeling).map((felt) => {
      const [word, strength] = felt.split("=");
      return { word, strength: Number(strength) };
    });
    expect(await read(juniper, one?.replace("/setbacks/", "") ?? "")).toMatchObject({
      happened: "No.",
      company: change.company ?? "Acme",
      feelings,
    });
  });

  test("somebody else's id stays out of one's own setbacks", async () => {
    const { id } = await aSetback(juniper, { happened: "Mine." });
    await submit(wren, saveSetback, { id, happened: "Hers." });
    expect(await read(juniper, id)).toMatchObject({ happened: "Mine." });
    expect(await read(wren, id)).toMatchObject({ happened: "Hers." });
  });
});

describe("changing a setback", () => {
  test("what is told anew takes the place of what was told, feelings included", async () => {
    const { id } = await aSetback(juniper, { company: "Acme", feelings: { sad: 3, tired: 2 } });
    const form = { setbackId: id, happened: "Told anew.", feeling: ["sad=1"], day: "2026-03-04" };
    expect(await submit(juniper, changeSetback, form)).toEqual({ status: "went", to: `/setbacks/${id}` });
    expect(await submit(juniper, changeSetback, form)).toEqual({ status: "went", to: `/setbacks/${id}` });
    expect(await read(juniper, id)).toMatchObject({
      happened: "Told anew.",
      company: null,
      day: "2026-03-04",
      feelings: [{ word: "sad", strength: 1 }],
    });
  });

  test("is for its member alone", async () => {
    const { id } = await aSetback(juniper, { happened: "Mine." });
    const form = { setbackId: id, happened: "Taken." };
    expect(await submit(wren, changeSetback, form)).toEqual({ status: "not found" });
    expect(await read(juniper, id)).toMatchObject({ happened: "Mine." });
  });

  test("without a line it stays as it was", async () => {
    const { id } = await aSetback(juniper, { happened: "Mine." });
    expect(await submit(juniper, changeSetback, { setbackId: id, happened: "" })).toMatchObject({
      status: "invalid",
    });
    expect(await read(juniper, id)).toMatchObject({ happened: "Mine." });
  });
});

describe("deleting a setback", () => {
  test("can be undone, and nothing of it is missing then", async () => {
    const { id } = await aSetback(juniper, { happened: "Mine.", feelings: { sad: 3 } });
    expect(await submit(juniper, deleteSetback, { setbackId: id })).toEqual({
      status: "went",
      to: `/setbacks?deleted=${id}`,
    });
    expect(await read(juniper, id)).toBeNull();
    expect(await as(juniper, (viewer) => findDeletedSetback(viewer, id))).toMatchObject({ id });
    expect(await as(wren, (viewer) => findDeletedSetback(viewer, id))).toBeNull();

    expect(await submit(juniper, bringSetbackBack, { setbackId: id })).toEqual({
      status: "went",
      to: `/setbacks/${id}`,
    });
    expect(await read(juniper, id)).toMatchObject({ happened: "Mine.", feelings: [{ word: "sad" }] });
    expect(await as(juniper, (viewer) => findDeletedSetback(viewer, id))).toBeNull();
  });

  test("pressed twice deletes once, and undone twice brings back once", async () => {
    const { id } = await aSetback(juniper);
    const to = { deleted: `/setbacks?deleted=${id}`, back: `/setbacks/${id}` };
    for (const _press of [1, 2])
      expect(await submit(juniper, deleteSetback, { setbackId: id })).toMatchObject({ to: to.deleted });
    for (const _press of [1, 2])
      expect(await submit(juniper, bringSetbackBack, { setbackId: id })).toMatchObject({ to: to.back });
  });

  test("is for its member alone, and so is bringing it back", async () => {
    const { id } = await aSetback(juniper);
    expect(await submit(wren, deleteSetback, { setbackId: id })).toEqual({ status: "not found" });
    expect(await read(juniper, id)).not.toBeNull();
    await submit(juniper, deleteSetback, { setbackId: id });
    expect(await submit(wren, bringSetbackBack, { setbackId: id })).toEqual({ status: "not found" });
    expect(await read(juniper, id)).toBeNull();
  });

  test("a deleted setback whose form is sent again is there again", async () => {
    const form = { id: freshId(), happened: "No." };
    await submit(juniper, saveSetback, form);
    await submit(juniper, deleteSetback, { setbackId: form.id });
    await submit(juniper, saveSetback, form);
    expect(await read(juniper, form.id)).toMatchObject({ happened: "No." });
  });
});

describe("reading setbacks", () => {
  test("the list is paged by day, without a gap or a repetition, and holds no deleted ones", async () => {
    const heron = await aMember({ name: "Heron" });
    const days = Array.from({ length: 45 }, (_, index) => addDays("2026-11-20", -Math.floor(index / 3)));
    const rows = days.map((day) => ({ id: freshId(), userId: heron.id, happened: day, day: columnOf(day) }));
    await as(heron, ({ db, words }) =>
      db.setback.createMany({ data: rows.map((row) => sealSetback(words, row.id, row)) }),
    );
    await aSetback(heron, { deletedAt: new Date() });

    const pages: string[][] = [];
    let older: string | null = null;
    do {
      const before = placeIn(older);
      const page = await as(heron, (viewer) => listSetbacks(viewer, before));
      pages.push(page.setbacks.map((line) => line.id));
      older = page.older;
    } while (older);
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    const expected = rows.toSorted((a, b) => (a.happened + a.id < b.happened + b.id ? 1 : -1));
    expect(pages.flat()).toEqual(expected.map((row) => row.id));
  });

  test("those that are folded away are the newest five, and whether there are more", async () => {
    const heron = await aMember({ name: "Heron" });
    expect((await as(heron, findArranged)).resting).toEqual({ setbacks: [], areMore: false });
    for (const day of ["2026-11-01", "2026-11-05", "2026-11-03", "2026-11-02", "2026-11-04"])
      await aSetback(heron, { day });
    expect((await as(heron, findArranged)).resting).toMatchObject({
      setbacks: [{ day: "2026-11-05" }, {}, {}, {}, { day: "2026-11-01" }],
      areMore: false,
    });
    await aSetback(heron, { day: "2026-10-01", kind: "silence" });
    expect((await as(heron, findArranged)).resting).toMatchObject({ areMore: true });
    expect((await as(wren, findArranged)).resting).not.toMatchObject({ areMore: true });
  });

  test("suggestions are a member's own, and forget what was deleted", async () => {
    const [heron, alder] = [await aMember({ name: "Heron" }), await aMember({ name: "Alder" })];
    await aSetback(heron, { company: "Acme", day: "2026-11-01", feelings: { hollow: 4, sad: 2 } });
    await aSetback(heron, { company: "Byte", source: "a friend", day: "2026-11-02" });
    await aSetback(heron, { company: "Cellar", deletedAt: new Date() });
    const mine = await as(heron, listSuggestions);
    expect(mine).toMatchObject({ company: ["Byte", "Acme"], source: ["a friend"], role: [] });
    expect(mine.feelings.filter((word) => word === "hollow" || word === "sad")).toEqual(["sad", "hollow"]);
    expect(await as(alder, listSuggestions)).toMatchObject({ company: [], source: [] });
  });

  test.each(["no-id", "", "019a9c2e-0000-7000-8000-00000000000", "' or true --"])(
    "an address that holds %j finds nothing",
    async (id) => {
      expect(await read(juniper, id)).toBeNull();
      expect(await as(juniper, (viewer) => findDeletedSetback(viewer, id))).toBeNull();
    },
  );

  test("Postgres itself keeps one member's setbacks from another, whatever a query asks for", async () => {
    const { id } = await aSetback(juniper, { feelings: { sad: 3 } });
    await asMember(wren.id, async (db) => {
      expect(await db.setback.count({ where: { id } })).toBe(0);
      expect(await db.feeling.count({ where: { setbackId: id } })).toBe(0);
      expect((await db.setback.updateMany({ where: { id }, data: { happened: "" } })).count).toBe(0);
      expect((await db.setback.deleteMany({ where: { id } })).count).toBe(0);
    });
    const forged = { userId: juniper.id, id: freshId(), happened: "Forged.", day: columnOf(today()) };
    await expect(asMember(wren.id, (db) => db.setback.createMany({ data: forged }))).rejects.toThrow();
  });
});

test("what is typed about a setback that was deleted meanwhile comes back with a sentence", async () => {
  const { id } = await aSetback(juniper);
  await submit(juniper, deleteSetback, { setbackId: id });
  const sent = await submit(juniper, changeSetback, { setbackId: id, happened: "Still no offer." });
  expect(sent).toMatchObject({ status: "refused", values: { happened: ["Still no offer."] } });
  expect(await submit(wren, changeSetback, { setbackId: id, happened: "Mine now." })).toEqual({
    status: "not found",
  });
});
