import { beforeEach, describe, expect, test } from "vitest";
import { signIn } from "@/lib/accounts/actions";
import { eraseMember } from "@/lib/accounts/erase-member";
import { appeal } from "@/lib/appeals/actions";
import { asSystem } from "@/lib/db";
import { findLetter, findRest, listLetters } from "@/lib/decisions/queries";
import { deleteAccount } from "@/lib/deletions/actions";
import { decide, decideAppeal } from "@/lib/moderation/actions";
import { listAppeals, listCases, openCase } from "@/lib/moderation/queries";
import { listPosts } from "@/lib/posts/queries";
import { connected } from "../database/connect";
import { aCircle, aMember, type CircleOfTest, type Member, PASSWORD } from "../factories";
import { aMergeOffer } from "../factories-of-circles";
import { aPost } from "../factories-of-posts";
import { aBlock, aDecision, aModerator, aReport } from "../factories-of-safety";
import { as, submit } from "../people";
import { aCircleAndAModerator } from "./a-circle-and-a-moderator";

let juniper: Member;
let heron: Member;
let wren: Member;
let curlew: Member;
let dunlin: Member;
let circle: CircleOfTest;

// Juniper holds a circle with Heron and Wren; Curlew and Dunlin are moderators and sit nowhere.
beforeEach(async () => {
  ({ juniper, heron, wren, curlew, circle } = await aCircleAndAModerator());
  dunlin = await aModerator({ name: "Dunlin" });
});

const days = (number: number) => new Date(Date.now() + number * 86_400_000);
const userOf = async ({ id }: Member) =>
  (await asSystem((db) => db.user.findMany({ where: { id } })))[0] ?? null;
const change = ({ id }: Member, data: { leavesAt?: Date; suspendedUntil?: Date }) =>
  asSystem((db) => db.user.updateMany({ where: { id }, data }));
const erase = ({ id }: Member) => asSystem((db) => eraseMember(db, id));
const caseAbout = async (member: Member, reporter = wren) =>
  aReport(reporter, await aPost(member, circle), { reportedId: member.id });
const words = { toReported: "That was too much.", toReporter: "Thank you for telling us." };
const opens = async (moderator: Member, { id }: { id: string }) =>
  (await as(moderator, (viewer) => openCase(viewer, id))) !== null;
/** Two circles become one: everybody of the first sits in the other now. */
async function joins(joining: CircleOfTest, into: CircleOfTest, people: Member[]) {
  const { id } = await aMergeOffer(into, joining, people);
  await asSystem((db) => db.$queryRaw`select app.go_on_with_merge(${id}::uuid)`);
}

describe("a closed account", () => {
  const closed = async () => {
    const decision = await aDecision(curlew, await caseAbout(heron), "close");
    return { decision, letterId: decision.letterOf(heron) };
  };

  test("is not erased while an appeal waits, however long that takes, and rests meanwhile", async () => {
    const { letterId, decision } = await closed();
    await submit(heron, appeal, { letterId, words: "I meant it kindly." });
    await change(heron, { leavesAt: days(-1) });
    expect(await erase(heron)).toBe(false);
    expect((await userOf(heron))?.suspendedUntil?.getTime()).toBeGreaterThan(days(400).getTime());
    const rests = { ...heron, suspendedUntil: (await userOf(heron))?.suspendedUntil ?? null };
    expect(await as(rests, findRest)).toMatchObject({ waitsForAppeal: true });
    // Kept, there is time to read so; then it goes.
    await submit(dunlin, decideAppeal, { decisionId: decision.id, what: "keep", words: "It was." });
    expect((await userOf(heron))?.leavesAt?.getTime()).toBeGreaterThan(days(2).getTime());
    await change(heron, { leavesAt: days(-1) });
    expect(await erase(heron)).toBe(true);
  });

  test("without an appeal is erased on its day", async () => {
    await closed();
    await change(heron, { leavesAt: days(-1) });
    expect(await erase(heron)).toBe(true);
  });

  test("goes on its own day where its member wants to leave anyway, and a decision taken back leaves them that", async () => {
    const { letterId, decision } = await closed();
    await submit(heron, appeal, { letterId, words: "I meant it kindly." });
    await submit(heron, deleteAccount, { currentPassword: PASSWORD });
    const own = (await userOf(heron))?.ownLeavesAt;
    expect(own?.getTime()).toBeGreaterThan(days(6).getTime());
    const answer = {
      decisionId: decision.id,
      what: "change",
      words: "You did.",
      toReporter: "We looked again.",
    };
    await submit(dunlin, decideAppeal, answer);
    expect(await userOf(heron)).toMatchObject({ closedAt: null, suspendedUntil: null, leavesAt: own });
    // Signing in takes their own wish back, as always.
    await submit(null, signIn, { email: heron.email, password: PASSWORD, next: "/today" });
    expect(await userOf(heron)).toMatchObject({ leavesAt: null });
  });
});

