import { beforeAll, describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { isSealed } from "@/lib/private-words";
import { beginReframe, bringReframeBack, lookAgain, takeOutReframe } from "@/lib/reframes/actions";
import { findDeletedReframe, findReframe, listReframes } from "@/lib/reframes/queries";
import { traps } from "@/lib/reframes/traps";
import { deleteSetback } from "@/lib/setbacks/actions";
import { findSetback } from "@/lib/setbacks/queries";
import { aMember, type Member } from "../factories";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

let juniper: Member;
let wren: Member;
let setbackId: string;

beforeAll(async () => {
  [juniper, wren] = await Promise.all([aMember({ name: "Juniper" }), aMember({ name: "Wren" })]);
  setbackId = (await aSetback(juniper)).id;
});

const thought = "They saw at once that I do not belong there.";
const begin = async (fields = {}) => {
  const id = freshId();
  await submit(juniper, beginReframe, {
    id,
    setbackId,
    thought,
    feeling: ["deflated=8", "tired=6"],
    ...fields,
  });
  return id;
};
const find = (id: string, member = juniper) => as(member, (viewer) => findReframe(viewer, setbackId, id));

describe("a thought that is looked at", () => {
  test("needs nothing but the thought, and may be begun on the day itself", async () => {
    const id = freshId();
    expect(await submit(juniper, beginReframe, { id, setbackId, thought })).toEqual({
      status: "went",
      to: `/setbacks/${setbackId}/reframe/${id}`,
    });
    expect(await find(id)).toMatchObject({ thought, trap: null, fairer: null, feelings: [] });
    expect(await as(juniper, (viewer) => findSetback(viewer, setbackId))).toMatchObject({ phase: "reframe" });
  });

  test("is kept once, however often it is sent; changed and sent again, it is a second one", async () => {
    const id = await begin({ thought: "Once." });
    const twice = { id, setbackId, thought: "Once.", feeling: ["deflated=8", "tired=6"] };
    expect(await submit(juniper, beginReframe, twice)).toMatchObject({
      to: `/setbacks/${setbackId}/reframe/${id}`,
    });
    const changed = await submit(juniper, beginReframe, { ...twice, thought: "Twice." });
    expect(changed).toMatchObject({ status: "went" });
    expect(changed).not.toMatchObject({ to: `/setbacks/${setbackId}/reframe/${id}` });
    const lines = await as(juniper, (viewer) => listReframes(viewer, setbackId));
    expect(lines.filter((line) => ["Once.", "Twice."].includes(line.thought))).toHaveLength(2);
  });

  test("sent again with other feelings alone, is a second one too, and neither is lost", async () => {
    const id = await begin({ thought: "Only the feelings change." });
    const again = { id, setbackId, thought: "Only the feelings change.", feeling: ["deflated=2"] };
    const sent = await submit(juniper, beginReframe, again);
    expect(sent).not.toMatchObject({ to: `/setbacks/${setbackId}/reframe/${id}` });
    expect((await find(id))?.feelings).toMatchObject([{ before: 8 }, { before: 6 }]);
  });

  test("keeps a trap and feelings that do not open as they lie", async () => {
    const id = await begin();
    await asMember(juniper.id, async (db) => {
      await db.reframe.updateMany({ where: { id }, data: { trap: "sealed:1:altered" } });
      await db.reframeFeeling.updateMany({
        where: { reframeId: id, before: 6 },
        data: { word: "sealed:1:altered" },
      });
    });
    await submit(juniper, lookAgain, {
      reframeId: id,
      thought,
      trap: "",
      fairer: "Hm.",
      after: ["deflated=4"],
    });
    const row = await asMember(juniper.id, (db) =>
      db.reframe.findFirstOrThrow({ where: { id }, include: { feelings: true } }),
    );
    expect(row.trap).toBe("sealed:1:altered");
    expect(row.feelings.map(({ word }) => word)).toContain("sealed:1:altered");
    expect(await find(id)).toMatchObject({ fairer: "Hm." });
  });

  test("is seen from both sides, and what it felt like before and after stand beside each other", async () => {
    const id = await begin();
    await submit(juniper, lookAgain, {
      reframeId: id,
      thought,
      trap: "mind-reading",
      evidenceFor: "They ended ten minutes early.",
      evidenceAgainst: "They asked for my notice period.",
      fairer: "I do not know what they thought.",
      after: ["deflated=4", ""],
    });
    expect(await find(id)).toMatchObject({
      trap: "mind-reading",
      evidenceFor: "They ended ten minutes early.",
      evidenceAgainst: "They asked for my notice period.",
      fairer: "I do not know what they thought.",
      feelings: [
        { word: "deflated", before: 8, after: 4 },
        { word: "tired", before: 6, after: null },
      ],
    });
  });

  test("can be left open in every part and gone on with another day", async () => {
    const id = await begin();
    await submit(juniper, lookAgain, { reframeId: id, thought, evidenceFor: "One thing." });
    await submit(juniper, lookAgain, {
      reframeId: id,
      thought,
      evidenceFor: "One thing.",
      fairer: "Another.",
    });
    expect(await find(id)).toMatchObject({ trap: null, evidenceFor: "One thing.", fairer: "Another." });
  });

  test("keeps its words when the trap is none that there is", async () => {
    const id = await begin();
    const sent = await submit(juniper, lookAgain, {
      reframeId: id,
      thought,
      trap: "gremlins",
      fairer: "Hm.",
    });
    expect(sent).toMatchObject({ status: "invalid", values: { fairer: ["Hm."] } });
  });

  test("is taken out and brought back", async () => {
    const id = await begin();
    expect(await submit(juniper, takeOutReframe, { reframeId: id })).toMatchObject({ status: "went" });
    // A second press finds it taken out already, and that is what was wanted.
    expect(await submit(juniper, takeOutReframe, { reframeId: id })).toMatchObject({ status: "went" });
    expect(await find(id)).toBeNull();
    expect(await as(juniper, (viewer) => findDeletedReframe(viewer, id))).toEqual({ id });
    await submit(juniper, bringReframeBack, { reframeId: id });
    expect(await find(id)).toMatchObject({ thought });
  });

  test("lies sealed in every word", async () => {
    const id = await begin();
    await submit(juniper, lookAgain, {
      reframeId: id,
      thought,
      trap: "labelling",
      evidenceFor: "a",
      evidenceAgainst: "b",
      fairer: "c",
    });
    const row = await asMember(juniper.id, (db) =>
      db.reframe.findFirstOrThrow({ where: { id }, include: { feelings: true } }),
    );
    for (const text of [row.thought, row.trap, row.evidenceFor, row.evidenceAgainst, row.fairer])
      expect(isSealed(text ?? "")).toBe(true);
    expect(row.feelings.every(({ word }) => isSealed(word))).toBe(true);
  });

  test("keeps its words when the setback was deleted meanwhile", async () => {
    const mine = (await aSetback(juniper)).id;
    const id = freshId();
    await submit(juniper, beginReframe, { id, setbackId: mine, thought });
    await submit(juniper, deleteSetback, { setbackId: mine });
    const forms = [
      submit(juniper, beginReframe, { id: freshId(), setbackId: mine, thought }),
      submit(juniper, lookAgain, { reframeId: id, thought, fairer: "Not all of it." }),
    ];
    for (const sent of await Promise.all(forms))
      expect(sent).toMatchObject({ status: "refused", values: { thought: [thought] } });
  });

  test("is nobody else's", async () => {
    const id = await begin();
    expect(await find(id, wren)).toBeNull();
    const outsider = [
      submit(wren, beginReframe, { id: freshId(), setbackId, thought }),
      submit(wren, lookAgain, { reframeId: id, thought: "Mine." }),
      submit(wren, takeOutReframe, { reframeId: id }),
      submit(wren, bringReframeBack, { reframeId: id }),
    ];
    for (const sent of await Promise.all(outsider)) expect(sent).toEqual({ status: "not found" });
    expect(await find(id)).toMatchObject({ thought });
  });
});

test("there are at least ten traps, each in plain words with an example", () => {
  expect(traps.length).toBeGreaterThanOrEqual(10);
  expect(new Set(traps.map(({ key }) => key)).size).toBe(traps.length);
  for (const { plain, example } of traps) {
    expect(plain).toMatch(/\.$/);
    expect(example).toMatch(/^“.+”$/);
  }
});
