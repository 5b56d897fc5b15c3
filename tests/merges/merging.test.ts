import { afterAll, expect, test } from "vitest";
import { takeBreak } from "@/lib/absences/actions";
import { findCircle, listCircles } from "@/lib/circles/queries";
import { asSystem } from "@/lib/db";
import { tendCircles } from "@/lib/jobs/tend-circles";
import { returnToCircle } from "@/lib/landings/actions";
import { listMyLandings } from "@/lib/landings/queries";
import { acceptProposal } from "@/lib/matching/actions";
import { declineMerge, likeMerge } from "@/lib/merges/actions";
import { findJoinedCircle, findSmallCircle } from "@/lib/merges/queries";
import { findPost, listPosts } from "@/lib/posts/queries";
import { reply } from "@/lib/replies/actions";
import { connected } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { daysPassIn } from "../days-pass";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, leave, type Member } from "../factories";
import { aLanding } from "../factories-of-circles";
import { aListing, aProposal, aSeatAsk, aWait } from "../factories-of-finding";
import { aPost, aReply } from "../factories-of-posts";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";

// The worker looks at every circle there is.
afterAll(await moveToScratchDatabase());

/** A language that nobody else speaks, so that no other test's circles are offered to these. */
let spoken = 0;

/** Juniper and Heron in one circle, and another Heron in another: both small for long. */
async function twoSmallCircles() {
  const language = `language ${spoken++}`;
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const other = await aMember({ name: "Heron" });
  const large = await aCircle(juniper, [heron], { language });
  const little = await aCircle(other, [], { language, name: "Second wind", purpose: "Between jobs, too." });
  await tendCircles();
  await daysPassIn([large, little], 3);
  await tendCircles();
  return { juniper, heron, other, large, little };
}

const offerTo = async (member: Member, circle: CircleOfTest) =>
  (await as(member, (viewer) => findSmallCircle(viewer, circle.id)))?.offer;

async function say(yes: boolean, member: Member, circle: CircleOfTest) {
  const offer = await offerTo(member, circle);
  return submit(member, yes ? likeMerge : declineMerge, { circleId: circle.id, mergeId: offer?.id });
}

const toldOf = (member: Member) =>
  asSystem(async (db) => {
    const nudges = await db.nudge.findMany({ where: { userId: member.id }, orderBy: { createdAt: "asc" } });
    return nudges.map(({ kind, doneAt }) => (doneAt ? `${kind}, done` : kind));
  });

const peopleSeenBy = async (member: Member, circle: CircleOfTest) =>
  (await as(member, (viewer) => findCircle(viewer, circle.id)))?.people.map(
    ({ alias, role }) => `${alias} ${role}`,
  );

test("two small circles are offered each other, and each sees how the other is described and nothing of who it is", async () => {
  const { juniper, other, large, little } = await twoSmallCircles();
  expect(await offerTo(juniper, large)).toMatchObject({
    othersStay: false,
    others: 1,
    purpose: "Between jobs, too.",
    together: 3,
    meets: "Thursdays at 18:00, Berlin time",
    saidYes: false,
  });
  const seen = await offerTo(other, little);
  expect(seen).toMatchObject({ othersStay: true, others: 2, together: 3 });
  expect(JSON.stringify(seen)).not.toMatch(/Juniper|Heron|Thursday lanterns/);
  expect(await toldOf(juniper)).toEqual(["merge-offered"]);
  expect(await toldOf(other)).toEqual(["merge-offered"]);
});

