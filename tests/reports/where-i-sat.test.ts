import { expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { askToLeave } from "@/lib/memberships/actions";
import { listJoined } from "@/lib/merges/joined";
import { openCase } from "@/lib/moderation/queries";
import { report } from "@/lib/reports/actions";
import { findReportable } from "@/lib/reports/queries";
import { checkInThing, personMark, turnThing } from "@/lib/reports/thing-id";
import { hasLeft, listLeft } from "@/lib/reports/where-i-sat";
import type { Viewer } from "@/lib/viewer";
import { connected } from "../database/connect";
import { daysPassIn } from "../days-pass";
import { aCircle, aMember, anInvitation, join, leave, type Member } from "../factories";
import { aCheckIn, aCommitment, aMeeting, aMergeOffer, aWrittenTurn } from "../factories-of-circles";
import { aPost, aReply } from "../factories-of-posts";
import { aBlock, aModerator } from "../factories-of-safety";
import { as, submit } from "../people";

/** Juniper holds a circle in which Wren writes and Heron reads. */
async function aCircleOfThree() {
  const [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  return { juniper, heron, wren, circle: await aCircle(juniper, [heron, wren]) };
}

const sendReport = (member: Member, about: string, circle: { id: string }, thing: string) =>
  submit(member, report, {
    id: freshId(),
    about,
    circleId: circle.id,
    thing,
    reason: "danger",
    words: "Please.",
  });

const hasLeftOne = async (viewer: Viewer) => hasLeft(viewer, await listJoined(viewer));

const taken = { status: "went", to: "/decisions?reported=1" };
const notThere = { status: "not found" };

test("whoever left because of something reports it, whatever it is, and moderators get it with what stood around it", async () => {
  const { juniper, heron, wren, circle } = await aCircleOfThree();
  const curlew = await aModerator();
  const post = await aPost(wren, circle, { body: "A threat." });
  const reply = await aReply(wren, post, { body: "And another one." });
  const commitment = await aCommitment(wren, circle, { words: "Find out where Heron lives." });
  await aCheckIn(wren, circle, { line: "I am watching." });
  const meeting = await aMeeting(wren, circle, { kind: "writing" });
  await aWrittenTurn(wren, meeting, { body: "Heron knows why." });
  const week = await connected("admin", async (admin) => {
    const said = await admin.query("select week::text from check_ins where circle_id = $1", [circle.id]);
    return String(said.rows[0].week);
  });
  await leave(heron, circle);

  const things = {
    post: post.id,
    reply: reply.id,
    commitment: commitment.id,
    "check-in": checkInThing(circle.id, wren.id, week),
    turn: turnThing(circle.id, wren.id, meeting.id, "check_in"),
    person: personMark(circle.id, wren.id),
  };
  for (const [about, thing] of Object.entries(things))
    expect(await sendReport(heron, about, circle, thing), about).toEqual(taken);
  expect(
    await asSystem((db) => db.report.count({ where: { reporterId: heron.id, reportedId: wren.id } })),
  ).toBe(6);
  const [first] = await asSystem((db) => db.report.findMany({ where: { thingId: reply.id } }));
  expect((await as(curlew, (viewer) => openCase(viewer, first?.id ?? "")))?.kept).toMatchObject({
    circle: "Thursday lanterns",
    alias: "Wren",
    body: "And another one.",
    around: [{ alias: "Wren", body: "A threat." }],
  });
  // Nobody who never sat there, nobody their own, and nobody what is hidden from them.
  const tern = await aMember({ name: "Tern" });
  for (const [about, thing] of Object.entries(things))
    for (const member of [tern, wren])
      expect(await sendReport(member, about, circle, thing)).toEqual(notThere);
  expect(await sendReport(heron, "post", circle, (await aPost(heron, await aCircle(heron))).id)).toEqual(
    notThere,
  );
  await aBlock(juniper, circle, "Wren");
  await leave(juniper, circle);
  expect(await sendReport(juniper, "post", circle, post.id)).toEqual(notThere);
});

test("what was said after they left, was taken back or hidden, or is older than thirty days of leaving is not theirs to report", async () => {
  const { heron, wren, circle } = await aCircleOfThree();
  const before = await aPost(wren, circle, { body: "Before." });
  const back = await aPost(wren, circle, { body: "Taken back.", takenBackAt: new Date() });
  await leave(heron, circle);
  const after = await aPost(wren, circle, { body: "After." });
  const mayReport = async (id: string) =>
    (await as(heron, (viewer) => findReportable(viewer, "post", circle.id, id))) !== null;
  expect([await mayReport(before.id), await mayReport(back.id), await mayReport(after.id)]).toEqual([
    true,
    false,
    false,
  ]);
  await daysPassIn([circle], 29);
  expect(await mayReport(before.id)).toBe(true);
  await daysPassIn([circle], 2);
  expect(await mayReport(before.id)).toBe(false);
  expect(await as(heron, hasLeftOne)).toBe(false);
});

test("whoever was asked to leave can report who asked them, and is told nothing more of the circle", async () => {
  const { juniper, heron, circle } = await aCircleOfThree();
  const post = await aPost(juniper, circle, { body: "Write to me alone, or go." });
  await submit(juniper, askToLeave, { circleId: circle.id, alias: "Heron" });
  const [left] = await as(heron, listLeft);
  expect(left).toMatchObject({ id: circle.id, name: null });
  expect(JSON.stringify(left)).not.toMatch(/lanterns|Write to me/);
  expect(await sendReport(heron, "post", circle, post.id)).toEqual(taken);
});

test("the page of circles that somebody left names who was there and when they said something, and no word of it", async () => {
  const { juniper, heron, wren, circle } = await aCircleOfThree();
  const post = await aPost(wren, circle, { body: "Words of theirs." });
  expect(await as(heron, hasLeftOne)).toBe(false);
  await leave(heron, circle);
  const tern = await aMember({ name: "Tern" });
  await join(tern, circle, await anInvitation(juniper, circle));
  expect(await as(heron, hasLeftOne)).toBe(true);
  const [left] = await as(heron, listLeft);
  expect(left).toMatchObject({
    name: "Thursday lanterns",
    people: [
      { alias: "Juniper", said: [] },
      { alias: "Wren", said: [{ about: "post", thing: post.id, what: "A post" }] },
    ],
  });
  expect(JSON.stringify(left)).not.toMatch(/Words of theirs|Tern/);
});

test("what was said in a circle that joined another one is reported by whoever came along, also when they left since", async () => {
  const { juniper, heron, wren, circle } = await aCircleOfThree();
  const post = await aPost(wren, circle, { body: "A threat." });
  await aCheckIn(wren, circle, { line: "I am watching." });
  const tern = await aMember({ name: "Tern" });
  const stays = await aCircle(tern);
  const offer = await aMergeOffer(stays, circle, [juniper, heron, wren, tern]);
  await asSystem((db) => db.$queryRaw`select app.go_on_with_merge(${offer.id}::uuid)`);
  expect(await as(heron, hasLeftOne)).toBe(false);
  expect(await as(heron, (viewer) => findReportable(viewer, "post", circle.id, post.id))).toMatchObject({
    from: "joined",
  });
  expect(await sendReport(heron, "post", circle, post.id)).toEqual(taken);
  await leave(juniper, stays);
  expect(await sendReport(juniper, "post", circle, post.id)).toEqual(taken);
  expect(await sendReport(tern, "post", circle, post.id)).toEqual(notThere);
});
