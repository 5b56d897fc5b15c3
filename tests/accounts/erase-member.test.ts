import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { join as joinOnward, signIn } from "@/lib/accounts/actions";
import { eraseMember, listLeavers } from "@/lib/accounts/erase-member";
import { asMember, asSystem, prisma } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { findMeeting } from "@/lib/meetings/queries";
import { joinCircle } from "@/lib/memberships/actions";
import { takeBackPost } from "@/lib/posts/actions";
import { listPosts } from "@/lib/posts/queries";
import { privateWords, UNREADABLE } from "@/lib/private-words";
import { reply, takeBackReply } from "@/lib/replies/actions";
import { sealForModerators } from "@/lib/reports/sealed";
import { personMark } from "@/lib/reports/thing-id";
import { findSignedIn } from "@/lib/session";
import { freshSecret, hashOf } from "@/lib/vault";
import { connected, listTables } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, anInvitation, join, leave, type Member, PASSWORD } from "../factories";
import { anAddress } from "../factories-of-accounts";
import {
  aBreak,
  aCheckIn,
  aCommitment,
  aLanding,
  aMeeting,
  aMergeOffer,
  aTurnOffered,
  aWrittenTurn,
} from "../factories-of-circles";
import { aDraft } from "../factories-of-drafts";
import { aFeedbackRequest, aFeedbackTemplate, aJarEntry } from "../factories-of-feedback";
import { aProposal, aSeatAsk, aWait } from "../factories-of-finding";
import { aFormerRhythm, aGoal, anEffort, aWin } from "../factories-of-goals";
import { aDebrief, aLearningPlan, anExperiment, aPracticeQuestion, aReason } from "../factories-of-learning";
import { aFiring, aPlan } from "../factories-of-plans";
import { aNudge, anAdviceOffer, anEncouragement, aPost, aReply } from "../factories-of-posts";
import { anUnsubscribeCode, aReminder, someReminders } from "../factories-of-reminders";
import { aBlock, aDecision, aModerator, aReport } from "../factories-of-safety";
import { anExercise, aReframe, aSetback, aWritingSession } from "../factories-of-setbacks";
import { aSupporterLink, aSupporterNote } from "../factories-of-supporters";
import { aPlannedStep, aWish } from "../factories-of-weeks";
import { aDeclinedStep, aNoticedWin, aWinPicture } from "../factories-of-wins";
import { keepApart } from "../keep-apart";
import { as, browserOf, submit } from "../people";
import { requests } from "../request";

/*
 * In a database of its own, since what is compared is every row of every table: before somebody was there,
 * and after they are gone.
 */

let end: () => Promise<void>;
beforeAll(async () => {
  end = await moveToScratchDatabase();
});
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});

/** Every row there is, as text, by its table. */
const everything = () =>
  connected("admin", async (admin) => {
    const tables = (await listTables(admin)).filter((name) => !name.startsWith("_"));
    const dump: Record<string, string[]> = {};
    for (const table of tables) {
      const { rows } = await admin.query(`select t::text as row from public.${table} t order by 1`);
      dump[table] = rows.map(({ row }) => row);
    }
    return dump;
  });
type Dump = Awaited<ReturnType<typeof everything>>;

/** Which tables hold any of these words. */
const tablesWith = (dump: Dump, ...words: string[]): string[] =>
  Object.entries(dump).flatMap(([table, rows]) =>
    rows.some((row) => words.some((word) => row.includes(word))) ? [table] : [],
  );

/** What is in one dump and not in the other, by its table. */
const beyond = (one: Dump, other: Dump): Dump =>
  Object.fromEntries(
    Object.entries(one)
      .map(([table, rows]) => [table, rows.filter((row) => !other[table]?.includes(row))] as const)
      .filter(([, rows]) => rows.length > 0),
  );

/** Their seven days are over, and the worker comes by. */
async function erase(member: Member): Promise<boolean> {
  await letThemGo(member);
  return asSystem((db) => eraseMember(db, member.id));
}

const letThemGo = (member: Member, leavesAt = new Date(Date.now() - 1000)) =>
  asSystem((db) => db.user.updateMany({ where: { id: member.id }, data: { leavesAt } }));