describe("an appeal", () => {
  test("is possible until a day that the letter says, and one that waits is heard however old it is", async () => {
    const [early, late] = [await caseAbout(heron), await caseAbout(heron)];
    const first = await aDecision(curlew, early, "warn");
    const second = await aDecision(curlew, late, "warn");
    const letters = [first.letterOf(heron), second.letterOf(heron)] as const;
    expect(await as(heron, (viewer) => findLetter(viewer, letters[0]))).toMatchObject({
      canAppeal: true,
      appealUntil: expect.stringMatching(/\d/),
    });
    await submit(heron, appeal, { letterId: letters[0], words: "Please." });
    await asSystem((db) =>
      db.report.updateMany({ where: { circleId: circle.id }, data: { decidedAt: days(-91) } }),
    );
    await connected("admin", (admin) =>
      admin.query("update decision_letters set created_at = now() - interval '31 days' where user_id = $1", [
        heron.id,
      ]),
    );
    expect(await as(heron, (viewer) => findLetter(viewer, letters[1]))).toMatchObject({ canAppeal: false });
    const form = { letterId: letters[1], words: "Please." };
    expect(await submit(heron, appeal, form)).toMatchObject({ status: "refused" });
    expect(await opens(dunlin, late)).toBe(false);
    const waiting = (await as(dunlin, listAppeals)).map(({ reportId }) => reportId);
    expect(waiting).toContain(early.id);
    expect(await opens(dunlin, early)).toBe(true);
  });

  test("that is granted is read by whoever reported it, too, and the moderator writes to them", async () => {
    const decision = await aDecision(curlew, await caseAbout(heron), "warn");
    await submit(heron, appeal, { letterId: decision.letterOf(heron), words: "Please." });
    const answer = { decisionId: decision.id, what: "change", words: "You did." };
    expect(await submit(dunlin, decideAppeal, answer)).toMatchObject({
      fieldErrors: { toReporter: expect.any(String) },
    });
    await submit(dunlin, decideAppeal, { ...answer, toReporter: "We looked again." });
    const sides = (await as(wren, listLetters)).map(({ side }) => side).sort();
    expect(sides).toEqual(["reporter", "reporter_changed"]);
    expect((await as(heron, listLetters)).map(({ side }) => side).sort()).toEqual([
      "appeal_changed",
      "reported",
    ]);
  });

  test("takes back what it is about, and nothing that was decided otherwise", async () => {
    const [long, short] = [days(30), days(7)];
    const [one, two, three] = [await caseAbout(heron), await caseAbout(heron), await caseAbout(heron)];
    await aDecision(curlew, one, "suspend", short);
    const second = await aDecision(curlew, two, "suspend", long);
    const closing = await aDecision(curlew, three, "close");
    const changed = async (decision: { id: string; letterOf: (member: Member) => string }) => {
      await submit(heron, appeal, { letterId: decision.letterOf(heron), words: "Please." });
      await submit(dunlin, decideAppeal, {
        decisionId: decision.id,
        what: "change",
        words: "You did.",
        toReporter: "We looked again.",
      });
      return userOf(heron);
    };
    expect(await changed(closing)).toMatchObject({ closedAt: null, leavesAt: null, suspendedUntil: long });
    expect(await changed(second)).toMatchObject({ suspendedUntil: short });
  });

  test("does not show again what another decision hides", async () => {
    const post = await aPost(heron, circle);
    const first = await aReport(wren, post, { reportedId: heron.id });
    const decision = await aDecision(curlew, first, "hide");
    const again = await aReport(juniper, post, { reportedId: heron.id });
    await aDecision(curlew, again, "hide");
    await submit(heron, appeal, { letterId: decision.letterOf(heron), words: "Please." });
    await submit(dunlin, decideAppeal, {
      decisionId: decision.id,
      what: "change",
      words: "You did.",
      toReporter: "We looked again.",
    });
    expect((await as(wren, (viewer) => listPosts(viewer, circle.id))).posts).toEqual([]);
  });
});

