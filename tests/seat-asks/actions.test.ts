import { beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { endOldAsks } from "@/lib/jobs/upkeep";
import { askForSeat, declineAsk, takeBackAsk, welcomeAsk } from "@/lib/seat-asks/actions";
import { listOwnAsks, listSeatAsks } from "@/lib/seat-asks/queries";
import { connected } from "../database/connect";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aListing, aSeatAsk } from "../factories-of-finding";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";

let juniper: Member;
let heron: Member;
let wren: Member;
let circle: { id: string };
beforeEach(async () => {
  [juniper, heron, wren] = [
    await aMember({ name: "Juniper" }),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  // Alder looks after it with Juniper; Heron sits there.
  circle = await aCircle(juniper, [await aMember({ name: "Alder" }), heron]);
  await aListing(juniper, circle);
});

const ask = (member: Member, more = {}) =>
  submit(member, askForSeat, {
    circleId: circle.id,
    alias: member.name,
    words: "I was laid off in May.",
    agreed: true,
    ...more,
  });
const asksSeenBy = (member: Member) => as(member, (viewer) => listSeatAsks(viewer, circle.id));
const own = (member: Member) => as(member, listOwnAsks);
const answer = async (member: Member, how: typeof welcomeAsk, askId?: string) =>
  submit(member, how, {
    circleId: circle.id,
    askId: askId ?? (await asksSeenBy(juniper))[0]?.id ?? freshId(),
  });
const aliases = () =>
  asSystem((db) =>
    db.membership.findMany({ where: { circleId: circle.id, leftAt: null }, select: { alias: true } }),
  ).then((seats) => seats.map(({ alias }) => alias).toSorted());
const nudges = (member: Member) =>
  as(member, ({ db }) => db.nudge.findMany({ where: { doneAt: null }, select: { kind: true } })).then(
    (found) => found.map(({ kind }) => kind),
  );

describe("asking for a seat", () => {
  test("reaches those who look after the circle, and nobody else", async () => {
    const id = freshId();
    expect(await ask(wren, { id })).toEqual({ status: "went", to: "/circles/open" });
    expect(await ask(wren, { id })).toEqual({ status: "went", to: "/circles/open" });
    expect(await asksSeenBy(juniper)).toMatchObject([{ alias: "Wren", words: "I was laid off in May." }]);
    expect(await asksSeenBy(heron)).toEqual([]);
    expect(await asksSeenBy(wren)).toEqual([]);
    expect(await nudges(juniper)).toEqual(["seat-asked"]);
    expect(await own(wren)).toMatchObject([{ isOpen: true, line: "I was laid off in May." }]);
  });

  test("tells nobody outside how people there are called: a name that is taken gets a number with the seat", async () => {
    expect(await ask(wren, { alias: "heron" })).toMatchObject({ status: "went" });
    expect(await answer(juniper, welcomeAsk)).toMatchObject({ status: "done" });
    expect(await aliases()).toEqual(["Alder", "Heron", "Juniper", "heron 2"]);
  });

  test("is refused with every word kept: asked already, three circles", async () => {
    await ask(wren);
    expect(await ask(wren)).toMatchObject({
      status: "refused",
      values: expect.objectContaining({ words: ["I was laid off in May."] }),
    });
    const busy = await aMember({ name: "Tern" });
    for (const _ of [1, 2, 3]) await aCircle(busy);
    expect(await ask(busy)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("three circles"),
    });
    expect(await ask(await aMember(), { agreed: false })).toMatchObject({ status: "invalid" });
  });

  test("of a circle that does not list itself, or is hidden from them, is a 404", async () => {
    const other = await aCircle(juniper);
    expect(await ask(wren, { circleId: other.id })).toEqual({ status: "not found" });
    await keepApart(heron, wren);
    expect(await ask(wren)).toEqual({ status: "not found" });
  });

  test("is taken back by whoever asked, and by nobody else", async () => {
    const { id } = await aSeatAsk(wren, circle);
    expect(await submit(heron, takeBackAsk, { askId: id })).toEqual({ status: "not found" });
    expect(await submit(wren, takeBackAsk, { askId: id })).toMatchObject({ status: "done" });
    expect(await submit(wren, takeBackAsk, { askId: id })).toMatchObject({ status: "done" });
    expect(await asksSeenBy(juniper)).toEqual([]);
    expect(await own(wren)).toEqual([]);
    expect(await ask(wren)).toMatchObject({ status: "went" });
  });
});

