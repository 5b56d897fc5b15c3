import { afterAll, expect, test } from "vitest";
import { findCircle, listCircles } from "@/lib/circles/queries";
import { asMember, asSystem } from "@/lib/db";
import { findCircles } from "@/lib/jobs/find-circles";
import { findOpenCircle } from "@/lib/listings/queries";
import { askToLeave } from "@/lib/memberships/actions";
import { findJoinedCircle, findSmallCircle } from "@/lib/merges/queries";
import { sealForModerators } from "@/lib/reports/sealed";
import { connected } from "../database/connect";
import { someWait } from "../database/locks";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, leave, type Member } from "../factories";
import { aMergeOffer } from "../factories-of-circles";
import { aListing, aWait } from "../factories-of-finding";
import { aPost } from "../factories-of-posts";
import { aDecision, aModerator, aReport } from "../factories-of-safety";
import { as, submit } from "../people";

// The worker looks for circles for everybody, and locks of others are not waited for.
afterAll(await moveToScratchDatabase());

const becomeOne = (offer: { id: string }) =>
  asSystem((db) => db.$queryRaw`select app.go_on_with_merge(${offer.id}::uuid)`);

/** Juniper alone in a circle that stays, and Heron, Wren and Snipe in one that joins it. */
async function twoCircles(language = "English") {
  const [juniper, heron, wren, snipe] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
    await aMember({ name: "Snipe" }),
  ];
  const stays = await aCircle(juniper, [], { language, meetingDay: 2 });
  const joins = await aCircle(heron, [wren, snipe], { name: "Second wind", language });
  const post = await aPost(snipe, joins, { body: "Snipe is unkind." });
  return { juniper, heron, wren, snipe, stays, joins, post };
}

type Two = Awaited<ReturnType<typeof twoCircles>>;

async function removeSnipe({ wren, snipe, post }: Two) {
  const report = await aReport(wren, post, { reportedId: snipe.id });
  return aDecision(await aModerator(), report, "remove");
}

const readsIn = (member: Member, circle: CircleOfTest) =>
  as(member, (viewer) => findJoinedCircle(viewer, circle.id));

test("whoever is asked to leave after a merge, or leaves, reads no more of what was said before it", async () => {
  const two = await twoCircles();
  const { juniper, heron, wren, snipe, stays, joins } = two;
  await becomeOne(await aMergeOffer(stays, joins, [juniper, heron, wren, snipe]));
  expect(await readsIn(snipe, joins)).toMatchObject({ into: { called: "Snipe" }, posts: [{}] });

  await removeSnipe(two);
  expect(await as(snipe, listCircles)).toEqual([]);
  expect(await readsIn(snipe, joins)).toBeNull();
  await submit(juniper, askToLeave, { circleId: stays.id, alias: "Heron" });
  expect(await readsIn(heron, joins)).toBeNull();
  expect(await readsIn(wren, joins)).not.toBeNull();
  await leave(wren, stays);
  expect(await readsIn(wren, joins)).toBeNull();
});

test("what was said before two merges is read where the people sit now", async () => {
  const { juniper, heron, wren, snipe, stays, joins } = await twoCircles();
  await becomeOne(await aMergeOffer(stays, joins, [juniper, heron, wren, snipe]));
  const tern = await aMember({ name: "Tern" });
  const third = await aCircle(tern, [], { name: "Third" });
  await becomeOne(await aMergeOffer(third, stays, [juniper, heron, wren, snipe, tern]));
  expect(await readsIn(wren, joins)).toMatchObject({ into: { id: third.id, name: "Third", called: "Wren" } });
  await leave(wren, third);
  expect(await readsIn(wren, joins)).toBeNull();
});

