import { expect, test } from "vitest";
import { findInvitedCircle } from "@/lib/circles/queries";
import { asMember, prisma } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { makeInvitation, takeBackInvitation } from "@/lib/invitations/actions";
import { codeOf, parseCode } from "@/lib/invitations/code";
import { listInvitations } from "@/lib/invitations/queries";
import { MOST_LIVE } from "@/lib/invitations/rules";
import { joinCircle } from "@/lib/memberships/actions";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, leave, type Member } from "../factories";
import { as, submit } from "../people";

const DAY = 86_400_000;
const invitationsSeenBy = (member: Member, circle: CircleOfTest) =>
  as(member, (viewer) => listInvitations(viewer, circle.id));
const seenByHolder = (code: string) =>
  findInvitedCircle({ viewer: null, db: prisma(), now: new Date() }, code);

test("an invitation is made with a link that shows the circle, and nothing of its people", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper, [await aMember({ name: "Heron" })]);
  expect(await submit(juniper, makeInvitation, { circleId: circle.id, people: 6, days: 7 })).toMatchObject({
    status: "done",
    message: expect.stringContaining("ready"),
  });

  const [card] = await invitationsSeenBy(juniper, circle);
  expect(card).toMatchObject({
    state: "works",
    placesLeft: 6,
    madeBy: "Juniper",
    cameBy: [],
  });
  const code = card?.link?.split("/invite/")[1] ?? "";
  expect(card?.link).toMatch(/^http:\/\/[^/]+\/invite\/[\w-]{43}$/);
  const invited = await seenByHolder(code);
  expect(invited).toMatchObject({
    name: "Thursday lanterns",
    purpose: "People between jobs in logistics.",
    agreements: "What is said here stays here.",
    meeting: { weekly: "Thursdays at 18:00", zone: "Berlin" },
  });
  expect(JSON.stringify(invited)).not.toMatch(/Juniper|Heron|video/i);
});

test("the database keeps a hash of the link's secret and nothing to make it from", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const invitation = await anInvitation(juniper, circle);
  const code = codeOf(invitation);
  const [row] = await asMember(juniper.id, (db) => db.invitation.findMany({ where: { id: invitation.id } }));
  expect(row?.tokenHash).toHaveLength(32);
  expect(Buffer.from(row?.tokenHash ?? [])).toEqual(Buffer.from(parseCode(code)?.secretHash ?? []));
  expect(Buffer.from(code, "base64url").includes(Buffer.from(row?.tokenHash ?? []))).toBe(false);
});

test.each([
  [1, 1],
  [7, 7],
  [30, 30],
  [undefined, 7],
])("an invitation for %s days lasts %s", async (days, lasts) => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const before = Date.now();
  await submit(juniper, makeInvitation, { circleId: circle.id, people: 1, days });
  const [row] = await asMember(juniper.id, (db) => db.invitation.findMany({ select: { expiresAt: true } }));
  const length = (row?.expiresAt.getTime() ?? 0) - before;
  expect(length).toBeGreaterThanOrEqual(lasts * DAY);
  expect(length).toBeLessThan(lasts * DAY + 60_000);
});

test.each([
  ["people", 0],
  ["people", 9],
  ["people", ""],
  ["days", 365],
])("an invitation with %s %j is not made", async (field, value) => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const form = { circleId: circle.id, people: 1, days: 7, [field]: value };
  expect(await submit(juniper, makeInvitation, form)).toMatchObject({
    status: "invalid",
    fieldErrors: { [field]: expect.any(String) },
  });
  expect(await invitationsSeenBy(juniper, circle)).toEqual([]);
});

test("an invitation sent twice is made once", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const form = { id: freshId(), circleId: circle.id, people: 2, days: 7 };
  const sent = await Promise.all([1, 2, 3].map(() => submit(juniper, makeInvitation, form)));
  for (const answer of sent) expect(answer).toMatchObject({ status: "done" });
  expect(await invitationsSeenBy(juniper, circle)).toHaveLength(1);
});

