import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { addDays, dayIn, hourIn } from "@/lib/dates";
import { asSystem, prisma } from "@/lib/db";
import { openBoss } from "@/lib/jobs/boss";
import { deliverMails } from "@/lib/jobs/deliver-mails";
import { deliverReminders } from "@/lib/jobs/deliver-reminders";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { queueMail } from "@/lib/mail";
import { somethingWaits } from "@/lib/nudges/mails";
import { tryMailsAgain } from "@/lib/reminders/actions";
import { findReminders } from "@/lib/reminders/queries";
import { endProcess } from "../../scripts/processes.ts";
import { root } from "../../scripts/project.ts";
import { startWorker } from "../../scripts/work.ts";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aMember, type Member } from "../factories";
import { anUnsubscribeCode, someReminders } from "../factories-of-reminders";
import { aMailServer } from "../jobs/mail-server";
import { as, submit } from "../people";
import { aFolder, outcomeOf } from "../scripts/process";

// The worker's own work, and the worker itself, on a database of its own and with a mail server of its own.

const end = await moveToScratchDatabase();
const server = await aMailServer();
process.env.SMTP_URL = `${server.url}?socketTimeout=2000`;
const { boss, close } = openBoss();
afterAll(async () => {
  await close();
  await prisma().$disconnect();
  await server.close();
  await end();
});
vi.setConfig({ testTimeout: 200_000 });
const within = { timeout: 60_000 };

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  connected("admin", (admin) => rows<T>(admin, text, values));

let heron: Member;
beforeEach(async () => {
  for (const table of ["pgboss.job", "reminder_settings"]) await sql(`delete from ${table}`);
  server.mood = "well";
  server.mails.length = 0;
  heron = await aMember({ name: "Heron", timeZone: "UTC" });
  await someReminders(heron, { eveningHour: hourIn("UTC", new Date()), quietFrom: 0, quietUntil: 0 });
  await planReminders();
});

type Jobs = Parameters<typeof deliverReminders>[0];
/** What waits, as a worker is given it; it says nothing of what became of it. */
const jobs = (): Promise<Jobs> => boss.fetch("remind", { batchSize: 20, includeMetadata: true });
const work = async (refusals = 0) => {
  const given = (await jobs()).map((job) => ({ ...job, retryCount: refusals, output: { refusals } }));
  const results = await deliverReminders(given);
  return { given, statuses: results.map(({ status }) => status) };
};
const subjects = () => server.mails.map((mail) => /^Subject: (.+)$/im.exec(mail)?.[1]?.trim());

test("a mail leaves with a subject that says nothing, as text and as HTML, and with what stops it in its head", async () => {
  expect((await work()).statuses).toEqual(["completed"]);
  const [mail] = server.mails;
  expect(subjects()).toEqual(["A quiet note from Onward"]);
  expect(mail).toContain(`To: ${heron.email}`);
  expect(mail).toMatch(/^Content-Type: multipart\/alternative/im);
  const code = await anUnsubscribeCode(heron, "evening");
  const head = mail?.slice(0, mail.indexOf("\r\n\r\n")).replaceAll(/\r\n\s+/g, " ");
  expect(head).toContain(`List-Unsubscribe: <${process.env.ONWARD_URL}/api/unsubscribe/${code}>`);
});

test("a job that comes once more after the mail was sent sends nothing", async () => {
  const { given } = await work();
  expect(await deliverReminders(given)).toMatchObject([{ status: "completed" }]);
  expect(server.mails).toHaveLength(1);
});

test("a job that comes once more sends nothing where that the mail was sent could not be written down", async () => {
  await sql(`
    create function stuck() returns trigger language plpgsql as $$ begin raise 'stuck'; end $$;
    create trigger stuck before update on reminders for each row when (new.sent_at is not null) execute function stuck()`);
  const { given, statuses } = await work();
  expect(statuses).toEqual(["failed"]);
  expect(server.mails).toHaveLength(1);
  await sql("drop trigger stuck on reminders; drop function stuck()");
  expect(await deliverReminders(given)).toMatchObject([{ status: "completed" }]);
  expect(server.mails).toHaveLength(1);
});

