import { beforeEach, describe, expect, test } from "vitest";
import { signIn } from "@/lib/accounts/actions";
import { appeal } from "@/lib/appeals/actions";
import { asMember, asSystem } from "@/lib/db";
import { haveRead } from "@/lib/decisions/actions";
import { findLetter, findRest, listLetters } from "@/lib/decisions/queries";
import { freshId } from "@/lib/ids";
import { clearSnapshots } from "@/lib/jobs/clear-snapshots";
import { tellDecisions } from "@/lib/jobs/tell-decisions";
import { decide, decideAppeal } from "@/lib/moderation/actions";
import { isModerator, listAppeals, listCases, openCase } from "@/lib/moderation/queries";
import { listPosts } from "@/lib/posts/queries";
import { report } from "@/lib/reports/actions";
import { personMark } from "@/lib/reports/thing-id";
import { read } from "@/lib/viewer";
import { connected, rows } from "../database/connect";
import { aMember, anInvitation, type CircleOfTest, join, type Member, PASSWORD } from "../factories";
import { aPost, aReply } from "../factories-of-posts";
import { aBlock, aDecision, aModerator, aReport } from "../factories-of-safety";
import { as, submit, visit } from "../people";
import { aCircleAndAModerator } from "./a-circle-and-a-moderator";

let juniper: Member;
let heron: Member;
let wren: Member;
let curlew: Member;
let circle: CircleOfTest;

beforeEach(async () => {
  ({ juniper, heron, wren, curlew, circle } = await aCircleAndAModerator());
});

const about = (thing: { id: string }, fields: object = {}) => ({
  about: "post",
  circleId: circle.id,
  thing: thing.id,
  reason: "harassment",
  words: "It hurts to read.",
  ...fields,
});
const queueOf = async (moderator: Member) =>
  (await as(moderator, (viewer) => listCases(viewer, 10_000))).cases;
const decided = (reportId: string, kind: string, more: object = {}) => ({
  reportId,
  kind,
  toReported: "That was too much.",
  toReporter: "Thank you for telling us.",
  ...more,
});
/** Reports are everybody's in the tests' one database: these are about this circle. */
const reportsHere = () =>
  asSystem((db) => db.report.findMany({ where: { circleId: circle.id }, orderBy: { createdAt: "asc" } }));
const reportHere = async () => (await reportsHere())[0]?.id ?? "";