describe("who sits or sat with one of the two sides", () => {
  test.each(["the reporter", "the one it is about"] as const)(
    "in whatever circle, or shares nothing with them, does not decide: %s",
    async (side) => {
      const other = side === "the reporter" ? wren : heron;
      const [seated, apart] = [await aModerator({ name: "Seated" }), await aModerator({ name: "Apart" })];
      const elsewhere = await aCircle(other, [seated, apart], { name: "Second wind" });
      await aBlock(apart, elsewhere, other.name);
      // Only the block is left between them.
      await connected("admin", (admin) =>
        admin.query("delete from memberships where user_id = $1", [apart.id]),
      );
      const it = await caseAbout(heron);
      for (const who of [seated, apart]) {
        expect(await opens(who, it)).toBe(false);
        expect(await submit(who, decide, { reportId: it.id, kind: "none", ...words })).toEqual({
          status: "not found",
        });
      }
      expect(await opens(curlew, it)).toBe(true);
    },
  );

  test("does not decide after the circle has joined theirs, not even when both sides are gone", async () => {
    const seated = await aModerator({ name: "Seated" });
    const larger = await aCircle(await aMember({ name: "Alder" }), [seated], { name: "Second wind" });
    const it = await caseAbout(heron);
    await connected("admin", (admin) =>
      admin.query("update reports set reporter_id = null, reported_id = null where id = $1", [it.id]),
    );
    expect(await opens(seated, it)).toBe(true);
    const alder = await asSystem((db) => db.membership.findMany({ where: { circleId: larger.id } }));
    await joins(circle, larger, [juniper, heron, wren, ...alder.map(({ userId: id }) => ({ id }) as Member)]);
    expect(await asSystem((db) => db.merge.count({ where: { joiningId: circle.id, mergedAt: null } }))).toBe(
      0,
    );
    expect(await opens(seated, it)).toBe(false);
  });

  test("leaves to others the reports of the same thing that are not theirs to handle", async () => {
    const post = await aPost(heron, circle);
    await aCircle(juniper, [curlew], { name: "Second wind" });
    const open = await aReport(wren, post, { reportedId: heron.id });
    const notTheirs = await aReport(juniper, post, { reportedId: heron.id });
    await submit(curlew, decide, { reportId: open.id, kind: "hide", ...words });
    expect(await as(juniper, listLetters)).toEqual([]);
    // Nothing is shown again by somebody else's leaving it as it is.
    await submit(dunlin, decide, { reportId: notTheirs.id, kind: "none", ...words });
    expect(await as(juniper, listLetters)).toHaveLength(1);
    expect((await as(wren, (viewer) => listPosts(viewer, circle.id))).posts).toEqual([]);
  });

  test("closes no report of danger by leaving another one as it is", async () => {
    const post = await aPost(heron, circle);
    const spam = await aReport(wren, post, { reason: "spam", reportedId: heron.id });
    const danger = await aReport(juniper, post, { reason: "danger", reportedId: heron.id });
    await submit(curlew, decide, { reportId: spam.id, kind: "none", ...words });
    const queue = async () =>
      (await as(curlew, (viewer) => listCases(viewer, 10_000))).cases.map(({ id }) => id);
    expect(await queue()).toContain(danger.id);
    await submit(curlew, decide, { reportId: danger.id, kind: "none", ...words });
    expect(await queue()).not.toContain(danger.id);
  });
});

test("danger comes first, however many wait and however late it came, and how many are left is said", async () => {
  for (let times = 0; times < 4; times++) await aReport(wren, await aPost(heron, circle), { reason: "spam" });
  const twice = await aPost(heron, circle);
  await aReport(wren, twice, { reason: "spam" });
  await connected("admin", (admin) =>
    admin.query("update reports set created_at = '2000-01-01' where circle_id = $1", [circle.id]),
  );
  const danger = await aReport(juniper, twice, { reason: "danger" });
  await connected("admin", (admin) =>
    admin.query("update reports set created_at = '1999-01-01' where id = $1 or reason = 'danger'", [
      danger.id,
    ]),
  );
  const queue = await as(curlew, (viewer) => listCases(viewer, 2));
  expect(queue.cases).toHaveLength(2);
  expect(queue.cases.map(({ reason }) => reason)).toContain("danger");
  const all = await as(curlew, (viewer) => listCases(viewer, 10_000));
  expect(queue.more).toBe(all.cases.length - 2);
  const at = all.cases.findIndex(({ reason }) => reason !== "danger");
  expect(all.cases.slice(at).every(({ reason }) => reason !== "danger")).toBe(true);
});

test("whoever is taken out of a circle that joined another one is taken out of that, and back when it is taken back", async () => {
  const alder = await aMember({ name: "Alder" });
  const larger = await aCircle(alder, [await aMember({ name: "Tern" })], { name: "Second wind" });
  const it = await caseAbout(heron);
  const there = await asSystem((db) => db.membership.findMany({ where: { circleId: larger.id } }));
  await joins(circle, larger, [juniper, heron, wren, ...there.map(({ userId: id }) => ({ id }) as Member)]);
  const seat = () =>
    asSystem((db) => db.membership.findFirst({ where: { circleId: larger.id, userId: heron.id } }));
  expect(await seat()).toMatchObject({ leftAt: null });
  const decision = await aDecision(curlew, it, "remove");
  expect(await seat()).toMatchObject({ leftAt: expect.any(Date), removedAt: expect.any(Date) });
  await submit(heron, appeal, { letterId: decision.letterOf(heron), words: "Please." });
  await submit(dunlin, decideAppeal, {
    decisionId: decision.id,
    what: "change",
    words: "You did.",
    toReporter: "We looked again.",
  });
  expect(await seat()).toMatchObject({ removedAt: null });
});

test("a moderator writes the letters that somebody reads, and no others", async () => {
  const it = await caseAbout(heron);
  const { toReporter } = words;
  expect(await submit(curlew, decide, { reportId: it.id, kind: "warn", toReporter })).toMatchObject({
    fieldErrors: { toReported: expect.any(String) },
  });
  expect(await submit(curlew, decide, { reportId: it.id, kind: "none" })).toMatchObject({
    fieldErrors: { toReporter: expect.any(String) },
  });
  expect(await submit(curlew, decide, { reportId: it.id, kind: "none", toReporter })).toMatchObject({
    status: "went",
  });
  expect(await as(heron, listLetters)).toEqual([]);
  expect(await as(wren, listLetters)).toHaveLength(1);
});