describe("the answer", () => {
  test("a yes gives them a seat under the name they chose, and they are told", async () => {
    await ask(wren, { alias: "Little Wren" });
    const id = (await asksSeenBy(juniper))[0]?.id ?? "";
    expect(await answer(heron, welcomeAsk, id)).toEqual({ status: "not found" });
    expect(await answer(wren, welcomeAsk, id)).toEqual({ status: "not found" });
    expect(await answer(juniper, welcomeAsk, id)).toMatchObject({ status: "done" });
    expect(await answer(juniper, welcomeAsk, id)).toMatchObject({
      status: "done",
      message: expect.stringContaining("meanwhile"),
    });
    expect(await aliases()).toEqual(["Alder", "Heron", "Juniper", "Little Wren"]);
    expect(await nudges(wren)).toEqual(["circle-open"]);
    expect(await nudges(juniper)).toEqual([]);
    expect(await own(wren)).toMatchObject([{ isOpen: false, isWelcome: true }]);
  });

  test("a seat that they got and left is not pointed at any more", async () => {
    await ask(wren);
    await answer(juniper, welcomeAsk);
    expect(await own(wren)).toMatchObject([{ isWelcome: true }]);
    await leave(wren, circle);
    expect(await own(wren)).toEqual([]);
  });

  test("a no is kind, tells no reason, and is not asked again soon", async () => {
    await ask(wren);
    expect(await answer(juniper, declineAsk)).toMatchObject({ status: "done" });
    expect(await own(wren)).toMatchObject([{ isOpen: false, isWelcome: false }]);
    expect(await nudges(wren)).toEqual(["seat-answered"]);
    expect(await ask(wren)).toMatchObject({ status: "refused", message: expect.stringContaining("lately") });
    expect(await aliases()).toEqual(["Alder", "Heron", "Juniper"]);
  });

  test("two yeses at the same moment give the last seat once", async () => {
    const more = await Promise.all(
      ["Alder", "Sorrel", "Linnet", "Marten", "Tern"].map((name) => aMember({ name })),
    );
    const full = await aCircle(juniper, [heron, ...more]);
    const [robin, finch] = [await aMember({ name: "Robin" }), await aMember({ name: "Finch" })];
    const asks = [await aSeatAsk(robin, full), await aSeatAsk(finch, full)];
    const answers = await Promise.all(
      asks.map(({ id }) => submit(juniper, welcomeAsk, { circleId: full.id, askId: id })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["done", "refused"]);
    expect(await asSystem((db) => db.membership.count({ where: { circleId: full.id, leftAt: null } }))).toBe(
      8,
    );
  });

  test("whoever is blocked by now is not there to answer, or cannot be seated, and nobody learns why", async () => {
    const { id } = await aSeatAsk(wren, circle);
    await keepApart(wren, heron);
    expect(await answer(juniper, welcomeAsk, id)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("just now"),
    });
    await keepApart(wren, juniper);
    expect(await asksSeenBy(juniper)).toEqual([]);
    expect(await answer(juniper, welcomeAsk, id)).toEqual({ status: "not found" });
    expect(await answer(juniper, declineAsk, id)).toEqual({ status: "not found" });
  });

  test("somebody who sits in three circles by now is not seated in a fourth", async () => {
    const { id } = await aSeatAsk(wren, circle);
    for (const _ of [1, 2, 3]) await aCircle(wren);
    expect(await answer(juniper, welcomeAsk, id)).toMatchObject({ status: "refused" });
    expect(await aliases()).toEqual(["Alder", "Heron", "Juniper"]);
  });

  test("what nobody answered in fourteen days is over, and told", async () => {
    await ask(wren);
    await connected("admin", (admin) =>
      admin.query("update seat_asks set expires_at = now() - interval '1 minute' where user_id = $1", [
        wren.id,
      ]),
    );
    expect(await asksSeenBy(juniper)).toEqual([]);
    await endOldAsks();
    expect(await nudges(wren)).toEqual(["seat-answered"]);
    expect(await nudges(juniper)).toEqual([]);
    expect(await ask(wren)).toMatchObject({ status: "went" });
  });
});
