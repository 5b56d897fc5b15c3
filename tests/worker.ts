import type { JobResult } from "pg-boss";
import { openBoss } from "@/lib/jobs/boss";
import { deliverMails } from "@/lib/jobs/deliver-mails";
import { mailResets } from "@/lib/jobs/mail-resets";
import { connected, rows } from "./database/connect";

/*
 * The worker, in the test's own process and at its own time. All tests share one database: one does what another
 * has queued, and then each waits for what the others are still doing.
 */

const { boss } = openBoss();

/** Does what is queued now, and what comes of it. What fails waits for its next try, as it would anywhere. */
export async function doJobs(): Promise<void> {
  await drain("reset", mailResets);
  await drain("mail", deliverMails);
}

type Jobs = Parameters<typeof deliverMails>[0];

async function drain(queue: string, work: (jobs: Jobs) => Promise<JobResult[]>): Promise<void> {
  for (;;) {
    const jobs = await boss.fetch<{ sealed: string }>(queue, { batchSize: 20, includeMetadata: true });
    if (jobs.length === 0) break;
    for (const { id, status, output } of await work(jobs)) {
      if (status === "completed") await boss.complete(queue, id);
      else await boss.fail(queue, id, output);
    }
  }
  const active = await listActive(queue);
  const deadline = Date.now() + 10_000;
  while ((await listActive(queue)).some((id) => active.includes(id))) {
    if (Date.now() > deadline) throw new Error(`Jobs in the queue "${queue}" do not end.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const listActive = (queue: string) =>
  connected("admin", async (admin) => {
    const sql = "select id from pgboss.job where name = $1 and state = 'active'";
    return (await rows<{ id: string }>(admin, sql, [queue])).map(({ id }) => id);
  });
