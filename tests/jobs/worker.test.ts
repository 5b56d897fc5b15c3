import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { askForNewPassword } from "@/lib/accounts/actions";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { openBoss } from "@/lib/jobs/boss";
import { UPKEEP } from "@/lib/jobs/upkeep";
import { queueMail } from "@/lib/mail";
import { startFaultProxy } from "../../e2e/faults/fault-proxy.ts";
import { endProcess, isAlive } from "../../scripts/processes.ts";
import { root } from "../../scripts/project.ts";
import { keepWorking, startWorker } from "../../scripts/work.ts";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aMember } from "../factories";
import { submit } from "../people";
import { aFolder, outcomeOf } from "../scripts/process";
import { aMailServer, nobodysUrl } from "./mail-server";

// The worker as it runs for members: a process of its own, on a database of its own.

afterAll(await moveToScratchDatabase());

let server: Awaited<ReturnType<typeof aMailServer>>;
beforeEach(async () => {
  server = await aMailServer();
  const { close } = server;
  onTestFinished(close);
  await sql("delete from pgboss.job");
});

const sql = <T = Record<string, unknown>>(text: string) =>
  connected("admin", (admin) => rows<T>(admin, text));

/** The settings of a worker that sends through this server, and does not wait for it as long as it would for a real one. */
const sendingTo = (url: string) => ({
  DATABASE_URL: process.env.DATABASE_URL ?? "",
  SMTP_URL: `${url}?greetingTimeout=400&socketTimeout=400`,
  LOG_LEVEL: "info",
});

/** What stands between a worker and Postgres, to be broken. */
async function aProxy() {
  const given = new URL(process.env.DATABASE_URL ?? "");
  const proxy = await startFaultProxy();
  onTestFinished(proxy.close);
  proxy.leadTo(Number(given.port));
  given.port = String(proxy.port);
  return { proxy, address: given.href };
}

function aWorker(url: string) {
  const child = startWorker(sendingTo(url), path.join(aFolder(), "worker.log"));
  onTestFinished(() => endProcess(child));
  return child;
}

const ask = (subject = "A new password") =>
  asSystem((db) => queueMail(db, { to: `${freshId()}@example.org`, subject, text: "Hello,\n" }));

type Job = { name: string; state: string; tries: number; pause: number };
const jobs = () =>
  sql<Job>(
    `select name, state, retry_count as tries, extract(epoch from start_after - now())::float as pause
     from pgboss.job where name in ('mail', 'mail-not-sent') and state <> 'completed' order by created_on`,
  );

/** The pauses between tries are over. */
const timePasses = () => sql("update pgboss.job set start_after = now() where state = 'retry'");

/** The mail is tried once more, and waits for its next try. */
async function nextTry(tries: number): Promise<Job> {
  await timePasses();
  await expect.poll(jobs, within).toMatchObject([{ state: "retry", tries }]);
  const [job] = await jobs();
  if (!job) throw new Error("It is gone.");
  return job;
}

const within = { timeout: 30_000 };
vi.setConfig({ testTimeout: 90_000 });

describe("a mail", () => {
  test("leaves once, however many workers there are, and right after the one before it", async () => {
    aWorker(server.url);
    aWorker(server.url);
    await Promise.all(Array.from({ length: 25 }, () => ask()));
    await expect.poll(jobs, within).toEqual([]);
    const ids = server.mails.map((mail) => /^Message-ID: (.+)$/im.exec(mail)?.[1]);
    expect(ids).toHaveLength(25);
    expect(new Set(ids).size).toBe(25);
    const [took] = await sql<{ seconds: number }>(
      "select extract(epoch from max(completed_on) - min(completed_on))::float as seconds from pgboss.job where name = 'mail'",
    );
    expect(took?.seconds).toBeLessThan(3);
  });

  test.each(["busy", "refuses the recipient", "refuses the mail", "says nothing"] as const)(
    "that meets a server which %s is tried again, with longer pauses, and leaves when all is well",
    async (mood) => {
      server.mood = mood;
      await ask();
      aWorker(server.url);
      expect((await nextTry(0)).pause).toBeGreaterThan(25);
      expect((await nextTry(1)).pause).toBeGreaterThan(55);
      expect(server.mails).toEqual([]);

      server.mood = "well";
      await timePasses();
      await expect.poll(jobs, within).toEqual([]);
      expect(server.mails).toHaveLength(1);
    },
  );

  test("whose server is not there is tried again", async () => {
    await ask();
    aWorker(await nobodysUrl());
    expect((await nextTry(0)).pause).toBeGreaterThan(25);
  });

  test("that does not leave at all ends in the operator's list, which names nobody, and can be tried again", async () => {
    server.mood = "refuses the recipient";
    await ask("Please confirm your e-mail address");
    aWorker(server.url);
    // A server that says no for good is not asked for a whole day.
    await nextTry(0);
    await nextTry(1);
    await timePasses();
    await expect
      .poll(jobs, within)
      .toMatchObject([{ name: "mail", state: "failed" }, { name: "mail-not-sent" }]);
    expect(server.asked).toBe(3);

    const { said, code } = await theList();
    expect(code).toBe(0);
    expect(said).toMatch(/Please confirm your e-mail address.*\b3\b.*550 EENVELOPE to RCPT/);
    expect(said).not.toContain("example.org");

    server.mood = "well";
    expect((await theList("again")).said).toContain("1 tried again");
    await expect.poll(() => server.mails.length, within).toBe(1);
    expect((await theList()).said).toContain("Every mail has left");
  });

  test("is tried thirteen times where the server is only busy", async () => {
    server.mood = "busy";
    await ask();
    aWorker(server.url);
    await nextTry(0);
    await sql("update pgboss.job set retry_count = 11");
    await timePasses();
    await expect
      .poll(jobs, within)
      .toMatchObject([{ state: "failed", tries: 12 }, { name: "mail-not-sent" }]);
    expect((await theList()).said).toMatch(/A new password.*\b13\b.*451/);
  });

  test("that a killed worker had begun is sent by the next one, once", async () => {
    server.mood = "says nothing";
    await ask();
    const patient = { ...sendingTo(server.url), SMTP_URL: server.url };
    const killed = startWorker(patient, path.join(aFolder(), "worker.log"));
    onTestFinished(() => endProcess(killed));
    await expect.poll(() => server.asked, within).toBe(1);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    expect(await jobs()).toMatchObject([{ state: "active" }]);

    server.mood = "well";
    aWorker(server.url);
    // Nothing has been heard of it for half a minute, and the next look at the queues finds that.
    await sql("update pgboss.job set heartbeat_on = now() - interval '31 seconds'");
    const { boss, close } = openBoss();
    await boss.supervise();
    await close();
    await timePasses();
    await expect.poll(jobs, within).toEqual([]);
    expect(server.mails).toHaveLength(1);
  });

  test("is finished by a worker that is asked to stop", async () => {
    server.mood = "says nothing";
    await ask();
    const worker = startWorker(
      { ...sendingTo(server.url), SMTP_URL: server.url },
      path.join(aFolder(), "log"),
    );
    onTestFinished(() => endProcess(worker));
    await expect.poll(() => server.asked, within).toBe(1);
    worker.kill("SIGTERM");
    server.goOn();
    await once(worker, "exit");
    expect(worker.exitCode).toBe(0);
    expect(await jobs()).toEqual([]);
    expect(server.mails).toHaveLength(1);
  });
});