const seats = (circle: { id: string }) =>
  asSystem((db) =>
    db.membership.findMany({
      where: { circleId: circle.id },
      select: { alias: true, role: true, seat: true, leftAt: true, invitationId: true },
      orderBy: { joinedAt: "asc" },
    }),
  );

/** Something of theirs in every table that can hold something of somebody's, marked by a word of their own. */
async function live(
  member: Member,
  among: { circle: { id: string }; post: { circleId: string; id: string } },
) {
  const { id: userId } = member;
  const goal = await aGoal(member, { title: "kingfisher goal" });
  await anEffort(member, goal);
  await aFormerRhythm(member, goal);
  const setback = await aSetback(member, { happened: "kingfisher setback", feelings: { kingfisher: 8 } });
  await aSetback(member, { happened: "kingfisher deleted", deletedAt: new Date() });
  await aReframe(member, setback, {
    thought: "kingfisher",
    feelings: { kingfisher: { before: 8, after: 3 } },
  });
  await aReason(member, setback, { words: "kingfisher reason" });
  await aDebrief(member, setback, { wentWell: "kingfisher" });
  await aPracticeQuestion(member, { question: "kingfisher?" });
  await aWritingSession(member, setback, { words: "kingfisher" });
  await anExercise(member, setback, "kind_letter", { letter: ["kingfisher"] });
  await aFeedbackRequest(member, { subject: "kingfisher" });
  await aFeedbackTemplate(member);
  await aJarEntry(member, { words: "kingfisher" });
  await aFiring(member, await aPlan(member, { step: "kingfisher" }), setback);
  await anExperiment(member, { change: "kingfisher", counted: [true] });
  await aLearningPlan(member, { skill: "kingfisher" });
  await aPlannedStep(member, { words: "kingfisher" });
  await aWish(member, { wish: "kingfisher" });
  await aWait(member, { alias: "kingfisher" });
  await aProposal([member]);
  await aSeatAsk(member, among.circle, { words: "kingfisher" });
  await aWinPicture(member, await aWin(member, "kingfisher win"), "kingfisher");
  await aNoticedWin(member);
  await aDeclinedStep(member);
  const supported = { name: "kingfisher", goals: [goal], setbacks: [{ ...setback, body: "kingfisher" }] };
  await aSupporterNote(member, await aSupporterLink(member, supported), "kingfisher note");
  await aDraft(member, "setback", { happened: ["kingfisher draft"] });
  const own = await aCircle(member, [], { name: "kingfisher circle" });
  await anInvitation(member, own);
  await aTurnOffered(member, own, { weekOn: "2026-12-04", role: "facilitator" });
  await aLanding(member, await aCircle(member, [], { name: "kingfisher landing" }), { shown: true });
  await aWrittenTurn(member, await aMeeting(member, own, { kind: "writing" }), { body: "kingfisher turn" });
  const alone = await aPost(member, among.circle, {
    kind: "setback",
    body: "kingfisher post",
    details: ["kingfisher"],
  });
  await aReply(member, among.post, { body: "kingfisher reply" });
  await aReply(member, alone, { body: "kingfisher afterthought" });
  await anEncouragement(member, among.post);
  await aCheckIn(member, among.circle, { line: "kingfisher week" });
  await aCommitment(member, among.circle, { words: "kingfisher commitment", reason: "kingfisher" });
  await anAddress(member);
  await aBreak(member, among.circle, "kingfisher break");
  await aMergeOffer(among.circle, own, [member]);
  await aNudge(member, among.post);
  await anAdviceOffer(member);
  await someReminders(member, { digestHour: 17 });
  await aReminder(member, "digest", "2026-11-22");
  await anUnsubscribeCode(member);
  await keepApart(member, heron);
  await asMember(userId, async (db) => {
    await db.pause.createMany({
      data: { userId, id: freshId(), goalId: goal.id, startedOn: new Date("2026-11-01") },
    });
    await db.share.createMany({
      data: { userId, postId: alone.id, circleId: among.circle.id, setbackId: setback.id },
    });
    await db.todayLayout.createMany({ data: { userId, sections: ["days"], hidden: ["week"], pictures: [] } });
  });
  await asSystem(async (db) => {
    const expiresAt = new Date(Date.now() + 60_000);
    const secret = () => hashOf(freshSecret());
    await db.mailedLink.createMany({ data: { tokenHash: secret(), userId, purpose: "reset", expiresAt } });
    await db.signInStep.createMany({
      data: { id: freshId(), userId, purpose: "second-step", details: {}, expiresAt },
    });
    await db.passkey.createMany({
      data: { userId, id: freshSecret(), publicKey: secret(), counter: 0, name: "kingfisher key" },
    });
    await db.oneTimeCodes.createMany({ data: { userId, secret: secret() } });
    await db.recoveryCode.createMany({ data: { userId, hash: secret() } });
    await db.linkedProvider.createMany({ data: { userId, provider: "google", subject: freshSecret() } });
    await db.securityEvent.createMany({ data: { userId, id: freshId(), kind: "joined" } });
  });
  return { own, alone };
}