test("they become one with the last yes, and not before: seats, names, roles and words are where they belong", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  const post = await aPost(other, little, { body: "Said among us." });
  await aReply(other, post, { body: "And after." });
  expect(await say(true, juniper, large)).toMatchObject({ status: "done" });
  expect(await say(true, other, little)).toMatchObject({ status: "done" });
  // Twice is once.
  expect(await say(true, other, little)).toMatchObject({ status: "done" });
  expect(await peopleSeenBy(juniper, large)).toEqual(["Juniper facilitator", "Heron cofacilitator"]);
  expect(await say(true, heron, large)).toEqual({ status: "went", to: `/circles/${large.id}/merge` });

  expect(await peopleSeenBy(other, large)).toEqual([
    "Juniper facilitator",
    "Heron cofacilitator",
    "Heron 2 member",
  ]);
  expect((await as(other, listCircles)).map(({ id }) => id)).toEqual([large.id]);
  expect(await toldOf(other)).toEqual(["merge-offered, done", "joined"]);
  expect(await toldOf(heron)).toEqual(["merge-offered, done", "merged"]);

  const joined = await as(other, (viewer) => findJoinedCircle(viewer, little.id));
  expect(joined).toMatchObject({
    into: { id: large.id, called: "Heron 2", was: "Second wind", wasCalled: "Heron" },
    posts: [{ alias: "Heron", body: "Said among us.", replies: [{ alias: "Heron", body: "And after." }] }],
  });
  // Nobody else reads it, and nobody answers there any more.
  expect(await as(juniper, (viewer) => findJoinedCircle(viewer, little.id))).toBeNull();
  expect(await as(juniper, (viewer) => listPosts(viewer, little.id))).toMatchObject({ posts: [] });
  expect(await as(other, (viewer) => findPost(viewer, little.id, post.id))).toBeNull();
  expect(
    await submit(other, reply, { circleId: little.id, postId: post.id, body: "One more." }),
  ).toMatchObject({ status: "refused" });

  await daysPassIn([large, little], 29);
  await tendCircles();
  expect(await as(other, (viewer) => findJoinedCircle(viewer, little.id))).not.toBeNull();
  await daysPassIn([large, little], 1);
  expect(await as(other, (viewer) => findJoinedCircle(viewer, little.id))).toBeNull();
  await daysPassIn([large, little], 1);
  await tendCircles();
  expect(await asSystem((db) => db.circle.count({ where: { id: little.id } }))).toBe(0);
});

test("what moderators hid, what is held back and what one reported stays out of sight after it, too", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  const wren = await aMember({ name: "Wren" });
  await join(wren, little, await anInvitation(other, little));
  const post = await aPost(wren, little, { body: "Hidden by a moderator." });
  const plain = await aPost(wren, little, { body: "Plain." });
  await aReply(wren, plain, { body: "Reported and put away." });
  await connected("admin", async (admin) => {
    await admin.query("update posts set hidden_at = now() where id = $1", [post.id]);
    await admin.query("update replies set hidden_at = now() where post_id = $1", [plain.id]);
  });
  await aPost(wren, little, { body: "Held: http://shop.example", heldAt: new Date() });
  for (const [who, circle] of [
    [juniper, large],
    [heron, large],
    [other, little],
    [wren, little],
  ] as const)
    await say(true, who, circle);
  const read = async (who: typeof wren) =>
    JSON.stringify(await as(who, (viewer) => findJoinedCircle(viewer, little.id)));
  expect(await read(other)).toContain("Plain.");
  expect(await read(other)).not.toMatch(/Hidden by|Held:|Reported and/);
  expect(await read(wren)).toMatch(/Hidden by.*|Held:/);
});

