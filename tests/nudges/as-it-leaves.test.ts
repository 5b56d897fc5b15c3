import { addHours, subHours } from "date-fns";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { eraseMember } from "@/lib/accounts/erase-member";
import { mailReset } from "@/lib/accounts/mails";
import { hourIn } from "@/lib/dates";
import { asSystem, prisma } from "@/lib/db";
import { deliverMails } from "@/lib/jobs/deliver-mails";
import { deliverReminders } from "@/lib/jobs/deliver-reminders";
import { mailNudges } from "@/lib/jobs/mail-nudges";
import { type Mail, queueMail } from "@/lib/mail";
import { chooseNudgeMails, putAway } from "@/lib/nudges/actions";
import { unsubscribe } from "@/lib/reminders/unsubscribe";
import { connected } from "../database/connect";
import { someWait } from "../database/locks";
import { aCircle, aMember, type CircleOfTest, type Member } from "../factories";
import { aNudge, aPost, aReply } from "../factories-of-posts";
import { anUnsubscribeCode, noMailbox, someReminders } from "../factories-of-reminders";
import { submit } from "../people";
import { whereMailsLeave, zoneAt } from "../reminders/mails-leave";

// A mail that something waits is looked up as it leaves, like every mail that a member asks for.

const { server, sql, jobs, work, timePasses, addresses } = await whereMailsLeave();
vi.setConfig({ testTimeout: 60_000 });
const within = { timeout: 30_000 };

let juniper: Member;
let heron: Member;
let circle: CircleOfTest;
let post: { circleId: string; id: string };
let nudge: { kind: string; aboutId: string };

/** Somebody asked for mails two days ago, and takes them at any hour. */
async function wantsMails(member: Member): Promise<void> {
  await submit(member, chooseNudgeMails, { mails: true });
  await sql("update users set nudge_mails_at = now() - interval '2 days' where id = $1", [member.id]);
  await someReminders(member, { quietFrom: 0, quietUntil: 0 });
}

beforeEach(async () => {
  juniper = await aMember({ name: "Juniper", timeZone: "UTC" });
  heron = await aMember({ name: "Heron", timeZone: "UTC" });
  circle = await aCircle(juniper, [heron]);
  await wantsMails(heron);
  post = await aPost(juniper, circle, { body: "The kingfisher did not call." });
  nudge = await aNudge(heron, post);
  await mailNudges();
});

/** The mail is planned anew, as of so many hours ago. */
async function plannedBefore(hours: number): Promise<void> {
  for (const table of ["reminders", "pgboss.job"]) await sql(`delete from ${table}`);
  const then = subHours(new Date(), hours);
  await sql("update nudges set mailed_at = null, created_at = $1", [subHours(then, 1)]);
  await mailNudges(then);
  expect(await sql("select from reminders")).toHaveLength(1);
}

test("it says that something waits, once, how it stops, and nothing else", async () => {
  const { given, statuses } = await work();
  expect(statuses).toEqual(["completed"]);
  expect(await deliverReminders(given)).toMatchObject([{ status: "completed" }]);
  expect(addresses()).toEqual([heron.email]);
  const [mail] = server.mails;
  expect(mail).toMatch(/^Subject: Something waits for you in Onward/im);
  expect(mail).toContain("/nudges");
  expect(mail).toContain(`/unsubscribe/${await anUnsubscribeCode(heron, "nudges")}`);
  expect(mail).not.toMatch(/kingfisher|Juniper|Heron|lanterns|circle/);
  expect(await sql("select from reminders where kind = 'nudges' and sent_at is not null")).toHaveLength(1);
});

test("two jobs of it at once send one", async () => {
  const given = await jobs();
  server.mood = "says nothing";
  const asked = server.asked;
  const both = [deliverReminders(given), deliverReminders(given)];
  await expect.poll(() => server.asked, within).toBe(asked + 2);
  server.goOn();
  await Promise.all(both);
  expect(server.mails).toHaveLength(1);
});

