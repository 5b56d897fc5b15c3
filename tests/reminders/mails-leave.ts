import path from "node:path";
import { afterAll, beforeEach, onTestFinished } from "vitest";
import { prisma } from "@/lib/db";
import { openBoss } from "@/lib/jobs/boss";
import { deliverReminders } from "@/lib/jobs/deliver-reminders";
import { endProcess } from "../../scripts/processes.ts";
import { startWorker } from "../../scripts/work.ts";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aMailServer } from "../jobs/mail-server";
import { aFolder } from "../scripts/process";

export type Jobs = Parameters<typeof deliverReminders>[0];

/**
 * A database of this test file's own in which the worker's work is done by hand, and a mail server of its own. Nothing
 * waits there when a test begins.
 *
 * @param patience how long a server may take to answer, in milliseconds.
 * @param folder where mails are written instead, as without a server.
 */
export async function whereMailsLeave({
  patience = 30_000,
  folder,
}: {
  patience?: number;
  folder?: string;
} = {}) {
  const end = await moveToScratchDatabase();
  const server = await aMailServer();
  process.env.SMTP_URL = folder ? "" : `${server.url}?socketTimeout=${patience}`;
  if (folder) process.env.ONWARD_MAIL_DIR = folder;
  const { boss, close } = openBoss();
  afterAll(async () => {
    await close();
    await prisma().$disconnect();
    await server.close();
    await end();
  });

  const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    connected("admin", (admin) => rows<T>(admin, text, values));
  beforeEach(async () => {
    for (const table of ["pgboss.job", "reminder_settings", "reminders", "nudges"])
      await sql(`delete from ${table}`);
    server.mood = "well";
    server.mails.length = 0;
  });

  /** What waits, as a worker is given it; it says nothing of what became of it. */
  const jobs = (queue: "remind" | "mail" = "remind"): Promise<Jobs> =>
    boss.fetch(queue, { batchSize: 20, includeMetadata: true });
  const work = async (refusals = 0) => {
    const given = (await jobs()).map((job) => ({ ...job, retryCount: refusals, output: { refusals } }));
    const results = await deliverReminders(given);
    return { given, statuses: results.map(({ status }) => status) };
  };

  /** A worker that sends through this server, as it runs for members. */
  const aWorker = () => {
    const env = { DATABASE_URL: process.env.DATABASE_URL ?? "", SMTP_URL: server.url, LOG_LEVEL: "info" };
    const child = startWorker(env, path.join(aFolder(), "worker.log"));
    onTestFinished(async () => {
      child.kill("SIGCONT");
      await endProcess(child);
    });
    return child;
  };
  /** Nothing was heard of a worker for half a minute, and what it was doing is given to the next one. */
  const missWorker = async () => {
    await sql("update pgboss.job set heartbeat_on = now() - interval '31 seconds'");
    // It looks once a minute.
    await sql("update pgboss.queue set monitor_claim_on = null, monitor_on = null, maintain_on = null");
    await boss.supervise();
  };
  /** The pauses between tries, and until what waits may leave, are over. */
  const timePasses = () =>
    sql("update pgboss.job set start_after = now() where state in ('created', 'retry')");
  /** To whom mails went. */
  const addresses = () => server.mails.map((mail) => /^To: (.+)$/im.exec(mail)?.[1]?.trim());

  return { server, boss, sql, jobs, work, aWorker, missWorker, timePasses, addresses };
}

/** Where it is this hour now. */
export function zoneAt(hour: number): string {
  const offset = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}