describe("a report", () => {
  test("keeps the thing with what stands around it, and the author's deleting it takes nothing from that", async () => {
    const post = await aPost(heron, circle, { body: "Words that hurt" });
    await aReply(juniper, post, { body: "Please do not." });
    expect(await submit(wren, report, about(post))).toEqual({ status: "went", to: "/decisions?reported=1" });
    await connected("admin", (admin) => admin.query("delete from users where id = $1", [heron.id]));
    const it = await as(curlew, async (viewer) => openCase(viewer, await reportHere()));
    expect(it).toMatchObject({
      reason: "harassment",
      words: "It hurts to read.",
      kept: {
        circle: "Thursday lanterns",
        alias: "Heron",
        body: "Words that hurt",
        around: [{ alias: "Juniper", body: "Please do not." }],
      },
      choices: ["none", "hide"],
    });
    const [row] = await connected("admin", (admin) =>
      rows<{ row: string }>(admin, "select r::text as row from reports r where circle_id = $1", [circle.id]),
    );
    expect(row?.row).not.toContain(Buffer.from("Words that hurt").toString("hex"));
  });

  test("is one, however often the same member sends it, and hides the thing from them if they wish", async () => {
    const post = await aPost(heron, circle, { body: "Words that hurt" });
    await submit(wren, report, about(post, { putAway: true }));
    expect((await as(wren, (viewer) => listPosts(viewer, circle.id))).posts).toEqual([]);
    expect((await as(juniper, (viewer) => listPosts(viewer, circle.id))).posts).toHaveLength(1);
    const reply = await aReply(heron, await aPost(juniper, circle));
    for (let times = 0; times < 2; times++) {
      await submit(wren, report, about(reply, { about: "reply", words: `Time ${times}` }));
    }
    expect(await reportsHere()).toHaveLength(2);
  });

  test("can be about a person, a circle, and somebody who is blocked already", async () => {
    await submit(
      wren,
      report,
      about({ id: personMark(circle.id, heron.id) }, { about: "person", block: true }),
    );
    await submit(wren, report, about(circle, { about: "circle", reason: "scam" }));
    const [byCircle] = (await reportsHere()).filter((one) => one.about === "circle");
    expect(byCircle?.reportedId).toBe(juniper.id);
    await aBlock(wren, circle, "Juniper");
    const blocks = await asSystem((db) => db.block.findMany({ where: { userId: wren.id } }));
    expect(blocks.map(({ alias }) => alias).sort()).toEqual(["Heron", "Juniper"]);
    const juniperBlock = blocks.find(({ alias }) => alias === "Juniper");
    await submit(wren, report, about({ id: juniperBlock?.id ?? "" }, { about: "blocked" }));
    const people = (await reportsHere()).filter((one) => one.about === "alias");
    expect(people.map(({ reportedId }) => reportedId).sort()).toEqual([heron.id, juniper.id].sort());
  });

  test("is of nobody's own words, of nothing that one does not see, and of nothing that is not there", async () => {
    const post = await aPost(heron, circle);
    const outsider = await aMember({ name: "Sorrel" });
    for (const [who, thing] of [
      [heron, post],
      [outsider, post],
      [wren, { id: freshId() }],
      [wren, { id: "x" }],
    ] as const) {
      expect(await submit(who, report, about(thing))).toEqual({ status: "not found" });
    }
    expect(await submit(wren, report, about(post, { reason: "" }))).toMatchObject({ status: "invalid" });
    expect(await reportsHere()).toEqual([]);
  });

  test("is known to nobody in the circle, and not to the one it is about", async () => {
    await submit(wren, report, about(await aPost(heron, circle)));
    for (const who of [heron, juniper]) {
      expect(await as(who, ({ db }) => db.report.count())).toBe(0);
      expect(await as(who, listLetters)).toEqual([]);
    }
  });
});

