import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import LinkPage from "@/app/(member)/supporters/[linkId]/page";
import SupportersPage from "@/app/(member)/supporters/page";
import SupporterPage from "@/app/(public)/s/[code]/page";
import { dayIn, weekOf } from "@/lib/dates";
import { asMember, asSystem } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { changeGoal } from "@/lib/goals/actions";
import { freshId } from "@/lib/ids";
import { deleteSetback } from "@/lib/setbacks/actions";
import { deleteNote, hideNote, leaveNote, showNote } from "@/lib/supporter-notes/actions";
import { listNotes } from "@/lib/supporter-notes/queries";
import { chooseForSupporter, endLink, extendLink, makeLink } from "@/lib/supporters/actions";
import { linkCodeOf } from "@/lib/supporters/code";
import { findChoosing, findLink, findSupporterPreview, listLinks } from "@/lib/supporters/queries";
import { partsField } from "@/lib/supporters/schema";
import { connected, rows } from "../database/connect";
import { someWait } from "../database/locks";
import { aMember, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aSetback } from "../factories-of-setbacks";
import { aSupporterLink, aSupporterNote } from "../factories-of-supporters";
import { as, browserOf, type Fields, submit, visit } from "../people";
import { answerOf } from "../request";

let juniper: Member;
beforeEach(async () => {
  juniper = await aMember({ name: "Juniper" });
});

/** What somebody with the link in hand sees, signed in as nobody unless told; null where it is not there. */
async function open(code: string, who: Member | null = null): Promise<string | null> {
  const props = { params: Promise.resolve({ code }), searchParams: Promise.resolve({}) };
  const answer = await visit(who, () => SupporterPage(props));
  return "shown" in answer ? renderToStaticMarkup(answer.shown as ReactElement) : null;
}

const choice = (more: Fields = {}): Fields => ({
  name: "Sam from the career centre",
  called: "June",
  days: 30,
  goals: "none",
  names: "masked",
  ...more,
});

/** Chooses, looks, and makes the link. */
async function make(more: Fields): Promise<{ id: string; code: string }> {
  const chosen = await submit(juniper, chooseForSupporter, choice(more));
  expect(chosen).toEqual({ status: "went", to: "/supporters/new?step=preview" });
  const preview = await as(juniper, (viewer) => findSupporterPreview(viewer));
  const id = String(preview?.id);
  expect(await submit(juniper, makeLink, { id, seen: preview?.seen })).toEqual({
    status: "went",
    to: `/supporters/${id}`,
  });
  return { id, code: linkCodeOf({ userId: juniper.id, id }) };
}

const age = (link: { id: string }, sql: string) =>
  connected("admin", (admin) =>
    admin.query(`update supporter_links set expires_at = ${sql} where id = $1`, [link.id]),
  );