/** Whom they blocked, what moderators decided about them, and that they asked another; and that they are one, too. */
async function meetModerators(member: Member, curlew: Member, post: { circleId: string; id: string }) {
  const id = freshId();
  await asMember(member.id, (db) =>
    db.report.createMany({
      data: { id, reportedId: member.id, about: "post", thingId: post.id, reason: "held" },
    }),
  );
  const decision = await aDecision(curlew, { id });
  await asMember(member.id, (db) =>
    db.appeal.createMany({
      data: { decisionId: decision.id, userId: member.id, words: sealForModerators("kingfisher") },
    }),
  );
  await asSystem((db) => db.moderator.create({ data: { userId: member.id } }));
  await aBlock(member, { id: post.circleId }, "Wren");
}

/** Tables in which nothing says whose a row is, or, of moderators, who made it once. */
const NOBODYS = [
  "erased_members",
  "limits",
  "merges",
  "rotations",
  "parked_words",
  "decisions",
  "moderation_lines",
];
/** What is kept of a report and its decision names nobody any more. */
const KEPT = ["decisions", "moderation_lines", "reports"];

let heron: Member;
let wren: Member;
let circle: { id: string };
let post: { circleId: string; id: string };
beforeEach(async () => {
  [heron, wren] = [await aMember({ name: "Heron" }), await aMember({ name: "Wren" })];
  circle = await aCircle(heron, [wren]);
  post = await aPost(heron, circle);
  await aReply(wren, post);
});

