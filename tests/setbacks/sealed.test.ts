import { beforeAll, describe, expect, test } from "vitest";
import { saveDraft } from "@/lib/drafts/actions";
import { findDraft } from "@/lib/drafts/queries";
import { searchSetbacks } from "@/lib/finding/queries";
import { freshId } from "@/lib/ids";
import { isSealed, UNREADABLE } from "@/lib/private-words";
import { changeSetback, saveSetback } from "@/lib/setbacks/actions";
import { findSetback, listSetbacks, listSuggestions } from "@/lib/setbacks/queries";
import { chooseWhatGoes } from "@/lib/shares/actions";
import { findArranged } from "@/lib/today/queries";
import { connected, listTables, rows } from "../database/connect";
import { aCircle, aMember, type Member } from "../factories";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

/* What a setback says lies sealed in the database, and opens for its member alone, where it was put. */

let juniper: Member;
beforeAll(async () => {
  juniper = await aMember({ name: "Juniper" });
});

const read = (member: Member, id: string) => as(member, (viewer) => findSetback(viewer, id));

const change = (sql: string, values: unknown[]) => connected("admin", (admin) => admin.query(sql, values));

/** Every row of every table that is this member's, as one text. */
const dumpOf = (member: Member) =>
  connected("admin", async (admin) => {
    const texts: string[] = [];
    for (const table of await listTables(admin)) {
      const found = await rows<{ text: string }>(
        admin,
        `select t::text as text from public.${table} t where t::text like $1`,
        [`%${member.id}%`],
      );
      texts.push(...found.map(({ text }) => text));
    }
    return texts.join("\n");
  });

const told = {
  happened: "kingfisher happened",
  kind: "final_round",
  company: "kingfisher company",
  role: "kingfisher role",
  industry: "kingfisher industry",
  stage: "kingfisher stage",
  source: "kingfisher source",
  feeling: ["sad=3", "kingfisher feeling=8"],
};

test("nothing that was told, changed, typed or chosen is there for who reads the database", async () => {
  const heron = await aMember({ name: "Heron" });
  const circle = await aCircle(heron);
  const id = freshId();
  await submit(heron, saveSetback, { id, ...told, happened: "kingfisher before" });
  await submit(heron, changeSetback, { setbackId: id, ...told });
  await submit(heron, saveDraft, { draftKey: "setback", typedAt: Date.now(), happened: "kingfisher draft" });
  await submit(heron, chooseWhatGoes, {
    setbackId: id,
    circleId: circle.id,
    fact: ["kind"],
    employer: "no",
    wordsToo: true,
    words: "kingfisher chosen",
    need: "listen",
  });
  const dump = await dumpOf(heron);
  expect(dump).not.toContain("kingfisher");
  // They are there all the same, or nothing would be found because there is nothing.
  expect(dump.match(/sealed:1:/g)?.length).toBeGreaterThan(9);
  expect(dump).toContain("final_round");
  const { happened, company, role, industry, stage, source } = told;
  expect(await read(heron, id)).toMatchObject({
    ...{ happened, company, role, industry, stage, source },
    feelings: [
      { word: "kingfisher feeling", strength: 8 },
      { word: "sad", strength: 3 },
    ],
  });
  const draft = await as(heron, (viewer) => findDraft(viewer, "setback"));
  expect(draft?.values).toMatchObject({ happened: ["kingfisher draft"] });
});