test("a server that has the mail and does not say so is sent it once", async () => {
  server.mood = "takes it and says nothing";
  const { given, statuses } = await work();
  expect(statuses).toEqual(["completed"]);
  server.mood = "well";
  await deliverReminders(given);
  expect(server.mails).toHaveLength(1);
});

test("a mail that a server was ready for and then refused is sent later", async () => {
  server.mood = "refuses the mail";
  const { given, statuses } = await work();
  expect(statuses).toEqual(["failed"]);
  server.mood = "well";
  await deliverReminders(given);
  expect(server.mails).toHaveLength(1);
});

test.each([
  ["before a server took the mail has it sent by the next one", "says nothing"],
  ["just when a server has the mail leaves nothing to the next one", "takes it and says nothing"],
] as const)("a worker that is killed %s, once", async (_when, mood) => {
  server.mood = mood;
  const env = { DATABASE_URL: process.env.DATABASE_URL ?? "", SMTP_URL: server.url, LOG_LEVEL: "info" };
  const aWorker = () => {
    const child = startWorker(env, path.join(aFolder(), "worker.log"));
    onTestFinished(() => endProcess(child));
    return child;
  };
  const killed = aWorker();
  const [asked, had] = [server.asked, mood === "says nothing" ? 0 : 1];
  await expect.poll(() => server.asked, within).toBeGreaterThan(asked);
  await expect.poll(() => server.mails.length, within).toBe(had);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  expect(await sql("select state from pgboss.job where name = 'remind'")).toEqual([{ state: "active" }]);

  server.mood = "well";
  aWorker();
  await sql("update pgboss.job set heartbeat_on = now() - interval '31 seconds'");
  // It looks once a minute.
  await sql("update pgboss.queue set monitor_claim_on = null, monitor_on = null, maintain_on = null");
  await boss.supervise();
  await expect
    .poll(async () => {
      await sql("update pgboss.job set start_after = now() where state = 'retry'");
      return sql("select from pgboss.job where name = 'remind' and state <> 'completed'");
    }, within)
    .toEqual([]);
  expect(server.mails).toHaveLength(1);
});

describe("what was queued does not leave", () => {
  test.each([
    ["once its member stopped it", "update reminder_settings set evening_hour = null where user_id = $1"],
    ["during a pause", "update reminder_settings set paused_at = now() where user_id = $1"],
    ["to who is suspended", "update users set suspended_until = now() + interval '1 day' where id = $1"],
    ["to who is about to leave", "update users set leaves_at = now() + interval '1 day' where id = $1"],
    [
      "to an address that is not confirmed",
      "update users set verified_at = null, claim_tag = 1 where id = $1",
    ],
    ["to who is erased", "delete from users where id = $1"],
  ])("%s", async (_when, change) => {
    await sql(change, [heron.id]);
    expect((await work()).statuses).toEqual(["completed"]);
    expect(server.mails).toEqual([]);
  });

  test("in quiet hours: it waits for their end", async () => {
    const hour = hourIn("UTC", new Date());
    await someReminders(heron, { quietFrom: hour, quietUntil: (hour + 2) % 24 });
    expect((await work()).statuses).toEqual(["completed"]);
    await sql("update pgboss.job set state = 'completed' where state = 'active'");
    const [waiting] = await sql<{ until: Date; tries: number }>(
      "select start_after as until, retry_count as tries from pgboss.job where state = 'created'",
    );
    expect(waiting?.tries).toBe(0);
    expect(hourIn("UTC", waiting?.until ?? new Date())).toBe((hour + 2) % 24);
    expect(await jobs()).toEqual([]);
    await someReminders(heron, { quietFrom: 0, quietUntil: 0 });
    await sql("update pgboss.job set start_after = now()");
    expect((await work()).statuses).toEqual(["completed"]);
    expect(server.mails).toHaveLength(1);
  });

  test("the next day, where it was for the evening", async () => {
    await sql("update users set time_zone = 'Pacific/Kiritimati' where id = $1", [heron.id]);
    const away = dayIn("Pacific/Kiritimati", new Date());
    await sql("delete from pgboss.job");
    await someReminders(heron, { eveningHour: hourIn("Pacific/Kiritimati", new Date()) });
    await planReminders();
    // They have moved to where it is the day before.
    await sql("update users set time_zone = 'Pacific/Pago_Pago' where id = $1", [heron.id]);
    expect(dayIn("Pacific/Pago_Pago", new Date()) <= addDays(away, -1)).toBe(true);
    await work();
    expect(server.mails).toEqual([]);
  });
});