test("nobody comes to a circle that joined another, by whatever way they knew", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  const [wren, tern, sorrel] = await Promise.all(["Wren", "Tern", "Sorrel"].map((name) => aMember({ name })));
  if (!wren || !tern || !sorrel) throw new Error("Three people were asked for.");
  await join(sorrel, little, await anInvitation(other, little));
  await aLanding(sorrel, little);
  await aListing(other, little, { isMatched: true });
  await aSeatAsk(wren, little);
  await aWait(tern);
  const proposal = await aProposal([tern], { circleId: little.id });
  for (const [member, circle] of [
    [juniper, large],
    [heron, large],
    [other, little],
  ] as const)
    await say(true, member, circle);

  expect(await asSystem((db) => db.circle.findUnique({ where: { id: little.id } }))).toMatchObject({
    listedAt: null,
    matchedAt: null,
  });
  expect(await toldOf(wren)).toEqual(["seat-answered"]);
  expect(await as(sorrel, listMyLandings)).toEqual([]);
  expect(await submit(sorrel, returnToCircle, { circleId: little.id })).toEqual({ status: "not found" });
  const yes = { proposalId: proposal.id, alias: "Tern", agreed: true };
  expect(await submit(tern, acceptProposal, yes)).toEqual({ status: "went", to: "/circles/find?changed=1" });
  const [answer] = await asSystem(
    (db) =>
      db.$queryRaw<
        { said: string }[]
      >`select app.seat_person(${little.id}::uuid, ${wren.id}::uuid, 'Wren') as said`,
  );
  expect(answer?.said).toBe("gone");
  expect(await asSystem((db) => db.membership.count({ where: { circleId: little.id, leftAt: null } }))).toBe(
    0,
  );
});

test("whoever comes back to a circle by a merge begins there anew, as by any other way", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  await join(other, large, await anInvitation(juniper, large), "Wren");
  await aLanding(other, large, { shown: true });
  await connected("admin", (admin) =>
    admin.query(
      `update memberships set term_from = now() - interval '80 days', keeps_time_since = now() - interval '80 days',
         asked_at = now() where circle_id = $1 and user_id = $2`,
      [large.id, other.id],
    ),
  );
  for (const [member, circle] of [
    [juniper, large],
    [heron, large],
    [other, little],
  ] as const)
    await say(true, member, circle);
  const [seat] = await asSystem((db) =>
    db.membership.findMany({ where: { circleId: large.id, userId: other.id } }),
  );
  expect(seat).toMatchObject({ leftAt: null, keepsTimeSince: null, askedAt: null });
  expect(Date.now() - (seat?.termFrom.getTime() ?? 0)).toBeLessThan(60_000);
  expect(await as(other, listMyLandings)).toEqual([]);
});

test("said by everybody at the same moment, it happens once", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  const wren = await aMember({ name: "Wren" });
  const invitation = await anInvitation(juniper, large);
  const answers = await Promise.all([
    say(true, juniper, large),
    say(true, heron, large),
    say(true, other, little),
    say(true, other, little),
    join(wren, large, invitation),
    tendCircles(),
  ]);
  for (const answer of answers.slice(0, 4)) expect(answer).not.toMatchObject({ status: "refused" });
  // Whoever came at that very moment may be asked first.
  if ((await as(other, listCircles))[0]?.id === little.id) await say(true, wren, large);
  expect(await peopleSeenBy(other, large)).toHaveLength(4);
  expect(new Set(await peopleSeenBy(other, large)).size).toBe(4);
  expect(await as(other, listCircles)).toHaveLength(1);
});

test("one no ends it for both, is written down nowhere, and the same two are not asked again", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  await say(true, juniper, large);
  expect(await say(false, other, little)).toMatchObject({ status: "done" });
  expect(await offerTo(heron, large)).toBeNull();
  expect(await asSystem((db) => db.mergeConsent.count({ where: { circleId: large.id } }))).toBe(0);
  await daysPassIn([large, little], 20);
  await tendCircles();
  expect(await offerTo(heron, large)).toBeNull();
  // With nobody to join, they are told what a small circle can do: once.
  expect((await toldOf(heron)).filter((kind) => kind === "few")).toHaveLength(1);
});

test("seven days without everybody's yes end it", async () => {
  const { juniper, large, little, other } = await twoSmallCircles();
  await say(true, juniper, large);
  await say(true, other, little);
  await daysPassIn([large, little], 6);
  await tendCircles();
  expect(await offerTo(juniper, large)).toMatchObject({ saidYes: true });
  await daysPassIn([large, little], 1);
  await tendCircles();
  expect(await offerTo(juniper, large)).toBeNull();
  expect(await peopleSeenBy(juniper, large)).toHaveLength(2);
});