const ways: [string, () => Promise<unknown>][] = [
  [
    "once its reader stopped it with one press, without signing in",
    async () => {
      const code = await anUnsubscribeCode(heron, "nudges");
      return unsubscribe({ viewer: null, db: prisma(), now: new Date() }, code);
    },
  ],
  ["once its reader stopped it in Settings", () => submit(heron, chooseNudgeMails, {})],
  [
    "once they stopped it and asked anew, for what waits from then on",
    async () => {
      await submit(heron, chooseNudgeMails, {});
      await submit(heron, chooseNudgeMails, { mails: true });
    },
  ],
  ["once they put away what waits", () => submit(heron, putAway, nudge)],
  ["once they did it", () => aReply(heron, post)],
  [
    "once it is gone",
    () => sql("update posts set taken_back_at = now(), body = '' where id = $1", [post.id]),
  ],
  ["while all mails are paused", () => someReminders(heron, { pausedAt: new Date() })],
  ["to an address that takes none", () => noMailbox(heron)],
  [
    "to an address that nobody confirmed",
    () => sql("update users set verified_at = null, claim_tag = 1 where id = $1", [heron.id]),
  ],
  [
    "to who is suspended",
    () => sql("update users set suspended_until = now() + interval '1 day' where id = $1", [heron.id]),
  ],
  [
    "to who is about to leave",
    () => sql("update users set leaves_at = now() + interval '1 day' where id = $1", [heron.id]),
  ],
  [
    "to who is erased",
    async () => {
      await sql("update users set leaves_at = now() - interval '1 hour' where id = $1", [heron.id]);
      expect(await asSystem((db) => eraseMember(db, heron.id))).toBe(true);
    },
  ],
];

describe("it does not leave", () => {
  test.each(ways)("%s", async (_when, change) => {
    await change();
    expect((await work()).statuses).toEqual(["completed"]);
    expect(server.mails).toEqual([]);
  });

  test.each(ways)("%s, where that was after a server was busy", async (_when, change) => {
    server.mood = "busy";
    const { given, statuses } = await work();
    expect(statuses).toEqual(["failed"]);
    server.mood = "well";
    await change();
    expect(await deliverReminders(given)).toMatchObject([{ status: "completed" }]);
    expect(server.mails).toEqual([]);
  });

  test.each(ways)("%s, where that was while a server took its time", async (_when, change) => {
    const given = await jobs();
    server.mood = "says nothing";
    const asked = server.asked;
    const leaving = deliverReminders(given);
    await expect.poll(() => server.asked, within).toBe(asked + 1);
    await change();
    server.mood = "well";
    server.goOn();
    expect(await leaving).toMatchObject([{ status: "completed" }]);
    expect(server.mails).toEqual([]);
    expect(await sql("select from reminders where leaving_at is not null")).toEqual([]);
  });
});

describe("in quiet hours", () => {
  test("it waits for their end, and leaves then", async () => {
    const hour = hourIn("UTC", new Date());
    await someReminders(heron, { quietFrom: hour, quietUntil: (hour + 2) % 24 });
    const { given } = await work();
    await deliverReminders(given);
    const waiting = await sql<{ until: Date; label: string }>(
      "select start_after as until, data->>'label' as label from pgboss.job where state = 'created'",
    );
    expect(waiting).toMatchObject([{ label: "Something waits for you in Onward" }]);
    expect(hourIn("UTC", waiting[0]?.until ?? new Date())).toBe((hour + 2) % 24);
    expect(server.mails).toEqual([]);
    await someReminders(heron, { quietFrom: 0, quietUntil: 0 });
    await timePasses();
    await work();
    expect(addresses()).toEqual([heron.email]);
  });

  test("it waits also where they begin while a server takes its time", async () => {
    const given = await jobs();
    server.mood = "says nothing";
    const asked = server.asked;
    const leaving = deliverReminders(given);
    await expect.poll(() => server.asked, within).toBe(asked + 1);
    const hour = hourIn("UTC", new Date());
    await someReminders(heron, { quietFrom: hour, quietUntil: (hour + 2) % 24 });
    server.mood = "well";
    server.goOn();
    await leaving;
    expect(server.mails).toEqual([]);
    expect(await sql("select from pgboss.job where state = 'created'")).toHaveLength(1);
  });

  test.each([
    ["waits at three at night, where it was planned at nine in the evening", 3, 6, 0],
    ["leaves at noon, where it was planned at ten", 12, 2, 1],
  ])("that everybody begins with, too, it %s", async (_what, hour, before, mails) => {
    await sql("delete from reminder_settings");
    await sql("update users set time_zone = $2 where id = $1", [heron.id, zoneAt(hour)]);
    await plannedBefore(before);
    await work();
    expect(server.mails).toHaveLength(mails);
  });
});