describe("a link", () => {
  test("shows exactly what was chosen, under the name that was chosen, and nothing else", async () => {
    const chosen = await aGoal(juniper, { title: "Write to one person" });
    await anEffort(juniper, chosen);
    await aGoal(juniper, { title: "Walk by the river" });
    await aWin(juniper, "Asked for feedback.");
    const told = await aSetback(juniper, {
      happened: "Acme Freight said no after two rounds.",
      company: "Acme Freight",
      industry: "Logistics",
      role: "Dispatcher",
      stage: "second round",
      kind: "after_interview",
      feelings: { hollow: 7 },
    });
    await aSetback(juniper, { happened: "A quiet no from the harbour." });
    const { code } = await make({
      goals: "chosen",
      goal: [chosen.id],
      [partsField(told.id)]: ["happened", "kind", "feelings", "company"],
    });
    const seen = await open(code);
    for (const word of [
      "What <bdi>June</bdi> shares",
      "Write to one person",
      "hollow 7",
      "Turned down after an interview",
    ])
      expect(seen?.replace(/<bdi[^>]*>/g, "<bdi>")).toContain(word);
    expect(seen).toContain("A company said no after two rounds.");
    for (const word of [
      "Acme",
      "Dispatcher",
      "second round",
      "river",
      "Asked for feedback",
      "harbour",
      "Sam from",
      "Juniper",
    ])
      expect(seen).not.toContain(word);
    expect(seen).not.toContain(juniper.id);
  });

  test("shows the week of a goal as its member sees it, when the goal has grown in it too", async () => {
    const goal = await aGoal(juniper);
    const today = dayIn(juniper.timeZone, new Date());
    for (const day of weekOf(today).filter((day) => day <= today)) await anEffort(juniper, goal, day);
    const { code } = await make({ goals: "all" });
    const week = async () => /<desc[^>]*>([^<]+)/.exec((await open(code)) ?? "")?.[1];
    const before = await week();
    expect(before).toMatch(/^Monday(, today)?: done\./);
    const grown = {
      goalId: goal.id,
      title: "Applications",
      category: "applications",
      rhythm: "day",
      times: 2,
    };
    await submit(juniper, changeGoal, grown);
    expect(await open(code)).toContain("2 a day");
    expect(await week()).toBe(before);
  });

  test("says an employer by its name only where that was chosen", async () => {
    const told = await aSetback(juniper, { happened: "Acme Freight said no.", company: "Acme Freight" });
    const named = await make({ [partsField(told.id)]: ["happened", "named"] });
    expect(await open(named.code)).toContain("Acme Freight said no.");
  });

  test("masks the companies of setbacks in wins and goals, those that are written later too", async () => {
    await aSetback(juniper, { happened: "No.", company: "Acme Freight" });
    const { code } = await make({ wins: true });
    await aWin(juniper, "Acme Freight praised my portfolio.");
    const seen = await open(code);
    expect(seen).toContain("praised my portfolio");
    expect(seen).not.toContain("Acme");
  });

  test("shows a copy of a setback: what is changed later stays with its member, and deleting it takes the copy", async () => {
    const told = await aSetback(juniper, { happened: "They said no." });
    const { code } = await make({ wins: true, [partsField(told.id)]: ["happened"] });
    await asMember(juniper.id, (db) =>
      db.setback.updateMany({ where: { id: told.id }, data: { happened: "x" } }),
    );
    expect(await open(code)).toContain("They said no.");
    await submit(juniper, deleteSetback, { setbackId: told.id });
    expect(await open(code)).not.toContain("They said no.");
  });

  test("shows the preview what its holder will see, before there is a link", async () => {
    const told = await aSetback(juniper, { happened: "Acme said no.", company: "Acme" });
    await submit(juniper, chooseForSupporter, choice({ [partsField(told.id)]: ["happened"] }));
    const preview = await as(juniper, (viewer) => findSupporterPreview(viewer));
    expect(preview?.sees).toMatchObject({ called: "June", setbacks: [{ body: "A company said no." }] });
    expect(await as(juniper, listLinks)).toEqual([]);
  });

  test("is made of what was looked at: when something changed meanwhile, it is shown again", async () => {
    const told = await aSetback(juniper, { happened: "They said no." });
    await submit(juniper, chooseForSupporter, choice({ [partsField(told.id)]: ["happened"] }));
    const preview = await as(juniper, (viewer) => findSupporterPreview(viewer));
    const form = { id: preview?.id, seen: "something else" };
    expect(await submit(juniper, makeLink, form)).toMatchObject({
      to: "/supporters/new?step=preview&changed=1",
    });
    await submit(juniper, deleteSetback, { setbackId: told.id });
    expect(await submit(juniper, makeLink, { ...form, seen: preview?.seen })).toMatchObject({
      to: "/supporters/new?changed=1",
    });
    expect(await as(juniper, listLinks)).toEqual([]);
  });

  test("is made once by a form that is sent twice, and its choice is no draft any more", async () => {
    await submit(juniper, chooseForSupporter, choice({ wins: true }));
    const preview = await as(juniper, (viewer) => findSupporterPreview(viewer));
    const form = { id: preview?.id, seen: preview?.seen };
    const first = await submit(juniper, makeLink, form);
    expect(await submit(juniper, makeLink, form)).toEqual(first);
    expect(await as(juniper, listLinks)).toHaveLength(1);
    expect(await as(juniper, (viewer) => findDraft(viewer, "supporter-preview"))).toBeNull();
  });

  test("asks for something to see, for a goal where only some go, and for 1 to 90 days", async () => {
    const wrong: [Fields, string][] = [
      [{}, "goals"],
      [{ goals: "chosen" }, "goal"],
      [{ wins: true, days: 0 }, "days"],
      [{ wins: true, days: 91 }, "days"],
      [{ wins: true, name: " " }, "name"],
    ];
    for (const [more, field] of wrong) {
      const answer = await submit(juniper, chooseForSupporter, choice(more));
      expect(answer).toMatchObject({ status: "invalid", values: { called: ["June"] } });
      expect(Object.keys("fieldErrors" in answer ? (answer.fieldErrors ?? {}) : {})).toContain(field);
    }
  });

  test("shows nothing of another member's, whatever the form names", async () => {
    const heron = await aMember({ name: "Heron" });
    const hers = await aSetback(heron, { happened: "Hers alone." });
    const goal = await aGoal(heron);
    expect(
      await submit(juniper, chooseForSupporter, choice({ [partsField(hers.id)]: ["happened"] })),
    ).toMatchObject({ status: "refused" });
    expect(
      await submit(juniper, chooseForSupporter, choice({ goals: "chosen", goal: [goal.id] })),
    ).toMatchObject({ status: "refused" });
  });

  test("is one of ten at most", async () => {
    for (let made = 0; made < 10; made++) await aSupporterLink(juniper);
    await submit(juniper, chooseForSupporter, choice({ wins: true }));
    const preview = await as(juniper, (viewer) => findSupporterPreview(viewer));
    expect(await submit(juniper, makeLink, { id: preview?.id, seen: preview?.seen })).toMatchObject({
      status: "refused",
    });
    expect((await as(juniper, (viewer) => findChoosing(viewer, "preview"))).preview).not.toBeNull();
  });
});

