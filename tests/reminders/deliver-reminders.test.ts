import { once } from "node:events";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { addDays, dayIn, hourIn } from "@/lib/dates";
import { deliverReminders } from "@/lib/jobs/deliver-reminders";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { aMember, type Member } from "../factories";
import { anUnsubscribeCode, someReminders } from "../factories-of-reminders";
import { whereMailsLeave } from "./mails-leave";

const { server, sql, jobs, work, aWorker, missWorker, timePasses } = await whereMailsLeave({
  patience: 2000,
});
vi.setConfig({ testTimeout: 200_000 });
const within = { timeout: 60_000 };

let heron: Member;
beforeEach(async () => {
  heron = await aMember({ name: "Heron", timeZone: "UTC" });
  await someReminders(heron, { eveningHour: hourIn("UTC", new Date()), quietFrom: 0, quietUntil: 0 });
  await planReminders();
});

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
  const killed = aWorker();
  const [asked, had] = [server.asked, mood === "says nothing" ? 0 : 1];
  await expect.poll(() => server.asked, within).toBeGreaterThan(asked);
  await expect.poll(() => server.mails.length, within).toBe(had);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  expect(await sql("select state from pgboss.job where name = 'remind'")).toEqual([{ state: "active" }]);

  server.mood = "well";
  aWorker();
  await missWorker();
  await expect
    .poll(async () => {
      await timePasses();
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
