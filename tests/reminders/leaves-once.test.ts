import { beforeEach, expect, test, vi } from "vitest";
import { hourIn } from "@/lib/dates";
import { deliverReminders } from "@/lib/jobs/deliver-reminders";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { connected } from "../database/connect";
import { someWait } from "../database/locks";
import { aMember, type Member } from "../factories";
import { someReminders } from "../factories-of-reminders";
import { whereMailsLeave } from "./mails-leave";

const { server, sql, jobs, aWorker, missWorker, timePasses } = await whereMailsLeave();
vi.setConfig({ testTimeout: 200_000 });
const within = { timeout: 60_000 };

const hour = () => hourIn("UTC", new Date());

let heron: Member;
beforeEach(async () => {
  heron = await aMember({ name: "Heron", timeZone: "UTC" });
  await someReminders(heron, { eveningHour: hour(), quietFrom: 0, quietUntil: 0 });
  await planReminders();
});

const done = [{ status: "completed" }];

test("two jobs of one reminder that meet at a server that takes its time send one mail", async () => {
  const given = await jobs();
  server.mood = "says nothing";
  const asked = server.asked;
  const both = [deliverReminders(given), deliverReminders(given)];
  await expect.poll(() => server.asked, within).toBe(asked + 2);
  server.mood = "well";
  server.goOn();
  expect(await Promise.all(both)).toMatchObject([done, done]);
  expect(server.mails).toHaveLength(1);
});

test("two jobs of one reminder that write down that it leaves at the same moment send one mail", async () => {
  const given = await jobs();
  await connected("admin", async (admin) => {
    await admin.query("begin");
    await admin.query("select from reminders for update");
    const both = [deliverReminders(given), deliverReminders(given)];
    await someWait(2);
    await admin.query("commit");
    expect(await Promise.all(both)).toMatchObject([done, done]);
  });
  expect(server.mails).toHaveLength(1);
});

test("a mail that a server was ready for and then refused is free for whoever comes next", async () => {
  const given = await jobs();
  server.mood = "refuses the mail";
  expect(await deliverReminders(given)).toMatchObject([{ status: "failed" }]);
  server.mood = "well";
  expect(await Promise.all([deliverReminders(given), deliverReminders(given)])).toMatchObject([done, done]);
  expect(server.mails).toHaveLength(1);
});

test("a worker that stood still, and whose mail another one sent meanwhile, sends none when it goes on", async () => {
  server.mood = "says nothing";
  const asked = server.asked;
  const first = aWorker();
  await expect.poll(() => server.asked, within).toBe(asked + 1);
  first.kill("SIGSTOP");
  server.mood = "well";
  aWorker();
  await missWorker();
  const sent = async () => {
    await timePasses();
    return server.mails.length;
  };
  await expect.poll(sent, within).toBe(1);

  // The first one is told only now that its server takes the mail.
  server.goOn();
  first.kill("SIGCONT");
  await expect.poll(() => server.open, within).toBe(0);
  expect(server.mails).toHaveLength(1);
});

test("a job that meets quiet hours twice is put back once, and once more by the one that was put back", async () => {
  await someReminders(heron, { quietFrom: hour(), quietUntil: (hour() + 1) % 24 });
  const waiting = () => sql("select start_after from pgboss.job where name = 'remind' and state = 'created'");
  const given = await jobs();
  expect(await deliverReminders(given)).toMatchObject(done);
  expect(await waiting()).toHaveLength(1);
  // The worker ended before it could say so.
  await Promise.all([deliverReminders(given), deliverReminders(given)]);
  expect(await waiting()).toHaveLength(1);

  await timePasses();
  const again = await jobs();
  expect(await waiting()).toEqual([]);
  await deliverReminders(again);
  expect(await waiting()).toHaveLength(1);
  expect(server.mails).toEqual([]);
});

test("of two jobs that the version before put back, one sends the mail", async () => {
  const given = await jobs();
  const another = given.map((job) => ({ ...job, id: crypto.randomUUID() }));
  await Promise.all([deliverReminders(given), deliverReminders(another)]);
  expect(server.mails).toHaveLength(1);
});