describe("a link is dead", () => {
  test("from the second in which its time is over, and not before", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    await age(link, "now() + interval '2 seconds'");
    expect(await open(link.code)).not.toBeNull();
    await age(link, "now()");
    expect(await open(link.code)).toBeNull();
    await age(link, "now() - interval '1 second'");
    expect(await open(link.code)).toBeNull();
  });

  test("in the database itself, at its edge: at the very moment it is over nothing is handed out", async () => {
    const link = await aSupporterLink(juniper);
    const shown = (end: string) =>
      connected("admin", async (admin) => {
        await admin.query("begin");
        await admin.query(`update supporter_links set expires_at = ${end} where id = $1`, [link.id]);
        const { rows } = await admin.query(
          "select app.supporter_view(token_hash) is not null as is from supporter_links where id = $1",
          [link.id],
        );
        await admin.query("rollback");
        return rows[0]?.is;
      });
    // now() is one moment within a transaction.
    expect(await shown("date_trunc('milliseconds', now()) + interval '1 millisecond'")).toBe(true);
    expect(await shown("date_trunc('milliseconds', now())")).toBe(false);
  });

  test("while moderators let its member's account rest", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    const rests = (until: string) =>
      connected("admin", (admin) =>
        admin.query(`update users set suspended_until = ${until} where id = $1`, [juniper.id]),
      );
    await rests("now() + interval '1 day'");
    expect(await open(link.code)).toBeNull();
    await rests("null");
    expect(await open(link.code)).not.toBeNull();
  });

  test("from the moment its member ends it, in one press; a second press is no more than that", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    expect(await open(link.code)).not.toBeNull();
    for (const _ of ["first", "second"])
      expect(await submit(juniper, endLink, { linkId: link.id })).toMatchObject({ status: "done" });
    expect(await open(link.code)).toBeNull();
    expect((await as(juniper, (viewer) => findLink(viewer, link.id)))?.link).toBeNull();
  });

  test("while its member is leaving", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    const leave = (leavesAt: Date | null) =>
      asSystem((db) => db.user.updateMany({ where: { id: juniper.id }, data: { leavesAt } }));
    await leave(new Date(Date.now() + 7 * 86_400_000));
    expect(await open(link.code)).toBeNull();
    await leave(null);
    expect(await open(link.code)).not.toBeNull();
  });

  test("for good: more time is given only while it lives", async () => {
    const over = await aSupporterLink(juniper, { expiresAt: new Date(Date.now() - 1000) });
    const ended = await aSupporterLink(juniper, { revokedAt: new Date() });
    for (const { id } of [over, ended])
      expect(await submit(juniper, extendLink, { linkId: id, days: 30 })).toMatchObject({
        status: "refused",
      });
    const lives = await aSupporterLink(juniper, { expiresAt: new Date(Date.now() + 60_000) });
    expect(await submit(juniper, extendLink, { linkId: lives.id, days: 90 })).toMatchObject({
      status: "done",
    });
    expect(await submit(juniper, extendLink, { linkId: lives.id, days: 365 })).toMatchObject({
      status: "invalid",
    });
  });

  test("and looks the same whether it is over, was ended, or never was", async () => {
    const over = await aSupporterLink(juniper, { expiresAt: new Date(Date.now() - 1000) });
    const ended = await aSupporterLink(juniper, { revokedAt: new Date() });
    const never = linkCodeOf({ userId: freshId(), id: freshId() });
    for (const code of [over.code, ended.code, never, "x", `${never}x`, over.id]) {
      const props = { params: Promise.resolve({ code }), searchParams: Promise.resolve({}) };
      expect(await visit(null, () => SupporterPage(props))).toEqual({ notFound: true });
    }
  });

  test("and takes no note", async () => {
    const link = await aSupporterLink(juniper, { expiresAt: new Date(Date.now() - 1000) });
    expect(await submit(null, leaveNote, { code: link.code, words: "Hello" })).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/^There is nothing behind this link any more/),
      values: { words: ["Hello"] },
    });
    expect(await as(juniper, (viewer) => listNotes(viewer))).toEqual([]);
  });
});