describe("words that were put somewhere else", () => {
  test("are refused there, and the rest of the page opens", async () => {
    const [one, other] = [
      await aSetback(juniper, { happened: "One.", company: "Acme", feelings: { sad: 3 } }),
      await aSetback(juniper, { happened: "Other.", feelings: { angry: 7 } }),
    ];
    await change(
      `update setbacks set happened = (select happened from setbacks where id = $2) where id = $1`,
      [one.id, other.id],
    );
    expect(await read(juniper, one.id)).toMatchObject({
      happened: UNREADABLE,
      company: "Acme",
      feelings: [{ word: "sad", strength: 3 }],
    });
    expect(await read(juniper, other.id)).toMatchObject({ happened: "Other." });
    const { setbacks } = await as(juniper, listSetbacks);
    expect(setbacks.find(({ id }) => id === one.id)?.excerpt).toBe(UNREADABLE);
    expect((await as(juniper, findArranged)).resting.setbacks.length).toBeGreaterThan(1);
  });

  test("are refused in another column, from another member, cut short, or written there openly", async () => {
    const wren = await aMember({ name: "Wren" });
    const theirs = await aSetback(wren, { company: "Wren's" });
    for (const forged of [
      "(select company from setbacks where id = $1)",
      `(select company from setbacks where id = '${theirs.id}')`,
      "left(role, 40)",
      "'Forged.'",
    ]) {
      const { id } = await aSetback(juniper, { happened: "Mine.", company: "Acme", role: "Planner" });
      await change(`update setbacks set role = ${forged} where id = $1`, [id]);
      expect(await read(juniper, id), forged).toMatchObject({ happened: "Mine.", role: UNREADABLE });
    }
  });

  test("are not offered again, not shared with a circle, and not written over by what stands for them", async () => {
    const marten = await aMember({ name: "Marten" });
    const circle = await aCircle(marten);
    const { id } = await aSetback(marten, { company: "Acme", feelings: { hollow: 2 } });
    await change("update setbacks set company = 'Forged.' where id = $1", [id]);
    await change("update feelings set word = 'Forged.' where setback_id = $1", [id]);
    const { company, feelings } = await as(marten, listSuggestions);
    expect([...company, ...feelings]).not.toContain(UNREADABLE);
    const choice = { setbackId: id, circleId: circle.id, fact: ["kind"], employer: "masked", need: "listen" };
    expect(await submit(marten, chooseWhatGoes, { ...choice, words: "Acme said no." })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("cannot be opened"),
    });
    const form = { setbackId: id, happened: "No.", company: UNREADABLE };
    expect(await submit(marten, changeSetback, form)).toMatchObject({ status: "refused" });
    expect(await submit(marten, changeSetback, { ...form, company: "Acme" })).toMatchObject({
      status: "went",
    });
    expect(await read(marten, id)).toMatchObject({
      company: "Acme",
      feelings: [{ word: UNREADABLE, strength: 2 }],
    });
  });

  test("leave the form of a draft empty", async () => {
    const alder = await aMember({ name: "Alder" });
    for (const draftKey of ["setback", "win"])
      await submit(alder, saveDraft, { draftKey, typedAt: Date.now(), body: "Half." });
    await change(
      `update drafts d set values = o.values from drafts o
       where d.user_id = $1 and o.user_id = $1 and d.key = 'setback' and o.key = 'win'`,
      [alder.id],
    );
    expect(await as(alder, (viewer) => findDraft(viewer, "setback"))).toBeNull();
    expect(await as(alder, (viewer) => findDraft(viewer, "win"))).not.toBeNull();
  });
});

test("an id in capitals is the same row", async () => {
  const id = freshId().toUpperCase();
  await submit(juniper, saveSetback, { id, happened: "In capitals.", feeling: ["sad=3"] });
  expect(await read(juniper, id.toLowerCase())).toMatchObject({
    happened: "In capitals.",
    feelings: [{ word: "sad" }],
  });
  await submit(juniper, changeSetback, { setbackId: id, happened: "Changed.", feeling: ["sad=3"] });
  expect(await read(juniper, id)).toMatchObject({ happened: "Changed.", feelings: [{ word: "sad" }] });
});

