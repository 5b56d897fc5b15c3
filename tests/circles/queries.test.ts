import { expect, test } from "vitest";
import { findCircle, findDescription, listCircles } from "@/lib/circles/queries";
import { freshId } from "@/lib/ids";
import { askToLeave } from "@/lib/memberships/actions";
import { aCircle, aMember, type CircleOfTest, leave, type Member } from "../factories";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { as, submit } from "../people";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const circleSeenBy = (member: Member, circle: CircleOfTest, now = new Date()) =>
  as(member, (viewer) => findCircle({ ...viewer, now }, circle.id));

test("a circle shows its people, who facilitates and who I am, and nobody's account", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  const seen = await circleSeenBy(heron, circle);
  expect(seen).toMatchObject({
    name: "Thursday lanterns",
    people: [
      { alias: "Juniper", role: "facilitator", isMe: false },
      { alias: "Heron", role: "cofacilitator", isMe: true },
    ],
    alias: "Heron",
    free: 6,
    canLookAfter: true,
  });
  for (const account of [juniper.id, heron.id, juniper.email, heron.email]) {
    expect(JSON.stringify(seen)).not.toContain(account);
  }
});

test("outsiders, former and removed members see no circle, and an address that is none is none", async () => {
  const [juniper, heron, wren, alder] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
    await aMember({ name: "Alder" }),
  ];
  const circle = await aCircle(juniper, [heron, wren]);
  await leave(heron, circle);
  await submit(juniper, askToLeave, { circleId: circle.id, alias: "Wren" });
  for (const someone of [heron, wren, alder]) {
    expect(await circleSeenBy(someone, circle)).toBeNull();
    expect(await as(someone, (viewer) => findDescription(viewer, circle.id))).toBeNull();
    expect(await as(someone, (viewer) => listCircles(viewer))).toEqual([]);
  }
  for (const id of ["lanterns", "", freshId(), `${circle.id}0`]) {
    expect(await circleSeenBy(juniper, { id })).toBeNull();
    expect(await as(juniper, (viewer) => findDescription(viewer, id))).toBeNull();
  }
});

test("without a where clause a member still reads only the circles in which they sit", async () => {
  const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
  const [hers] = [await aCircle(wren), await aCircle(juniper)];
  const ids = await as(wren, (viewer) => viewer.db.circle.findMany({ select: { id: true } }));
  expect(ids).toEqual([{ id: hers.id }]);
});

test("whoever says nothing for fourteen days is resting; a post, a reply or a warm signal is something", async () => {
  const juniper = await aMember();
  const others = await Promise.all(["Heron", "Wren", "Alder"].map((name) => aMember({ name })));
  const [heron, wren, alder] = others;
  if (!heron || !wren || !alder) throw new Error("Three people were asked for.");
  const circle = await aCircle(juniper, others);
  const restingIn = async (days: number) =>
    (await circleSeenBy(juniper, circle, inDays(days)))?.people
      .filter((person) => person.isResting)
      .map((person) => person.alias);

  const post = await aPost(heron, circle, { createdAt: inDays(10) });
  await aReply(wren, post, { createdAt: inDays(12) });
  await anEncouragement(alder, post);
  expect(await restingIn(13)).toEqual([]);
  expect(await restingIn(15)).toEqual(["Juniper", "Alder"]);
  expect(await restingIn(25)).toEqual(["Juniper", "Heron", "Alder"]);
  expect(await restingIn(27)).toEqual(["Juniper", "Heron", "Wren", "Alder"]);
});

test("what somebody says in another circle does not tell this one", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const other = await aCircle(juniper);
  await aPost(juniper, other, { createdAt: inDays(14) });
  expect((await circleSeenBy(juniper, circle, inDays(15)))?.people[0]?.isResting).toBe(true);
  expect((await circleSeenBy(juniper, other, inDays(15)))?.people[0]?.isResting).toBe(false);
});

test("the meeting is said by the circle's clock, and by mine where it differs", async () => {
  const [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron", timeZone: "America/New_York" }),
    await aMember({ name: "Wren", timeZone: "Pacific/Auckland" }),
  ];
  const circle = await aCircle(juniper, [heron, wren]);
  const now = new Date("2026-11-22T12:00:00Z");
  const meeting = async (member: Member) => (await circleSeenBy(member, circle, now))?.meeting;
  expect(await meeting(juniper)).toMatchObject({
    weekly: "Thursdays at 18:00",
    next: "Thursday, 26 November at 18:00",
    zone: "Berlin",
    forMe: null,
    isToday: false,
    isNow: false,
  });
  expect((await meeting(heron))?.forMe).toEqual({
    next: "Thursday, 26 November at 12:00",
    briefly: "12:00",
    zone: "New York",
  });
  expect((await meeting(wren))?.forMe).toMatchObject({
    briefly: "Friday, 27 November at 06:00",
    zone: "Auckland",
  });
  expect((await circleSeenBy(juniper, circle, new Date("2026-11-26T17:30:00Z")))?.meeting).toMatchObject({
    isToday: true,
    isNow: true,
  });
});

test("a zone with another name and the same clock is not said twice", async () => {
  const juniper = await aMember({ timeZone: "Europe/Vienna" });
  const circle = await aCircle(juniper);
  expect((await circleSeenBy(juniper, circle))?.meeting.forMe).toBeNull();
});