describe("a visit", () => {
  const lines = async (link: { id: string }) =>
    (await as(juniper, (viewer) => findLink(viewer, link.id)))?.visits.length;

  test("is a line for the member: one for a browser in ten minutes, and none for their own look", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    const props = { params: Promise.resolve({ code: link.code }), searchParams: Promise.resolve({}) };
    const browser = await browserOf(null, { "user-agent": "One" });
    for (const _ of [1, 2]) await answerOf(browser, async () => SupporterPage(props));
    expect(await lines(link)).toBe(1);
    await open(link.code);
    expect(await lines(link)).toBe(2);
    await open(link.code, juniper);
    expect(await lines(link)).toBe(2);
  });

  test("is noted however many other links were opened from the same network, as in a school", async () => {
    const [theirs, link] = [
      await aSupporterLink(await aMember()),
      await aSupporterLink(juniper, { wins: true }),
    ];
    const from = (agent: string) =>
      browserOf(null, { "user-agent": agent, "x-onward-peer": "198.51.100.41" });
    const look = async ({ code }: { code: string }, agent: string) => {
      const props = { params: Promise.resolve({ code }), searchParams: Promise.resolve({}) };
      await answerOf(await from(agent), async () => SupporterPage(props));
    };
    for (let agent = 0; agent < 121; agent++) await look(theirs, `Agent ${agent}`);
    await look(link, "One more");
    expect(await lines(link)).toBe(1);
  });

  test("is kept where there were a thousand before: the oldest line makes room", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    await connected("admin", (admin) =>
      admin.query(
        `insert into supporter_visits (user_id, id, link_id, visited_at)
         select $1, gen_random_uuid(), $2, now() - n * interval '1 hour' from generate_series(1, 1000) n`,
        [juniper.id, link.id],
      ),
    );
    await open(link.code);
    const [counted] = await connected("admin", (admin) =>
      rows<{ count: number; newest: boolean }>(
        admin,
        `select count(*)::int as count, max(visited_at) > now() - interval '1 minute' as newest
         from supporter_visits where link_id = $1`,
        [link.id],
      ),
    );
    expect(counted).toEqual({ count: 1000, newest: true });
  });

  test("says when, and nothing of who or where", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    const browser = await browserOf(null, { "user-agent": "Kestrel/1.0", "x-onward-peer": "203.0.113.77" });
    const props = { params: Promise.resolve({ code: link.code }), searchParams: Promise.resolve({}) };
    await answerOf(browser, async () => SupporterPage(props));
    const rows = await connected("admin", async (admin) => [
      ...(await admin.query("select t::text as row from supporter_visits t where link_id = $1", [link.id]))
        .rows,
      ...(await admin.query("select t::text as row from limits t")).rows,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toMatch(/Kestrel|203\.0\.113/);
  });

  test("stands on the link's page, for the member alone", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    await open(link.code);
    const props = { params: Promise.resolve({ linkId: link.id }), searchParams: Promise.resolve({}) };
    const hers = await visit(juniper, () => LinkPage(props));
    expect("shown" in hers && renderToStaticMarkup(hers.shown as ReactElement)).toContain("just now");
    expect(await visit(await aMember(), () => LinkPage(props))).toEqual({ notFound: true });
  });
});