test("inviting waits until the e-mail address is confirmed", async () => {
  const juniper = await aMember({ verified: false });
  const circle = await aCircle(juniper);
  expect(await submit(juniper, makeInvitation, { circleId: circle.id, people: 2, days: 7 })).toMatchObject({
    status: "refused",
    message: expect.stringContaining("confirm your e-mail"),
  });
});

test("an invitation is never for more people than there are free seats", async () => {
  const juniper = await aMember();
  const people = await Promise.all(
    ["Heron", "Wren", "Alder", "Marten", "Sorrel", "Teal"].map((name) => aMember({ name })),
  );
  const circle = await aCircle(juniper, people);
  expect(await submit(juniper, makeInvitation, { circleId: circle.id, people: 2, days: 7 })).toMatchObject({
    status: "refused",
    fieldErrors: { people: expect.stringContaining("One seat is free") },
  });
  const swift = await aMember({ name: "Swift" });
  await join(swift, circle, await anInvitation(juniper, circle));
  expect(await submit(juniper, makeInvitation, { circleId: circle.id, people: 1, days: 7 })).toMatchObject({
    status: "refused",
    message: expect.stringContaining("All eight seats"),
  });
});

test("at most eight invitations work at a time, however many are made at once", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  await anInvitation(juniper, circle, { expiresAt: new Date(Date.now() - DAY) });
  const sent = await Promise.all(
    Array.from({ length: MOST_LIVE + 2 }, () =>
      submit(juniper, makeInvitation, { circleId: circle.id, people: 1, days: 7 }),
    ),
  );
  expect(sent.filter((answer) => answer.status === "done")).toHaveLength(MOST_LIVE);
  const cards = await invitationsSeenBy(juniper, circle);
  expect(cards.map((card) => card.state)).toEqual([...Array(MOST_LIVE).fill("works"), "expired"]);
});

test("an invitation lists who came by it, and says no more places when they are gone", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const invitation = await anInvitation(juniper, circle, { uses: 2 });
  const heron = await aMember({ name: "Heron" });
  await join(heron, circle, invitation);
  await join(await aMember({ name: "Wren" }), circle, invitation);
  await leave(heron, circle);
  expect(await invitationsSeenBy(juniper, circle)).toMatchObject([
    { state: "used up", placesLeft: 0, link: null, cameBy: ["Heron", "Wren"] },
  ]);
});

test("an invitation taken back shows nothing any more, and whoever came by it stays", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const invitation = await anInvitation(juniper, circle);
  const heron = await aMember({ name: "Heron" });
  await join(heron, circle, invitation);
  const form = { circleId: circle.id, invitationId: invitation.id };
  for (const _ of [1, 2]) {
    expect(await submit(juniper, takeBackInvitation, form)).toMatchObject({
      status: "done",
      message: expect.stringContaining("Taken back"),
    });
  }
  expect(await seenByHolder(codeOf(invitation))).toBeNull();
  expect(await invitationsSeenBy(juniper, circle)).toMatchObject([
    { state: "taken back", link: null, cameBy: ["Heron"] },
  ]);
});

test("a member without a role, a former facilitator and an outsider neither invite nor see invitations", async () => {
  const [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [await aMember({ name: "Alder" }), heron]);
  const invitation = await anInvitation(juniper, circle);
  const refuseAll = async (someone: Member) => {
    expect(await submit(someone, makeInvitation, { circleId: circle.id, people: 1, days: 7 })).toEqual({
      status: "not found",
    });
    expect(
      await submit(someone, takeBackInvitation, { circleId: circle.id, invitationId: invitation.id }),
    ).toEqual({ status: "not found" });
    expect(await invitationsSeenBy(someone, circle)).toEqual([]);
  };
  for (const someone of [heron, wren]) await refuseAll(someone);
  await leave(juniper, circle);
  await refuseAll(juniper);
  expect(await seenByHolder(codeOf(invitation))).not.toBeNull();
});