describe("a member whose time is over", () => {
  test("leaves the database as it was before they came", async () => {
    const invitation = await anInvitation(heron, circle, { uses: 8 });
    const curlew = await aModerator();
    const before = await everything();

    const juniper = await aMember({ name: "Juniper" });
    await join(juniper, circle, invitation);
    const { alone } = await live(juniper, { circle, post });
    await meetModerators(juniper, curlew, alone);
    const during = await everything();
    for (const [table, rows] of Object.entries(during)) {
      if (NOBODYS.includes(table)) continue;
      expect(
        rows.some((row) => row.includes(juniper.id)),
        `something of theirs in ${table}`,
      ).toBe(true);
    }

    expect(await erase(juniper)).toBe(true);
    const after = await everything();
    expect(Object.keys(beyond(after, before)).sort()).toEqual(
      ["erased_members", "invitations", ...KEPT].sort(),
    );
    expect(Object.keys(beyond(before, after))).toEqual(["invitations"]);
    // The invitation that they came by is for one person fewer, so that a used link is not good once more.
    const uses = await asSystem((db) => db.invitation.findMany({ where: { id: invitation.id } }));
    expect(uses).toMatchObject([{ uses: 7, revokedAt: null }]);
    const { id, email, sessionId } = juniper;
    expect(tablesWith(after, id, email, sessionId, "kingfisher", "Juniper")).toEqual([]);
  });

  test("takes the key of their words along: what a log or a disk still holds of them stays shut", async () => {
    const juniper = await aMember({ name: "Juniper" });
    const { id } = await aSetback(juniper, { happened: "kingfisher setback" });
    const [kept] = await as(juniper, ({ db }) => db.setback.findMany({ where: { id } }));
    const key = juniper.dataKey ?? "";
    expect(tablesWith(await everything(), key)).toEqual(["users"]);
    await erase(juniper);
    expect(tablesWith(await everything(), key)).toEqual([]);
    const without = privateWords({ ...juniper, dataKey: null });
    expect(without.open("setbacks.happened", id, kept?.happened ?? "")).toBe(UNREADABLE);
  });

  test("leaves an empty place without a name where others have answered, and nothing where nobody has", async () => {
    const juniper = await aMember({ name: "Juniper" });
    await join(juniper, circle, await anInvitation(heron, circle));
    const answered = await aPost(juniper, circle, {
      kind: "setback",
      body: "kingfisher answered",
      details: ["kingfisher"],
    });
    await aReply(wren, answered, { body: "I am glad you told us." });
    await anEncouragement(wren, answered);
    await aPost(juniper, circle, { body: "kingfisher unanswered" });
    await aReply(juniper, post, { body: "kingfisher answer" });
    await erase(juniper);

    const { posts } = await as(heron, (viewer) => listPosts(viewer, circle.id));
    expect(posts).toMatchObject([
      {
        id: answered.id,
        alias: "Somebody who left",
        body: "",
        details: [],
        need: null,
        isTakenBack: true,
        encouragedBy: [],
        replies: [{ alias: "Wren", body: "I am glad you told us." }],
      },
      { id: post.id, alias: "Heron", replies: [{ alias: "Wren" }] },
    ]);
    expect(tablesWith(await everything(), juniper.id, "kingfisher", "Juniper")).toEqual([]);

    // Nothing keeps the place once the last of those who answered is erased too.
    await erase(wren);
    const { posts: left } = await as(heron, (viewer) => listPosts(viewer, circle.id));
    expect(left.map(({ id }) => id)).toEqual([post.id]);
    expect(tablesWith(await everything(), answered.id)).toEqual([]);
  });

  test("leaves no empty place behind that their answer alone had held open", async () => {
    const juniper = await aMember({ name: "Juniper" });
    await join(juniper, circle, await anInvitation(heron, circle));
    const takenBack = await aPost(heron, circle);
    await aReply(juniper, takenBack);
    const kept = await aPost(heron, circle);
    const empty = await aReply(wren, kept);
    await aReply(juniper, kept);
    await submit(heron, takeBackPost, { circleId: circle.id, postId: takenBack.id });
    await submit(wren, takeBackReply, { circleId: circle.id, replyId: empty.id });
    const during = await everything();
    expect(tablesWith(during, takenBack.id, empty.id)).toEqual(["posts", "replies"]);

    await erase(juniper);
    expect(tablesWith(await everything(), takenBack.id, empty.id)).toEqual([]);
    const { posts } = await as(heron, (viewer) => listPosts(viewer, circle.id));
    expect(posts).toMatchObject([{ id: kept.id, replies: [] }, { id: post.id }]);
  });

  test("hands the circle that they held over as if they had left, and those they invited stay", async () => {
    const juniper = await aMember({ name: "Juniper" });
    const theirs = await aCircle(juniper, [heron, wren], { name: "Second wind" });
    const before = await seats(theirs);
    expect(before.find(({ alias }) => alias === "Heron")?.invitationId).not.toBeNull();
    await erase(juniper);
    expect(await seats(theirs)).toMatchObject([
      { alias: "Heron", role: "facilitator", seat: 2, leftAt: null, invitationId: null },
      { alias: "Wren", role: "cofacilitator", seat: 3, leftAt: null, invitationId: null },
    ]);
    expect(tablesWith(await everything(), juniper.id)).toEqual([]);
  });

  test("leaves the meeting that they opened to the others, without their name and their words", async () => {
    const juniper = await aMember({ name: "Juniper" });
    await join(juniper, circle, await anInvitation(heron, circle));
    const meeting = await aMeeting(juniper, circle, { kind: "writing" });
    await aWrittenTurn(juniper, meeting, { body: "kingfisher turn" });
    await aWrittenTurn(wren, meeting, { body: "A slow week." });
    await erase(juniper);
    const left = await as(heron, (viewer) => findMeeting(viewer, circle.id, meeting.id));
    expect(left?.meeting.written?.wrote).toEqual([{ alias: "Wren", isMe: false }]);
    expect(left?.meeting.people.map(({ alias }) => alias)).toEqual(["Heron", "Wren"]);
    expect(tablesWith(await everything(), juniper.id, "kingfisher", "Juniper")).toEqual([]);
  });

  test("takes a circle along in which nobody else sits now", async () => {
    const juniper = await aMember({ name: "Juniper" });
    const theirs = await aCircle(juniper, [heron], { name: "Second wind" });
    await aPost(heron, theirs, { body: "Where did everybody go?" });
    await leave(heron, theirs);
    await erase(juniper);
    expect(await asSystem((db) => db.circle.count({ where: { id: theirs.id } }))).toBe(0);
    expect(tablesWith(await everything(), "Where did everybody go?")).toEqual([]);
  });

  test("takes a circle along that everybody had left, though a link into it works still", async () => {
    const [juniper, tern] = [await aMember({ name: "Juniper" }), await aMember({ name: "Tern" })];
    const theirs = await aCircle(juniper, [heron], { name: "Second wind" });
    const link = await anInvitation(juniper, theirs);
    for (const one of [juniper, heron]) await leave(one, theirs);
    await erase(juniper);
    expect(await asSystem((db) => db.circle.count({ where: { id: theirs.id } }))).toBe(0);
    const form = { code: codeOf(link), alias: "Tern", agreed: true };
    expect(await submit(tern, joinCircle, form)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("no longer works"),
    });
  });

  test("is out of circles that they had left before, and those go on", async () => {
    const juniper = await aMember({ name: "Juniper" });
    await join(juniper, circle, await anInvitation(heron, circle));
    await aPost(juniper, circle, { body: "kingfisher" });
    await leave(juniper, circle);
    await erase(juniper);
    expect(await seats(circle)).toMatchObject([{ alias: "Heron", role: "facilitator" }, { alias: "Wren" }]);
    expect(tablesWith(await everything(), "kingfisher")).toEqual([]);
  });

  test("frees their seat and their alias, and a used link does not let anybody in again", async () => {
    const [juniper, tern] = [await aMember({ name: "Juniper" }), await aMember({ name: "Tern" })];
    const link = await anInvitation(heron, circle, { uses: 1 });
    await join(juniper, circle, link);
    await erase(juniper);
    const joining = (invitation: { circleId: string; id: string }) =>
      submit(tern, joinCircle, { code: codeOf(invitation), alias: "Juniper", agreed: true });
    expect(await joining(link)).toMatchObject({ status: "refused" });
    expect(await joining(await anInvitation(heron, circle))).toMatchObject({ status: "went" });
  });

  test("goes on counting as one of those whom each of their invitations was for", async () => {
    const [juniper, tern] = [await aMember({ name: "Juniper" }), await aMember({ name: "Tern" })];
    const [first, once] = [await anInvitation(heron, circle), await anInvitation(heron, circle, { uses: 1 })];
    await join(juniper, circle, first);
    await leave(juniper, circle);
    await join(juniper, circle, once);
    await erase(juniper);
    expect(await join(tern, circle, once)).toBe("gone");
    const ids = { in: [first.id, once.id] };
    const kept = await asSystem((db) =>
      db.invitation.findMany({ where: { id: ids }, orderBy: { id: "asc" } }),
    );
    expect(kept).toMatchObject([
      { uses: 7, revokedAt: null },
      { uses: 1, revokedAt: expect.any(Date) },
    ]);
  });

  test("is not there any more from the next request on: no session, no password, no form", async () => {
    const juniper = await aMember({ name: "Juniper" });
    await join(juniper, circle, await anInvitation(heron, circle));
    const browser = await browserOf(juniper);
    await erase(juniper);
    expect(await requests.run(browser, () => findSignedIn())).toBeNull();
    const words = { circleId: circle.id, postId: post.id, body: "Still here?" };
    expect(await submit(juniper, reply, words)).toMatchObject({
      status: "went",
      to: expect.stringMatching(/^\/sign-in/),
    });
    expect(await submit(null, signIn, { email: juniper.email, password: PASSWORD })).toMatchObject({
      status: "refused",
    });
  });

  test("may come again with the same address, as somebody new", async () => {
    const juniper = await aMember({ name: "Juniper" });
    await erase(juniper);
    const form = { email: juniper.email, password: PASSWORD, name: "Juniper", adult: true, timeZone: "UTC" };
    expect(await submit(null, joinOnward, form)).toMatchObject({ status: "went" });
  });
});

