import { expect, test } from "vitest";
import { endBreak, letMeGo, sayFine, takeBreak } from "@/lib/absences/actions";
import { findOwnSeat } from "@/lib/absences/queries";
import { tendAbsences } from "@/lib/absences/tend-absences";
import { findCircle } from "@/lib/circles/queries";
import { asSystem } from "@/lib/db";
import { giveTurnOn } from "@/lib/meetings/actions";
import { writeTurn } from "@/lib/written-turns/actions";
import { daysPassIn } from "../days-pass";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, type Member } from "../factories";
import { aMeeting } from "../factories-of-circles";
import { aPost } from "../factories-of-posts";
import { pressOn } from "../meetings/steps";
import { as, submit } from "../people";

const tend = (circle: CircleOfTest) => asSystem((db) => tendAbsences(db, circle.id));

/** Days go by, and the worker comes by on each of them, twice. */
async function pass(circle: CircleOfTest, days: number, each: () => Promise<unknown> = async () => {}) {
  for (let day = 0; day < days; day++) {
    await daysPassIn([circle], 1);
    await each();
    await tend(circle);
    await tend(circle);
  }
}

/** What somebody was told of, and whether it still waits. */
const toldOf = (member: Member) =>
  asSystem(async (db) => {
    const nudges = await db.nudge.findMany({ where: { userId: member.id }, orderBy: { createdAt: "asc" } });
    return nudges.map(({ kind, doneAt }) => (doneAt ? `${kind}, done` : kind));
  });

const seatsSeenBy = async (member: Member, circle: CircleOfTest) =>
  (await as(member, (viewer) => findCircle(viewer, circle.id)))?.people.map(
    ({ alias, role, isResting, line }) =>
      [alias, role, isResting && "taking a break", line].filter(Boolean).join(", "),
  );

async function two() {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  const herons = () => aPost(heron, circle);
  return { juniper, heron, circle, herons };
}

test("whoever is quiet is asked once, then paused, then told, then let go; and the other holds the circle", async () => {
  const { juniper, heron, circle, herons } = await two();
  await pass(circle, 9, herons);
  expect(await toldOf(juniper)).toEqual([]);
  await pass(circle, 1, herons);
  expect(await toldOf(juniper)).toEqual(["quiet"]);
  await pass(circle, 10, herons);
  expect(await toldOf(juniper)).toEqual(["quiet"]);
  expect(await seatsSeenBy(heron, circle)).toEqual([
    "Juniper, facilitator, taking a break",
    "Heron, cofacilitator",
  ]);
  await pass(circle, 1, herons);
  expect(await toldOf(juniper)).toEqual(["quiet, done", "paused"]);
  expect(await seatsSeenBy(heron, circle)).toEqual(["Juniper, member, taking a break", "Heron, facilitator"]);
  await pass(circle, 21, herons);
  expect(await toldOf(juniper)).toEqual(["quiet, done", "paused", "seat-ends"]);
  await pass(circle, 6, herons);
  expect(await seatsSeenBy(juniper, circle)).toHaveLength(2);
  await pass(circle, 1, herons);
  expect(await toldOf(juniper)).toEqual(["quiet, done", "paused, done", "seat-ends, done", "seat-freed"]);
  expect(await seatsSeenBy(juniper, circle)).toBeUndefined();
  expect(await seatsSeenBy(heron, circle)).toEqual(["Heron, facilitator"]);
  expect(await toldOf(heron)).toEqual(["turn-to-hold"]);
});

test("a word of theirs answers the question, and so does one press", async () => {
  const { juniper, heron, circle } = await two();
  await pass(circle, 10);
  await aPost(juniper, circle);
  expect(await toldOf(juniper)).toEqual(["quiet, done"]);
  expect(await submit(heron, sayFine, { circleId: circle.id })).toEqual({
    status: "went",
    to: `/circles/${circle.id}`,
  });
  expect(await toldOf(heron)).toEqual(["quiet, done"]);
  await pass(circle, 9);
  expect(await toldOf(juniper)).toEqual(["quiet, done"]);
  await pass(circle, 1);
  expect(await toldOf(juniper)).toEqual(["quiet, done", "quiet"]);
  expect(await toldOf(heron)).toEqual(["quiet, done", "quiet"]);
});