test("an invitation is not taken back through another circle", async () => {
  const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
  const [hers, theirs] = [await aCircle(wren), await aCircle(juniper)];
  const invitation = await anInvitation(juniper, theirs);
  expect(await submit(wren, takeBackInvitation, { circleId: hers.id, invitationId: invitation.id })).toEqual({
    status: "not found",
  });
  expect(await seenByHolder(codeOf(invitation))).not.toBeNull();
});

test("the same id for an invitation into another circle opens nothing but that other circle", async () => {
  const [juniper, stranger] = [await aMember(), await aMember({ name: "Wren" })];
  const [circle, theirs] = [await aCircle(juniper), await aCircle(stranger)];
  const { id } = await anInvitation(juniper, circle);
  const form = { id, circleId: theirs.id, people: 1, days: 7 };
  expect(await submit(stranger, makeInvitation, form)).toMatchObject({ status: "done" });
  const [own] = await invitationsSeenBy(stranger, theirs);
  const secret = Buffer.from(own?.link?.split("/invite/")[1] ?? "", "base64url").subarray(16);
  const forged = Buffer.concat([Buffer.from(circle.id.replaceAll("-", ""), "hex"), secret]).toString(
    "base64url",
  );
  expect(await seenByHolder(forged)).toBeNull();
  expect(await submit(stranger, joinCircle, { code: forged, alias: "Wren", agreed: true })).toMatchObject({
    status: "refused",
  });
  expect(await seenByHolder(codeOf({ circleId: circle.id, id }))).toMatchObject({ id: circle.id });
  expect(await seenByHolder(codeOf({ circleId: theirs.id, id }))).toMatchObject({ id: theirs.id });
});

test("a wrong, an expired, a used-up and a taken-back link look the same", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const expired = await anInvitation(juniper, circle, { expiresAt: new Date(Date.now() - 1000) });
  const usedUp = await anInvitation(juniper, circle, { uses: 1 });
  await join(await aMember({ name: "Heron" }), circle, usedUp);
  const codes = [codeOf(expired), codeOf(usedUp), codeOf({ circleId: circle.id, id: freshId() })];
  for (const code of [...codes, "lanterns", "", "%00"]) expect(await seenByHolder(code)).toBeNull();
});

test("a link that was used stays used when whoever came by it leaves and comes back by another", async () => {
  const [juniper, heron, stranger] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper);
  const [once, other] = [
    await anInvitation(juniper, circle, { uses: 1 }),
    await anInvitation(juniper, circle),
  ];
  expect(await join(heron, circle, once)).toBe("seated");
  await leave(heron, circle);
  expect(await join(heron, circle, other)).toBe("seated");
  expect(await join(stranger, circle, once)).toBe("gone");
});

test("an invitation for one person seats one, also when they come back by it and first came by another", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper);
  const first = await anInvitation(juniper, circle, { expiresAt: new Date(Date.now() + DAY) });
  const once = await anInvitation(juniper, circle, { uses: 1 });
  await join(heron, circle, first);
  await leave(heron, circle);
  expect(await join(heron, circle, once)).toBe("seated");
  expect(await join(await aMember({ name: "Wren" }), circle, once)).toBe("gone");
  expect(await seenByHolder(codeOf(once))).toBeNull();
  expect(await invitationsSeenBy(juniper, circle)).toMatchObject([
    { id: first.id, state: "works", placesLeft: 7, cameBy: ["Heron"] },
    { id: once.id, state: "used up", placesLeft: 0, cameBy: ["Heron"] },
  ]);
});

test("whoever comes back by the link that they came by takes one of its places, not two", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper);
  const invitation = await anInvitation(juniper, circle, { uses: 2 });
  for (const _ of [1, 2]) {
    expect(await join(heron, circle, invitation)).toBe("seated");
    await leave(heron, circle);
  }
  expect(await invitationsSeenBy(juniper, circle)).toMatchObject([{ placesLeft: 1, cameBy: ["Heron"] }]);
});