describe("a note", () => {
  test("is hidden by its reader, folded away without its words, and taken out again", async () => {
    const link = await aSupporterLink(juniper);
    const { id } = await aSupporterNote(juniper, link, "You should have known better.");
    const page = async () => {
      const answer = await visit(juniper, () => SupportersPage());
      return "shown" in answer ? renderToStaticMarkup(answer.shown as ReactElement) : "";
    };
    expect(await page()).toContain("You should have known better.");
    expect(await submit(await aMember(), hideNote, { noteId: id })).toEqual({ status: "not found" });
    for (const _ of [1, 2]) await submit(juniper, hideNote, { noteId: id });
    const hidden = await page();
    expect(hidden).toContain("One hidden note");
    expect(hidden).not.toContain("You should have known better.");
    const nudges = await as(juniper, ({ db }) => db.nudge.findMany({ select: { doneAt: true } }));
    expect(nudges).toEqual([{ doneAt: expect.any(Date) }]);
    await submit(juniper, showNote, { noteId: id });
    expect(await page()).toContain("You should have known better.");
  });

  test("reaches the member, sealed, with a nudge that says nothing of it", async () => {
    const link = await aSupporterLink(juniper);
    expect(
      await submit(null, leaveNote, { code: link.code, words: "You are not your inbox." }),
    ).toMatchObject({
      status: "done",
    });
    const [note] = await as(juniper, (viewer) => listNotes(viewer));
    expect(note).toMatchObject({ words: "You are not your inbox.", from: "Sam from the career centre" });
    const nudges = await as(juniper, ({ db }) => db.nudge.findMany({ where: { userId: juniper.id } }));
    expect(nudges).toMatchObject([{ kind: "supporter-note", aboutId: note?.id, circleId: null }]);
    const stored = await connected("admin", (admin) =>
      admin.query("select words from supporter_notes where id = $1", [note?.id]),
    );
    expect(stored.rows[0].words).toMatch(/^sealed:1:/);
  });

  test("sent twice is one, and sent again with a change is two", async () => {
    const { code } = await aSupporterLink(juniper);
    const id = freshId();
    for (const words of ["Hello", "Hello", "Hello, June"])
      expect(await submit(null, leaveNote, { id, code, words })).toMatchObject({ status: "done" });
    expect((await as(juniper, (viewer) => listNotes(viewer))).map(({ words }) => words).sort()).toEqual([
      "Hello",
      "Hello, June",
    ]);
  });

  test("is not kept where its link ends while it is on its way", async () => {
    const link = await aSupporterLink(juniper);
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
    const ending = asMember(juniper.id, async (db) => {
      await db.supporterLink.updateMany({
        where: { userId: juniper.id, id: link.id },
        data: { revokedAt: new Date() },
      });
      isHeld();
      await gate;
    });
    await held;
    const note = submit(null, leaveNote, { code: link.code, words: "Hello" });
    await someWait(1);
    open();
    await ending;
    expect(await note).toMatchObject({ status: "refused", values: { words: ["Hello"] } });
    expect(await as(juniper, (viewer) => listNotes(viewer))).toEqual([]);
  });

  test("is seen by no supporter, and by no other member", async () => {
    const link = await aSupporterLink(juniper, { wins: true });
    await submit(null, leaveNote, { code: link.code, words: "A line for June" });
    expect(await open(link.code)).not.toContain("A line for June");
    expect(await as(await aMember(), (viewer) => listNotes(viewer))).toEqual([]);
  });

  test("is at most 2,000 characters, and few in an hour", async () => {
    const { code } = await aSupporterLink(juniper);
    expect(await submit(null, leaveNote, { code, words: "a".repeat(2001) })).toMatchObject({
      status: "invalid",
      values: { words: ["a".repeat(2001)] },
    });
    const browser = await browserOf(null);
    for (let left = 0; left < 6; left++)
      await submit(null, leaveNote, { code, words: `Line ${left}` }, { browser });
    expect(await submit(null, leaveNote, { code, words: "One more" }, { browser })).toMatchObject({
      status: "refused",
      values: { words: ["One more"] },
    });
  });

  test("goes when its member deletes it, and so does its nudge", async () => {
    const { code } = await aSupporterLink(juniper);
    await submit(null, leaveNote, { code, words: "Hello" });
    const [note] = await as(juniper, (viewer) => listNotes(viewer));
    await submit(await aMember(), deleteNote, { noteId: note?.id });
    expect(await as(juniper, (viewer) => listNotes(viewer))).toHaveLength(1);
    for (const _ of ["first", "second"])
      expect(await submit(juniper, deleteNote, { noteId: note?.id })).toMatchObject({ status: "done" });
    expect(await as(juniper, (viewer) => listNotes(viewer))).toEqual([]);
    const open = await as(juniper, ({ db }) =>
      db.nudge.count({ where: { userId: juniper.id, doneAt: null } }),
    );
    expect(open).toBe(0);
  });
});