test("whoever leaves or takes a break is not waited for, and whoever takes one comes along", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  await say(true, juniper, large);
  await say(true, other, little);
  await submit(heron, takeBreak, { circleId: large.id });
  expect(await say(true, heron, large)).toMatchObject({
    status: "refused",
    message: expect.stringContaining("taking a break"),
  });
  await tendCircles();
  expect(await peopleSeenBy(other, large)).toHaveLength(3);
});

test("a block made meanwhile ends it, and looks like anybody's no", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  await say(true, juniper, large);
  await say(true, other, little);
  await keepApart(heron, other);
  expect(await say(true, heron, large)).toMatchObject({
    status: "refused",
    message: expect.stringContaining("not offered any more"),
  });
  await tendCircles();
  expect(await offerTo(heron, large)).toBeNull();
  expect(await peopleSeenBy(heron, large)).toHaveLength(2);
});

test("two who asked not to meet people of one employer are not put together, before and after the offer", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  await say(true, juniper, large);
  await say(true, other, little);
  await aWait(heron, { employer: "Acme", since: null });
  await aWait(other, { employer: "acme", since: null });
  expect(await say(true, heron, large)).toMatchObject({ status: "refused" });
  expect(await peopleSeenBy(heron, large)).toHaveLength(2);
  // And nothing is offered to two circles of whom that is known.
  const language = `language ${spoken++}`;
  const circles = [await aCircle(heron, [], { language }), await aCircle(other, [], { language })];
  await tendCircles();
  await daysPassIn(circles, 3);
  await tendCircles();
  for (const circle of circles)
    expect(await offerTo(circle === circles[0] ? heron : other, circle)).toBeNull();
});

test("people who came meanwhile are asked too, and with nine it cannot be", async () => {
  const { juniper, heron, other, large, little } = await twoSmallCircles();
  const invitation = await anInvitation(juniper, large);
  const came: Member[] = [];
  for (const name of ["Wren", "Alder", "Tern", "Robin", "Siskin"]) {
    const member = await aMember({ name });
    await join(member, large, invitation);
    came.push(member);
  }
  for (const member of [juniper, heron]) await say(true, member, large);
  await say(true, other, little);
  expect(await peopleSeenBy(juniper, large)).toHaveLength(7);
  const dunnock = await aMember({ name: "Dunnock" });
  await join(dunnock, large, invitation);
  expect(await say(true, dunnock, large)).toMatchObject({ status: "refused" });
  expect(await peopleSeenBy(juniper, large)).toHaveLength(8);
});

test("whoever sits in neither is asked nothing and answers nothing", async () => {
  const { juniper, large, little } = await twoSmallCircles();
  const wren = await aMember({ name: "Wren" });
  const offer = await offerTo(juniper, large);
  for (const circle of [large, little])
    for (const action of [likeMerge, declineMerge])
      expect(await submit(wren, action, { circleId: circle.id, mergeId: offer?.id })).toEqual({
        status: "not found",
      });
  // Nor by another circle of theirs.
  const own = await aCircle(wren);
  expect(await submit(wren, likeMerge, { circleId: own.id, mergeId: offer?.id })).toEqual({
    status: "not found",
  });
});

test("an empty circle is cleared away after thirty days, and not before", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  await daysPassIn([circle], 60);
  await leave(juniper, circle);
  const exists = async () => (await asSystem((db) => db.circle.count({ where: { id: circle.id } }))) === 1;
  await daysPassIn([circle], 29);
  await tendCircles();
  expect(await exists()).toBe(true);
  await daysPassIn([circle], 2);
  await tendCircles();
  expect(await exists()).toBe(false);
});