test("a form sent again with a change makes a second setback, and both can be read", async () => {
  const tern = await aMember({ name: "Tern" });
  const id = freshId();
  for (const happened of ["One.", "Two.", "One.", "Two."])
    await submit(tern, saveSetback, { id, happened, company: "Acme", feeling: ["sad=3"] });
  const { setbacks } = await as(tern, listSetbacks);
  expect(setbacks.map(({ excerpt }) => excerpt).sort()).toEqual(["One.", "Two."]);
  for (const one of setbacks)
    expect(await read(tern, one.id)).toMatchObject({ company: "Acme", feelings: [{ word: "sad" }] });
});

test("whoever has no key yet gets one with the first thing they write, and one only", async () => {
  const linnet = await aMember({ name: "Linnet" });
  await change("update users set data_key = null where id = $1", [linnet.id]);
  await Promise.all(
    ["One.", "Two.", "Three."].map((happened) => submit(linnet, saveSetback, { id: freshId(), happened })),
  );
  const [{ dataKey } = { dataKey: null }] = await connected("admin", (admin) =>
    rows<{ dataKey: string }>(admin, `select data_key as "dataKey" from users where id = $1`, [linnet.id]),
  );
  const { setbacks } = await as({ ...linnet, dataKey }, listSetbacks);
  expect(setbacks.map(({ excerpt }) => excerpt).sort()).toEqual(["One.", "Three.", "Two."]);
});

describe("finding in one's own words", () => {
  const found = async (member: Member, asked: string) =>
    (await as(member, (viewer) => searchSetbacks(viewer, asked))).setbacks.map(({ excerpt }) => excerpt);

  test("looks at what happened and at every line beside it, whatever the capitals and accents", async () => {
    const sorrel = await aMember({ name: "Sorrel" });
    await aSetback(sorrel, { happened: "Nach drei Gesprächen: nein.", company: "Kestrel Freight" });
    await aSetback(sorrel, { happened: "Silence again.", role: "Shift planner", industry: "freight" });
    await aSetback(sorrel, { happened: "Kestrel, long ago.", deletedAt: new Date() });
    await aSetback(juniper, { happened: "Kestrel said no." });
    expect(await found(sorrel, "kestrel")).toEqual(["Nach drei Gesprächen: nein."]);
    expect(await found(sorrel, "GESPRACHEN  kestrel")).toEqual(["Nach drei Gesprächen: nein."]);
    expect(await found(sorrel, "planner")).toEqual(["Silence again."]);
    expect(await found(sorrel, "freight")).toEqual(["Silence again.", "Nach drei Gesprächen: nein."]);
    for (const asked of ["kestrel planner", "%", "_", "sealed", "' or true --"])
      expect(await found(sorrel, asked), asked).toEqual([]);
  });

  test("is paged like the list, without a gap or a repetition", async () => {
    const teal = await aMember({ name: "Teal" });
    for (let index = 0; index < 45; index++)
      await aSetback(teal, { happened: `${index % 2 ? "No" : "Silence"} ${index}`, day: "2026-11-20" });
    const first = await as(teal, (viewer) => searchSetbacks(viewer, "silence"));
    expect(first.setbacks).toHaveLength(20);
    const { placeIn } = await import("@/lib/day-place");
    const second = await as(teal, (viewer) => searchSetbacks(viewer, "silence", placeIn(first.older)));
    expect(second.setbacks).toHaveLength(3);
    expect(second.older).toBeNull();
    const all = [...first.setbacks, ...second.setbacks];
    expect(new Set(all.map(({ id }) => id)).size).toBe(23);
    expect(all.every(({ excerpt }) => excerpt.startsWith("Silence"))).toBe(true);
  });
});

test("what lies in a sealed column is sealed, whoever looks", async () => {
  await aSetback(juniper, { happened: "No.", company: "Acme" });
  const [row] = await as(juniper, ({ db }) =>
    db.setback.findMany({ where: { userId: juniper.id }, orderBy: { id: "desc" }, take: 1 }),
  );
  expect([row?.happened, row?.company].every((text) => text && isSealed(text))).toBe(true);
});