describe("a moderator", () => {
  test("finds danger first, then what has waited longest, and the same thing once", async () => {
    const [first, second] = [await aPost(heron, circle), await aPost(heron, circle)];
    const calm = await aReport(wren, first, { reason: "spam" });
    const danger = await aReport(wren, second, { reason: "danger" });
    await aReport(juniper, first, { reason: "spam" });
    const here = (await reportsHere()).map(({ id }) => id);
    const queue = (await queueOf(curlew)).map(({ id }) => id).filter((id) => here.includes(id));
    expect(queue).toEqual([danger.id, calm.id]);
  });

  test("gets no report of their own, about them, or from a circle where they sit or sat", async () => {
    const [reporter, reported, seated] = await Promise.all([aModerator(), aModerator(), aModerator()]);
    await join(reporter, circle, await anInvitation(juniper, circle), "Reporter");
    await join(reported, circle, await anInvitation(juniper, circle), "Reported");
    await join(seated, circle, await anInvitation(juniper, circle), "Seated");
    const { id } = await aReport(reporter, await aPost(reported, circle), { reportedId: reported.id });
    for (const who of [reporter, reported, seated]) {
      expect((await queueOf(who)).map((one) => one.id)).not.toContain(id);
      expect(await as(who, (viewer) => openCase(viewer, id))).toBeNull();
      expect(await submit(who, decide, decided(id, "none"))).toEqual({ status: "not found" });
    }
    expect((await queueOf(curlew)).map((one) => one.id)).toContain(id);
  });

  test("sees nothing of anybody but what was reported", async () => {
    await aReport(wren, await aPost(heron, circle));
    await as(curlew, async ({ db }) => {
      for (const count of [
        db.post.count(),
        db.reply.count(),
        db.membership.count(),
        db.circle.count(),
        db.setback.count(),
        db.block.count(),
      ])
        expect(await count).toBe(0);
      expect(await db.user.count()).toBe(1);
    });
  });

  test("leaves a line for every look and every act, which nobody can change or take out", async () => {
    const { id } = await aReport(wren, await aPost(heron, circle), { reportedId: heron.id });
    await as(curlew, (viewer) => openCase(viewer, id));
    await submit(curlew, decide, decided(id, "warn"));
    const lines = await connected("admin", (admin) =>
      rows<{ act: string }>(
        admin,
        "select act from moderation_lines where report_id = $1 order by at, act desc",
        [id],
      ),
    );
    expect(lines.map(({ act }) => act)).toEqual(["looked", "looked", "decided: warn"]);
    for (const role of ["onward_member", "onward_system", "onward_owner", null]) {
      await connected("admin", async (admin) => {
        if (role) await admin.query(`set role ${role}`);
        for (const sql of ["update moderation_lines set act = ''", "delete from moderation_lines"])
          await expect(admin.query(sql), `${role}: ${sql}`).rejects.toMatchObject({ code: "42501" });
      });
    }
  });

  test("decides once: the second finds it decided, and the same form is the same decision", async () => {
    const { id } = await aReport(wren, await aPost(heron, circle), { reportedId: heron.id });
    const other = await aModerator();
    const form = decided(id, "warn", { id: freshId() });
    for (let times = 0; times < 2; times++)
      expect(await submit(curlew, decide, form)).toEqual({ status: "went", to: "/moderation?decided=1" });
    expect(await submit(other, decide, decided(id, "close"))).toMatchObject({ status: "refused" });
    expect(await as(heron, listLetters)).toMatchObject([{ side: "reported", kind: "warn" }]);
  });

  test("cannot take out of a circle what is no member, nor let an account rest without an end", async () => {
    const { id } = await aReport(wren, await aPost(heron, circle));
    expect(await submit(curlew, decide, decided(id, "remove"))).toMatchObject({ status: "refused" });
    const person = await aReport(wren, await aPost(heron, circle), { reportedId: heron.id });
    expect(await submit(curlew, decide, decided(person.id, "suspend"))).toMatchObject({
      fieldErrors: { days: expect.any(String) },
    });
    expect(await submit(heron, decide, decided(id, "none"))).toEqual({ status: "not found" });
    expect(await as(heron, isModerator)).toBe(false);
  });
});

