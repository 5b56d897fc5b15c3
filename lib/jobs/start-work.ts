import "server-only";
import { openBoss } from "@/lib/jobs/boss";
import { deliverMails } from "@/lib/jobs/deliver-mails";
import { mailResets } from "@/lib/jobs/mail-resets";
import { UPKEEP } from "@/lib/jobs/upkeep";

/** Works on the queues until it is stopped. Stopping finishes what is being done. */
export async function startWork(): Promise<{ stop: () => Promise<void> }> {
  const { boss, close } = openBoss({ works: true });
  await boss.start({ attempts: 10 });

  // Two at a time, so that one slow answer does not hold up the other mails.
  const mail = { pollingIntervalSeconds: 1, localConcurrency: 2, burstWhenBatchFull: true } as const;
  await boss.work("mail", { ...mail, includeMetadata: true, perJobResults: true }, deliverMails);
  await boss.work("reset", { pollingIntervalSeconds: 1, burstWhenBatchFull: true }, mailResets);
  await boss.work<{ what: string }>("upkeep", { pollingIntervalSeconds: 60 }, async (jobs) => {
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