const theList = (...args: string[]) =>
  outcomeOf(["scripts/mail.ts", ...args], root, { DATABASE_URL: process.env.DATABASE_URL ?? "" });

test("a mail server that hangs slows no request down, and each mail leaves in the end, once", async () => {
  const addresses: string[] = [];
  const timed = async () => {
    const { email } = await aMember();
    addresses.push(email);
    const began = performance.now();
    const sent = await submit(null, askForNewPassword, { email });
    const took = performance.now() - began;
    expect(sent).toMatchObject({ status: "done" });
    return took;
  };
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  aWorker(server.url);
  await timed();
  const [usual, hanging]: [number[], number[]] = [[], []];
  // In turns, so that whatever else this machine does falls on both.
  for (let n = 0; n < 20; n++) {
    server.mood = "well";
    usual.push(await timed());
    server.mood = "says nothing";
    hanging.push(await timed());
  }
  await expect.poll(() => server.asked, within).toBeGreaterThan(0);
  expect(median(hanging) - median(usual)).toBeLessThan(50);

  server.mood = "well";
  const left = async () => {
    await timePasses();
    return sql("select name from pgboss.job where name in ('reset', 'mail') and state <> 'completed'");
  };
  await expect.poll(left, within).toEqual([]);
  const arrived = server.mails.map((mail) => /^To: (.+)$/im.exec(mail)?.[1]?.trim());
  expect(arrived.toSorted()).toEqual(addresses.toSorted());
});

test("a worker goes on by itself after Postgres was silent, and lives through a connection that is cut", async () => {
  const { proxy, address } = await aProxy();
  const log = path.join(aFolder(), "worker.log");
  const worker = startWorker({ ...sendingTo(server.url), DATABASE_URL: address }, log);
  onTestFinished(() => endProcess(worker));
  await ask();
  await expect.poll(() => server.mails.length, within).toBe(1);

  await proxy.bring({ slow: 500 });
  const midWay = () =>
    sql("select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
  await expect.poll(async () => (await midWay()).length, { ...within, interval: 20 }).toBeGreaterThan(0);
  await proxy.bring("refused");
  await proxy.bring("none");
  await ask();
  await expect.poll(() => server.mails.length, within).toBe(2);

  await proxy.bring("half-open");
  await ask();
  await expect.poll(() => server.mails.length, { timeout: 60_000 }).toBe(3);
  expect(worker.exitCode).toBeNull();
});

test("what is done by the clock is done one after the other, however much of it has come together", async () => {
  const { boss, close } = openBoss();
  for (const what of Object.keys(UPKEEP)) await boss.send("upkeep", { what });
  await close();
  aWorker(server.url);
  const left = () =>
    sql(
      "select data ->> 'what' as what, state from pgboss.job where name = 'upkeep' and state <> 'completed'",
    );
  await expect.poll(left, within).toEqual([]);
});

test("a worker that is killed is started again, and stops when it is told to", async () => {
  const log = path.join(aFolder(), "worker.log");
  const working = keepWorking(sendingTo(server.url), { log });
  onTestFinished(working.stop);
  const pids = () =>
    [
      ...readFileSync(log, { encoding: "utf8", flag: "a+" }).matchAll(/"pid":(\d+).*the worker is ready/g),
    ].map(([, pid]) => Number(pid));
  await expect.poll(pids, within).toHaveLength(1);
  process.kill(pids()[0] ?? 0, "SIGKILL");
  await expect.poll(pids, within).toHaveLength(2);
  await working.stop();
  expect(isAlive(pids()[1] ?? 0)).toBe(false);
});