test.each<[string, (juniper: Member, circle: CircleOfTest) => Promise<unknown>]>([
  [
    "opening a meeting",
    async (juniper, circle) => {
      await aMeeting(juniper, circle, { kind: "writing" });
    },
  ],
  [
    "a turn in a live meeting",
    async (juniper, circle) => {
      const meeting = await aMeeting(juniper, circle);
      await submit(juniper, giveTurnOn, { ...(await pressOn(juniper, meeting)), how: "spoken" });
    },
  ],
  [
    "a line in a meeting in writing",
    async (juniper, circle) => {
      const { id: meetingId } = await aMeeting(juniper, circle, { kind: "writing" });
      const words = { circleId: circle.id, meetingId, step: "check_in", body: "A slow week." };
      await submit(juniper, writeTurn, words);
    },
  ],
])("%s answers the question too, and whoever only meets is asked before they are paused", async (_, meet) => {
  const { juniper, circle } = await two();
  await pass(circle, 10);
  expect(await toldOf(juniper)).toEqual(["quiet"]);
  await meet(juniper, circle);
  expect(await toldOf(juniper)).toEqual(["quiet, done"]);
  await pass(circle, 10);
  expect(await toldOf(juniper)).toEqual(["quiet, done", "quiet"]);
  await pass(circle, 10);
  expect(await toldOf(juniper)).toEqual(["quiet, done", "quiet"]);
});

test("a word answers the question also of somebody who was heard a moment before", async () => {
  const { juniper, circle } = await two();
  await asSystem((db) =>
    db.membership.updateMany({
      where: { circleId: circle.id, userId: juniper.id },
      data: { heardAt: new Date(), askedAt: new Date() },
    }),
  );
  await asSystem(
    (db) =>
      db.$queryRaw`select app.nudge(${juniper.id}::uuid, 'quiet', ${circle.id}::uuid, gen_random_uuid())`,
  );
  await aPost(juniper, circle);
  expect(await toldOf(juniper)).toEqual(["quiet, done"]);
});

test("whoever takes a break says so in a line if they like, and is back in one press", async () => {
  const { juniper, heron, circle } = await two();
  expect(await submit(heron, takeBreak, { circleId: circle.id, line: "Back after Christmas" })).toMatchObject(
    {
      status: "done",
    },
  );
  expect(await seatsSeenBy(juniper, circle)).toEqual([
    "Juniper, facilitator",
    "Heron, member, taking a break, Back after Christmas",
  ]);
  await submit(heron, endBreak, { circleId: circle.id });
  expect(await seatsSeenBy(juniper, circle)).toEqual(["Juniper, facilitator", "Heron, cofacilitator"]);
  expect(await submit(heron, takeBreak, { circleId: circle.id, line: "word ".repeat(20) })).toMatchObject({
    status: "invalid",
    values: { line: ["word ".repeat(20)] },
  });
});

test("a seat of somebody who still speaks is not freed, and the day until which it is kept moves on", async () => {
  const { heron, circle, herons } = await two();
  await submit(heron, takeBreak, { circleId: circle.id });
  const kept = async () => (await as(heron, (viewer) => findOwnSeat(viewer, circle.id)))?.keptUntil;
  const first = await kept();
  await pass(circle, 20);
  expect(await kept()).not.toBe(first);
  await herons();
  await pass(circle, 20);
  expect(await toldOf(heron)).toEqual([]);
  expect(await kept()).toBeTruthy();
});

test("let go, a member sees nothing of the circle, and comes back by an invitation as if they had never been away", async () => {
  const { juniper, heron, circle } = await two();
  await pass(circle, 10, () => aPost(juniper, circle));
  expect(await submit(heron, letMeGo, { circleId: circle.id })).toEqual({
    status: "went",
    to: "/circles/let-go",
  });
  expect(await toldOf(heron)).toEqual(["quiet, done"]);
  expect(await as(heron, (viewer) => findOwnSeat(viewer, circle.id))).toBeNull();
  await join(heron, circle, await anInvitation(juniper, circle));
  await tend(circle);
  expect(await seatsSeenBy(juniper, circle)).toEqual(["Juniper, facilitator", "Heron, cofacilitator"]);
});

test.each([
  ["sayFine", sayFine],
  ["takeBreak", takeBreak],
  ["endBreak", endBreak],
])("%s: whoever sits elsewhere finds nothing there", async (_name, action) => {
  const { circle } = await two();
  const wren = await aMember({ name: "Wren" });
  expect(await submit(wren, action, { circleId: circle.id })).toEqual({ status: "not found" });
});