describe("erasing", () => {
  test("twice, or at the same moment, erases once", async () => {
    const juniper = await aMember({ name: "Juniper" });
    await letThemGo(juniper);
    const once = () => asSystem((db) => eraseMember(db, juniper.id));
    expect((await Promise.all([once(), once(), once()])).sort()).toEqual([false, false, true]);
    expect(await once()).toBe(false);
  });

  test("is done as well where one person reported their seats in two circles", async () => {
    const [heron, juniper] = [await aMember(), await aMember()];
    const told = { about: "alias" as const, reportedId: juniper.id };
    const circles = [await aCircle(heron, [juniper]), await aCircle(heron, [juniper])];
    const reports = await Promise.all(
      circles.map((circle) =>
        aReport(heron, { circleId: circle.id, id: personMark(circle.id, juniper.id) }, told),
      ),
    );
    expect(await erase(juniper)).toBe(true);
    const kept = await asSystem((db) =>
      db.report.findMany({ where: { id: { in: reports.map(({ id }) => id) } }, select: { thingId: true } }),
    );
    expect(new Set(kept.map(({ thingId }) => thingId)).size).toBe(2);
  });

  test("leaves alone whoever did not ask for it, has days left, or is nobody", async () => {
    const [stays, later] = [await aMember(), await aMember()];
    await letThemGo(later, new Date(Date.now() + 60_000));
    const before = await everything();
    for (const id of [stays.id, later.id, freshId()]) {
      expect(await asSystem((db) => eraseMember(db, id))).toBe(false);
    }
    expect(await everything()).toEqual(before);
  });

  test("leaves alone whoever comes back while it is on its way", async () => {
    const juniper = await aMember({ name: "Juniper" });
    await letThemGo(juniper);
    const signingIn = submit(null, signIn, { email: juniper.email, password: PASSWORD });
    const [answer, erased] = await Promise.all([
      signingIn,
      signingIn.then(() => asSystem((db) => eraseMember(db, juniper.id))),
    ]);
    expect(answer).toEqual({ status: "went", to: "/today?stays=1" });
    expect(erased).toBe(false);
    expect(await asSystem((db) => db.user.count({ where: { id: juniper.id } }))).toBe(1);
  });

  test("sweeps nobody's answer away that is just being sent, and none into the void", async () => {
    for (let round = 0; round < 8; round++) {
      const juniper = await aMember({ name: `Juniper ${round}` });
      await join(juniper, circle, await anInvitation(heron, circle));
      const theirs = await aPost(juniper, circle);
      await letThemGo(juniper);
      const answer = { circleId: circle.id, postId: theirs.id, body: `I am with you, round ${round}.` };
      const [sent] = await Promise.all([
        submit(wren, reply, answer),
        asSystem((db) => eraseMember(db, juniper.id)),
      ]);
      const kept = (await everything()).replies?.filter((row) => row.includes(answer.body));
      expect(kept).toHaveLength(sent.status === "done" ? 1 : 0);
    }
  });

  test("waits for nobody who asks somebody to leave, posts or joins at the same moment", async () => {
    const people = await Promise.all(
      Array.from({ length: 4 }, (_, index) => aMember({ name: `Tern ${index}` })),
    );
    const invitation = await anInvitation(heron, circle);
    for (const one of people) await join(one, circle, invitation);
    await Promise.all([
      ...people.slice(0, 2).map((one) => erase(one)),
      ...people.slice(2).map((one) => leave(one, circle)),
      aPost(wren, circle),
      aReply(heron, post),
    ]);
    expect((await seats(circle)).filter(({ leftAt }) => !leftAt).map(({ alias }) => alias)).toEqual([
      "Heron",
      "Wren",
    ]);
  });

  test("is for those who are due, and they are listed longest first", async () => {
    const [first, second, later] = [await aMember(), await aMember(), await aMember()];
    await letThemGo(second, new Date(Date.now() - 1000));
    await letThemGo(first, new Date(Date.now() - 60_000));
    await letThemGo(later, new Date(Date.now() + 60_000));
    const due = await asSystem(listLeavers);
    expect(due).toEqual([first.id, second.id]);
    for (const id of due) await asSystem((db) => eraseMember(db, id));
    expect(await asSystem(listLeavers)).toEqual([]);
  });

  test("is nothing that a member can do to anybody", async () => {
    await letThemGo(heron);
    await expect(asMember(wren.id, (db) => eraseMember(db, heron.id))).rejects.toThrow(
      /permission denied|42501/,
    );
    await letThemGo(heron, new Date(Date.now() + 60_000));
  });
});