describe("what is decided", () => {
  const decideAbout = async (kind: string, more: object = {}) => {
    const post = await aPost(heron, circle, { body: "Words that hurt" });
    const { id } = await aReport(wren, post, { reportedId: heron.id });
    await aReport(juniper, post, { reportedId: heron.id });
    await submit(curlew, decide, decided(id, kind, more));
    return { id, post };
  };
  const letterTo = async (member: Member) => (await as(member, listLetters))[0]?.id ?? "";

  test("is read with its reason by both sides, and says to nobody who reported it", async () => {
    await decideAbout("warn");
    const letter = await as(heron, async (viewer) => findLetter(viewer, await letterTo(heron)));
    expect(letter).toMatchObject({ side: "reported", words: "That was too much.", canAppeal: true });
    expect(JSON.stringify(letter)).not.toContain("Wren");
    for (const who of [wren, juniper]) {
      expect(await as(who, async (viewer) => findLetter(viewer, await letterTo(who)))).toMatchObject({
        side: "reporter",
        words: "Thank you for telling us.",
        canAppeal: false,
      });
    }
    expect(await as(wren, async (viewer) => findLetter(viewer, await letterTo(heron)))).toBeNull();
    // What points to it stays until they say that they read it: looking changes nothing.
    const nudges = () =>
      asSystem((db) => db.nudge.findMany({ where: { userId: heron.id, kind: "decision" } }));
    expect(await nudges()).toMatchObject([{ doneAt: null }]);
    expect(letter).toMatchObject({ isUnread: true });
    expect(await submit(wren, haveRead, { letterId: letter?.id })).toEqual({ status: "not found" });
    await submit(heron, haveRead, { letterId: letter?.id });
    expect(await nudges()).toMatchObject([{ doneAt: expect.any(Date) }]);
  });

  test("goes by mail without a word of it, once", async () => {
    await decideAbout("warn");
    const due = () =>
      asSystem((db) => db.decisionLetter.count({ where: { userId: heron.id, mailedAt: null } }));
    expect(await due()).toBe(1);
    while ((await asSystem((db) => db.decisionLetter.count({ where: { mailedAt: null } }))) > 0)
      await tellDecisions();
    expect(await due()).toBe(0);
  });

  test("hides words from all but their author", async () => {
    await decideAbout("hide");
    expect((await as(wren, (viewer) => listPosts(viewer, circle.id))).posts).toEqual([]);
    expect((await as(heron, (viewer) => listPosts(viewer, circle.id))).posts).toMatchObject([
      { unseenBecause: "hidden" },
    ]);
  });

  test("takes a person out of the circle, with the links that they may know", async () => {
    await decideAbout("remove");
    expect(await as(heron, ({ db }) => db.circle.count())).toBe(0);
    expect(await join(heron, circle, await anInvitation(juniper, circle), "Heron again")).toBe("removed");
    const open = await as(juniper, ({ db }) => db.invitation.count({ where: { revokedAt: null } }));
    expect(open).toBe(1);
  });

  test("lets an account rest: its circles are out of sight, and what is theirs is not", async () => {
    await decideAbout("suspend", { days: 7 });
    const [row] = await asSystem((db) => db.user.findMany({ where: { id: heron.id } }));
    const resting = { ...heron, suspendedUntil: row?.suspendedUntil ?? null };
    expect(await asMember(heron.id, (db) => db.circle.count())).toBe(0);
    expect(await asMember(heron.id, (db) => db.post.count())).toBe(0);
    expect(await as(resting, findRest)).toMatchObject({ letterId: await letterTo(heron), leaves: null });
    expect(await visit(heron, () => read(async () => "shown"))).toEqual({ went: "/suspended" });
    expect(await visit(heron, () => read(async () => "shown", { whileSuspended: true }))).toEqual({
      shown: "shown",
    });
    expect(await submit(heron, report, about(await aPost(wren, circle)))).toMatchObject({
      status: "refused",
    });
    // The others see them as before.
    const people = await as(wren, ({ db }) => db.membership.count({ where: { circleId: circle.id } }));
    expect(people).toBe(3);
  });

  test("closes an account after seven days, and signing in does not undo that", async () => {
    await decideAbout("close");
    const [row] = await asSystem((db) => db.user.findMany({ where: { id: heron.id } }));
    const days = ((row?.leavesAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
    expect(row?.closedAt).not.toBeNull();
    await submit(null, signIn, { email: heron.email, password: PASSWORD, next: "/today" });
    const [after] = await asSystem((db) => db.user.findMany({ where: { id: heron.id } }));
    expect(after?.leavesAt).toEqual(row?.leavesAt);
  });
});

describe("an appeal", () => {
  const appealed = async (kind: "hide" | "suspend" | "remove" | "close" | "warn") => {
    const { id } = await aReport(wren, await aPost(heron, circle), { reportedId: heron.id });
    const until = kind === "suspend" ? new Date(Date.now() + 86_400_000) : null;
    const decision = await aDecision(curlew, { id }, kind, until);
    const form = { letterId: decision.letterOf(heron), words: "I meant it kindly." };
    return { reportId: id, decision, form };
  };

  test("is heard by another moderator, who can take the decision back", async () => {
    const { reportId, decision, form } = await appealed("suspend");
    expect(await submit(heron, appeal, form)).toEqual({
      status: "went",
      to: `/decisions/${form.letterId}`,
    });
    const other = await aModerator();
    const waits = async (who: Member) => (await as(who, listAppeals)).map((one) => one.reportId);
    expect(await waits(curlew)).not.toContain(reportId);
    expect(await waits(other)).toContain(reportId);
    const answer = {
      decisionId: decision.id,
      what: "change",
      words: "You did.",
      toReporter: "We looked again.",
    };
    expect(await submit(curlew, decideAppeal, answer)).toEqual({ status: "not found" });
    for (let times = 0; times < 2; times++)
      expect(await submit(other, decideAppeal, answer)).toEqual({
        status: "went",
        to: "/moderation?decided=1",
      });
    expect(await as(heron, ({ db }) => db.post.count())).toBe(1);
    const sides = (await as(heron, listLetters)).map(({ side }) => side);
    expect(sides.sort()).toEqual(["appeal_changed", "reported"]);
    expect(await submit(await aModerator(), decideAppeal, answer)).toMatchObject({ status: "refused" });
  });

  test.each(["hide", "remove", "close"] as const)("undoes what was decided: %s", async (kind) => {
    const { decision, form } = await appealed(kind);
    await submit(heron, appeal, form);
    const other = await aModerator();
    await submit(other, decideAppeal, {
      decisionId: decision.id,
      what: "change",
      words: "You did.",
      toReporter: "We looked again.",
    });
    if (kind === "hide")
      expect((await as(juniper, (viewer) => listPosts(viewer, circle.id))).posts).toHaveLength(1);
    if (kind === "remove")
      expect(await join(heron, circle, await anInvitation(juniper, circle), "Heron again")).toBe("seated");
    const [row] = await asSystem((db) => db.user.findMany({ where: { id: heron.id } }));
    expect(row).toMatchObject({ leavesAt: null, closedAt: null, suspendedUntil: null });
  });

  test("leaves a decision as it was where the other moderator thinks the same", async () => {
    const { decision, form } = await appealed("hide");
    await submit(heron, appeal, form);
    await submit(await aModerator(), decideAppeal, {
      decisionId: decision.id,
      what: "keep",
      words: "It was.",
    });
    expect((await as(juniper, (viewer) => listPosts(viewer, circle.id))).posts).toEqual([]);
    expect((await as(heron, listLetters)).map(({ side }) => side).sort()).toEqual([
      "appeal_kept",
      "reported",
    ]);
  });

  test("is for the one whom it is about, once, and against nothing else", async () => {
    const { form, decision } = await appealed("warn");
    expect(await submit(wren, appeal, { ...form, letterId: decision.letterOf(wren) })).toEqual({
      status: "not found",
    });
    expect(await submit(wren, appeal, form)).toEqual({ status: "not found" });
    await submit(heron, appeal, form);
    await submit(heron, appeal, { ...form, words: "Other words" });
    expect(await asSystem((db) => db.appeal.count({ where: { userId: heron.id } }))).toBe(1);
    expect(await as(heron, (viewer) => findLetter(viewer, form.letterId))).toMatchObject({
      appealed: true,
      canAppeal: false,
    });
  });
});

test("what was kept is taken out ninety days after the decision, and not while an appeal waits", async () => {
  const longAgo = new Date(Date.now() - 91 * 86_400_000);
  const due = await aReport(wren, await aPost(heron, circle), { reportedId: heron.id });
  const waits = await aReport(wren, await aPost(heron, circle), { reportedId: heron.id });
  const decision = await aDecision(curlew, waits, "warn");
  await aDecision(curlew, due, "warn");
  await submit(heron, appeal, { letterId: decision.letterOf(heron), words: "Please." });
  await asSystem((db) =>
    db.report.updateMany({ where: { circleId: circle.id }, data: { decidedAt: longAgo } }),
  );
  await clearSnapshots();
  const kept = Object.fromEntries((await reportsHere()).map(({ id, snapshot }) => [id, snapshot !== null]));
  expect(kept).toEqual({ [due.id]: false, [waits.id]: true });
});