describe("an address that a server refuses for good", () => {
  test("gets no more, says so in Settings, and one press tries again", async () => {
    server.mood = "refuses the recipient";
    expect((await work(0)).statuses).toEqual(["failed"]);
    expect(await as(heron, findReminders)).toMatchObject({ refused: null });
    await sql("update pgboss.job set state = 'created'");
    expect((await work(2)).statuses).toEqual(["deadletter"]);
    expect(await as(heron, findReminders)).toMatchObject({ refused: { said: "just now" } });

    server.mood = "well";
    const tomorrow = new Date(Date.now() + 86_400_000);
    await sql("delete from pgboss.job");
    await planReminders(tomorrow);
    expect(await jobs()).toEqual([]);
    expect(await submit(heron, tryMailsAgain, {})).toMatchObject({ status: "done" });
    expect(await as(heron, findReminders)).toMatchObject({ refused: null });
    await planReminders(tomorrow);
    expect(await jobs()).toHaveLength(1);
  });

  test("is one that refused three times, and not once after a server was busy twice", async () => {
    const [job] = await jobs();
    if (!job) throw new Error("nothing is planned");
    let tried = job;
    const tryIt = async (mood: typeof server.mood) => {
      server.mood = mood;
      const [result] = await deliverReminders([tried]);
      tried = { ...tried, retryCount: tried.retryCount + 1, output: result?.output };
      return result?.status;
    };
    for (const mood of ["busy", "busy", "refuses the recipient", "busy", "refuses the recipient"] as const)
      expect(await tryIt(mood)).toBe("failed");
    expect(await as(heron, findReminders)).toMatchObject({ refused: null });
    expect(await tryIt("refuses the recipient")).toBe("deadletter");
    expect(await as(heron, findReminders)).toMatchObject({ refused: { said: "just now" } });
  });

  test("leaves what it refused in the operator's list, who can try it again", async () => {
    const env = { DATABASE_URL: process.env.DATABASE_URL ?? "" };
    server.mood = "refuses the recipient";
    const { given } = await work(2);
    await sql("update pgboss.job set retry_count = retry_limit");
    await boss.fail("remind", given[0]?.id ?? "", { responseCode: 550 });
    const list = () => outcomeOf(["scripts/mail.ts"], root, env);
    expect((await list()).said).toContain("A quiet note from Onward");
    expect((await outcomeOf(["scripts/mail.ts", "again"], root, env)).said).toContain("1 tried again");
    expect((await list()).said).toContain("Every mail has left");
  });

  test("is the same for mails about what waits in a circle", async () => {
    const wren = await aMember({ name: "Wren" });
    await asSystem((db) => queueMail(db, somethingWaits(wren.email, wren.id, "a".repeat(22))));
    server.mood = "refuses the recipient";
    const given = await boss.fetch<{ sealed: string }>("mail", { batchSize: 5, includeMetadata: true });
    await deliverMails(given.map((job) => ({ ...job, output: { refusals: 2 } })));
    expect(await as(wren, findReminders)).toMatchObject({ refused: { said: "just now" } });
  });

  test("is not blamed for what the server has against the mail", async () => {
    server.mood = "refuses the mail";
    expect((await work(2)).statuses).toEqual(["deadletter"]);
    expect(await as(heron, findReminders)).toMatchObject({ refused: null });
  });

  test("may be one that the operator read of in a bounce, later", async () => {
    const env = { DATABASE_URL: process.env.DATABASE_URL ?? "" };
    const { said } = await outcomeOf(["scripts/mail.ts", "bounced", ` ${heron.email} `], root, env);
    expect(said).toContain("Noted.");
    expect(said).not.toContain("@");
    expect(await as(heron, findReminders)).toMatchObject({ refused: { said: "just now" } });
    expect((await work()).statuses).toEqual(["completed"]);
    expect(server.mails).toEqual([]);
    expect((await outcomeOf(["scripts/mail.ts", "bounced", "nobody@example.org"], root, env)).code).toBe(1);
  });
});