test("whoever was removed before a merge is removed after it, by whatever way they try", async () => {
  const language = "a language of the removed";
  const two = await twoCircles(language);
  const { juniper, heron, wren, snipe, stays, joins } = two;
  const { id: decisionId } = await removeSnipe(two);
  await becomeOne(await aMergeOffer(stays, joins, [juniper, heron, wren]));

  await aListing(juniper, stays, { isMatched: true });
  expect(await as(snipe, (viewer) => findOpenCircle(viewer, stays.id))).toBeNull();
  expect(await join(snipe, stays, await anInvitation(juniper, stays))).toBe("removed");
  await aWait(snipe, { languages: [language], hours: ["2-evening"] });
  await findCircles();
  expect(await asSystem((db) => db.proposal.count({ where: { userId: snipe.id } }))).toBe(0);
  expect((await as(wren, (viewer) => findCircle(viewer, stays.id)))?.people).toHaveLength(3);

  // Taken back, it is so in both.
  await asMember(snipe.id, (db) =>
    db.appeal.createMany({ data: { decisionId, userId: snipe.id, words: sealForModerators("Please.") } }),
  );
  const other = await aModerator();
  await asMember(
    other.id,
    (db) =>
      db.$queryRaw`select app.decide_appeal(${decisionId}::uuid, false, ${sealForModerators("So be it.")})`,
  );
  expect(await join(snipe, stays, await anInvitation(juniper, stays))).toBe("seated");
});

test("whoever had left before a merge and is removed after it does not come back by the new circle", async () => {
  const two = await twoCircles();
  const { juniper, heron, wren, snipe, stays, joins } = two;
  await leave(snipe, joins);
  await becomeOne(await aMergeOffer(stays, joins, [juniper, heron, wren]));
  await removeSnipe(two);
  expect(await join(snipe, stays, await anInvitation(juniper, stays))).toBe("removed");
});

test("a circle does not join another in which somebody sits whom it asked to leave", async () => {
  const two = await twoCircles();
  const { juniper, heron, wren, snipe, stays, joins } = two;
  await join(snipe, stays, await anInvitation(juniper, stays));
  await removeSnipe(two);
  const offer = await aMergeOffer(stays, joins, [juniper, heron, wren, snipe]);
  await becomeOne(offer);
  expect((await as(heron, listCircles)).map(({ name }) => name)).toEqual(["Second wind"]);
  expect((await as(heron, (viewer) => findSmallCircle(viewer, joins.id)))?.offer).toBeNull();
});

test("somebody who is removed while their circle joins another one is removed from where it lives on", async () => {
  const { juniper, heron, wren, snipe, stays, joins, post } = await twoCircles();
  const report = await aReport(wren, post, { reportedId: snipe.id });
  const curlew = await aModerator();
  const offer = await aMergeOffer(stays, joins, [juniper, heron, wren, snipe]);
  const [open, opened] = gate();
  const [joined, hasJoined] = gate();
  const merging = asSystem(async (db) => {
    await db.$queryRaw`select app.go_on_with_merge(${offer.id}::uuid)`;
    joined();
    await opened;
  });
  await hasJoined;
  const deciding = aDecision(curlew, report, "remove");
  await someWait(1);
  open();
  await merging;
  expect((await deciding).letterOf(snipe)).not.toBe("");
  expect(await as(snipe, listCircles)).toEqual([]);
  expect(
    (await as(wren, (viewer) => findCircle(viewer, stays.id)))?.people.map(({ alias }) => alias),
  ).toEqual(["Juniper", "Heron", "Wren"]);
  expect(await join(snipe, stays, await anInvitation(juniper, stays))).toBe("removed");
});

test("two moderators decide about two reports of one post at the same moment, and it is decided once", async () => {
  const { heron, wren, snipe, post } = await twoCircles();
  const reports = [
    await aReport(wren, post, { reportedId: snipe.id }),
    await aReport(heron, post, { reportedId: snipe.id }),
  ] as const;
  const moderators = [await aModerator(), await aModerator({ name: "Dunlin" })] as const;
  const [open, opened] = gate();
  const [held, isHeld] = gate();
  // The post cannot be hidden yet: so both are under way, however fast one is.
  const holding = connected("admin", async (admin) => {
    await admin.query("begin");
    await admin.query("select from posts where id = $1 for update", [post.id]);
    held();
    await opened;
    await admin.query("commit");
  });
  await isHeld;
  const both = Promise.allSettled([
    aDecision(moderators[0], reports[0], "hide"),
    aDecision(moderators[1], reports[1], "hide"),
  ]);
  await someWait(2);
  open();
  await holding;
  for (const decided of await both) expect(decided).toMatchObject({ status: "fulfilled" });
  const about = { reportId: { in: reports.map(({ id }) => id) } };
  expect(await asSystem((db) => db.decision.count({ where: about }))).toBe(1);
});

/** What opens something, and when it is open. */
function gate(): [open: () => void, opened: Promise<void>] {
  const { promise, resolve } = Promise.withResolvers<void>();
  return [resolve, promise];
}