test("it goes to the address of now, also where that changed while a server took its time", async () => {
  const given = await jobs();
  server.mood = "says nothing";
  const asked = server.asked;
  const leaving = deliverReminders(given);
  await expect.poll(() => server.asked, within).toBe(asked + 1);
  const email = `new-${heron.email}`;
  await sql("update users set email = $2 where id = $1", [heron.id, email]);
  server.mood = "well";
  server.goOn();
  await leaving;
  expect(addresses()).toEqual([email]);
});

describe("there is one a day", () => {
  const another = async () => {
    await aNudge(heron, await aPost(juniper, circle));
    await mailNudges();
  };

  test("also where yesterday's left today, after quiet hours", async () => {
    await plannedBefore(24);
    await work();
    expect(addresses()).toEqual([heron.email]);
    await another();
    expect(await jobs()).toEqual([]);
    await mailNudges(addHours(new Date(), 24));
    expect(await jobs()).toHaveLength(1);
  });

  test("and yesterday's, where it still waits when there is one of today, is that one", async () => {
    await plannedBefore(24);
    await another();
    expect((await work()).statuses).toEqual(["completed", "completed"]);
    expect(addresses()).toEqual([heron.email]);
  });
});

test("yesterday's that is just leaving and today's that is just planned are one", async () => {
  await plannedBefore(24);
  await aNudge(heron, await aPost(juniper, circle));
  await connected("admin", async (admin) => {
    await admin.query("begin");
    await admin.query("select from users where id = $1 for update", [heron.id]);
    const both = [work(), mailNudges()];
    await someWait(2);
    await admin.query("commit");
    await Promise.all(both);
  });
  await work();
  expect(addresses()).toEqual([heron.email]);
});

describe("a mail that nobody asked for in Settings", () => {
  const deliver = async () => {
    const results = await deliverMails(await jobs("mail"));
    return results.map(({ status }) => status);
  };

  test("goes to the address that it was caused by, whatever became of the account: links that let in", async () => {
    await mailReset(heron.email);
    await noMailbox(heron);
    await someReminders(heron, { quietFrom: 0, quietUntil: 23, pausedAt: new Date() });
    await sql(
      "update users set email = $2, leaves_at = now(), suspended_until = now() + interval '1 day' where id = $1",
      [heron.id, `new-${heron.email}`],
    );
    expect(await deliver()).toEqual(["completed"]);
    expect(addresses()).toEqual([heron.email]);
  });

  test("and that its address was refused says nothing about mails that were", async () => {
    await mailReset(heron.email);
    server.mood = "refuses the recipient";
    const given = await jobs("mail");
    await deliverMails(given.map((job) => ({ ...job, output: { refusals: 2 } })));
    expect(await sql("select from reminder_settings where refused_at is not null")).toEqual([]);
  });

  test("is none that the version before queued as one that something waits", async () => {
    const mail: Mail = { to: heron.email, subject: "Something waits for you in Onward", text: "Hello,\n" };
    await asSystem((db) => queueMail(db, { ...mail, asked: { userId: heron.id } } as Mail));
    expect(await deliver()).toEqual(["completed"]);
    expect(server.mails).toEqual([]);
  });
});
