import "server-only";
import type { JobResult, JobWithMetadata } from "pg-boss";
import { openBoss } from "@/lib/jobs/boss";
import { deliverMails } from "@/lib/jobs/deliver-mails";
import { deliverReminders } from "@/lib/jobs/deliver-reminders";
import { findCirclesFor } from "@/lib/jobs/find-circles";
import { mailResets } from "@/lib/jobs/mail-resets";
import { UPKEEP } from "@/lib/jobs/upkeep";

/** Works on the queues until it is stopped. Stopping finishes what is being done. */
export async function startWork(): Promise<{ stop: () => Promise<void> }> {
  const { boss, close } = openBoss({ works: true });
  await boss.start({ attempts: 10 });

  /** Works on a queue job by job, without a pause while there is any; when there is none, looks once a second. */
  const workThrough = async (
    queue: string,
    work: (jobs: JobWithMetadata<{ sealed: string }>[]) => Promise<JobResult[]>,
  ) => {
    const how = { pollingIntervalSeconds: 1, includeMetadata: true, perJobResults: true } as const;
    const worker = await boss.work(queue, how, (jobs: JobWithMetadata<{ sealed: string }>[]) => {
      // It goes on by itself only from one full batch of several to the next.
      boss.notifyWorker(worker);
      return work(jobs);
    });
  };
  // Two at a time, so that one slow answer does not hold up the other mails.
  await workThrough("mail", deliverMails);
  await workThrough("mail", deliverMails);
  await workThrough("remind", deliverReminders);
  await workThrough("remind", deliverReminders);
  await workThrough("reset", mailResets);
  // Many who arrive at once are looked at together.
  const together = { pollingIntervalSeconds: 1, batchSize: 100, perJobResults: true } as const;
  await boss.work("match", together, findCirclesFor);
  // Some seventy jobs an hour, of which several come in the same minute: it looks once a minute, and then does all there are.
  const upkeep = await boss.work<{ what: string }>("upkeep", { pollingIntervalSeconds: 60 }, async (jobs) => {
    boss.notifyWorker(upkeep);
    for (const { data } of jobs) if (Object.hasOwn(UPKEEP, data.what)) await UPKEEP[data.what]?.work();
  });
  for (const [what, { when }] of Object.entries(UPKEEP)) {
    await boss.schedule("upkeep", when, { what }, { key: what, missed: "once" });
  }
  return {
    stop: async () => {
      await boss.stop({ timeout: 10_000 });
      await close();
    },
  };
}
