import { describe, expect, test } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { placeIn } from "@/lib/day-place";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { bringWinBack, deleteWin, writeWin } from "@/lib/wins/actions";
import { findDeletedWin, findWin, listWins } from "@/lib/wins/queries";
import { hasCome } from "@/lib/wins/rules";
import { winForm } from "@/lib/wins/schema";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aWin } from "../factories-of-goals";
import { as, submit } from "../people";

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const winsOf = async (member: Member) => (await as(member, (viewer) => listWins(viewer))).wins;

test.each([
  ["today", "2026-11-22", true],
  ["a year ago", "2025-11-22", true],
  ["tomorrow", "2026-11-23", false],
])("a win can be for a day that has come: %s", (_name, day, may) => {
  expect(hasCome(day, "2026-11-22")).toBe(may);
});

describe("writing a win", () => {
  test("keeps it for its member alone, as it was written", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const id = freshId();
    const body = "Asked for feedback.\n\nGot a real answer.";
    expect(await submit(juniper, writeWin, { id, body: ` ${body}\n`, day: todayOf(juniper) })).toEqual({
      status: "went",
      to: `/wins?written=${id}`,
    });
    expect(await winsOf(juniper)).toMatchObject([{ id, body, day: todayOf(juniper), circles: [] }]);
    expect(await winsOf(wren)).toEqual([]);
    expect(await as(wren, (viewer) => findWin(viewer, id))).toBeNull();
  });

  test("sent twice keeps one", async () => {
    const juniper = await aMember();
    const form = { id: freshId(), body: "A walk.", day: todayOf(juniper) };
    const once = () => submit(juniper, writeWin, form);
    const went = { status: "went", to: `/wins?written=${form.id}` };
    expect(await Promise.all([once(), once()])).toEqual([went, went]);
    expect(await once()).toEqual(went);
    expect(await winsOf(juniper)).toHaveLength(1);
  });

  test("sent again with other words loses neither", async () => {
    const juniper = await aMember();
    const form = { id: freshId(), body: "A walk.", day: todayOf(juniper) };
    await submit(juniper, writeWin, form);
    await submit(juniper, writeWin, { ...form, body: "A walk by the river." });
    const bodies = (await winsOf(juniper)).map(({ body }) => body);
    expect(bodies.sort()).toEqual(["A walk by the river.", "A walk."]);
  });

  test("sent again for another day keeps both, and leads to the one that was sent, however often", async () => {
    const juniper = await aMember();
    const form = { id: freshId(), body: "A walk.", day: todayOf(juniper) };
    const changed = { ...form, day: addDays(form.day, -1) };
    await submit(juniper, writeWin, form);
    const once = () => submit(juniper, writeWin, changed);
    const went = [...(await Promise.all([once(), once()])), await once()];
    await submit(juniper, writeWin, form);

    const wins = await winsOf(juniper);
    expect(wins).toMatchObject([form, { body: "A walk.", day: changed.day }]);
    for (const one of went) expect(one).toEqual({ status: "went", to: `/wins?written=${wins[1]?.id}` });
    // It is an id like any other, of the moment at which the form was opened.
    expect(winForm.safeParse({ ...changed, id: wins[1]?.id }).success).toBe(true);
    expect(wins[1]?.id.slice(0, 13)).toBe(form.id.slice(0, 13));
  });

  test("sent again after it was deleted is there again", async () => {
    const juniper = await aMember();
    const form = { id: freshId(), body: "A walk.", day: todayOf(juniper) };
    await submit(juniper, writeWin, form);
    await submit(juniper, deleteWin, { winId: form.id });
    await submit(juniper, writeWin, form);
    expect(await winsOf(juniper)).toMatchObject([form]);
  });

  test("drops the draft of it", async () => {
    const juniper = await aMember();
    await aDraft(juniper, "win", { body: ["A wa"] });
    await submit(juniper, writeWin, { body: "A walk.", day: todayOf(juniper), draftKey: "win" });
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  });

  test.each([
    ["nothing was written", { body: " \n" }, "invalid", "body"],
    ["it is longer than a page holds", { body: "x".repeat(4001) }, "invalid", "body"],
    ["the day does not exist", { day: "2026-02-30" }, "invalid", "day"],
    ["the day has not come", { day: "2199-01-01" }, "refused", "day"],
  ])("says so and keeps the words when %s", async (_name, wrong, status, field) => {
    const juniper = await aMember();
    const sent = await submit(juniper, writeWin, { body: "A walk.", day: todayOf(juniper), ...wrong });
    expect(sent).toMatchObject({ status, fieldErrors: { [field]: expect.any(String) } });
    expect(sent).toHaveProperty("values.body");
    expect(await winsOf(juniper)).toEqual([]);
  });
});

describe("the list", () => {
  test("goes by day, newest first, and on from where a page ended", async () => {
    const juniper = await aMember();
    for (let each = 0; each < 34; each++)
      await aWin(juniper, `Win ${each}`, addDays("2026-10-20", each % 17));
    const first = await as(juniper, (viewer) => listWins(viewer));
    const rest = await as(juniper, (viewer) => listWins(viewer, placeIn(first.older)));
    expect(rest.older).toBeNull();
    const all = [...first.wins, ...rest.wins];
    expect(all).toHaveLength(34);
    expect(new Set(all.map(({ id }) => id))).toHaveLength(34);
    expect(all.map(({ day }) => day)).toEqual(
      all
        .map(({ day }) => day)
        .sort()
        .reverse(),
    );
  });

  test.each([
    undefined,
    "",
    "2026-11-22",
    "2026-13-41.nonsense",
    ["a", "b"],
    `2026-02-31.${freshId()}x`,
    `2026-19-39.${freshId()}`,
  ])("begins at the beginning for %j", (text) => {
    expect(placeIn(text)).toBeNull();
  });
});

describe("deleting a win", () => {
  test("takes it off the list until it is undone", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    const gone = { status: "went", to: `/wins?deleted=${id}` };
    expect(await submit(juniper, deleteWin, { winId: id })).toEqual(gone);
    expect(await submit(juniper, deleteWin, { winId: id })).toEqual(gone);
    expect(await winsOf(juniper)).toEqual([]);
    expect(await as(juniper, (viewer) => findDeletedWin(viewer, id))).toEqual({ id });
    expect(await submit(juniper, bringWinBack, { winId: id })).toEqual({ status: "went", to: "/wins" });
    expect(await winsOf(juniper)).toMatchObject([{ id }]);
    expect(await as(juniper, (viewer) => findDeletedWin(viewer, id))).toBeNull();
  });
});

describe.each([
  ["deleting", deleteWin, {}],
  ["restoring", bringWinBack, {}],
])("%s a win of somebody else", (_name, action, fields) => {
  test("finds nothing and changes nothing", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aWin(juniper);
    expect(await submit(wren, action, { winId: id, ...fields })).toEqual({ status: "not found" });
    expect(await winsOf(juniper)).toHaveLength(1);
  });
});
