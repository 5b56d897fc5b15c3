import "server-only";
import type { JobResult, JobWithMetadata } from "pg-boss";
import { isFlood } from "@/lib/limits";
import { log } from "@/lib/log";
import { codesOf, deliver, type Mail } from "@/lib/mail";
import { about } from "@/lib/queue";

/**
 * A mail that does not leave is tried again, with longer and longer pauses. One that a server refuses for
 * good (5xx for its sender, recipient or content) is tried twice more, in case somebody mends a setting, and
 * not for a day: servers hold that against whoever sends. What is left then waits for the operator.
 */
export async function deliverMails(jobs: JobWithMetadata<{ sealed: string }>[]): Promise<JobResult[]> {
  return Promise.all(
    jobs.map(async ({ id, data, createdOn, retryCount, sourceRootId }): Promise<JobResult> => {
      try {
        const mail = about("mail", data) as Mail;
        // Counted once, not for each try. Whoever floods a mailbox learns nothing of it, and neither do we whose it is.
        const isFresh = !mail.counted && retryCount === 0 && !sourceRootId;
        if (isFresh && (await isFlood("mail", `${mail.subject} ${mail.to}`))) {
          log.warn({ job: id }, "a mail was dropped: its address has had many of its kind within the hour");
          return { id, status: "completed" };
        }
        await deliver(mail, { id: sourceRootId ?? id, queuedAt: createdOn });
        return { id, status: "completed" };
      } catch (error) {
        const codes = codesOf(error);
        log.warn({ job: id, tried: retryCount + 1, ...codes }, "a mail did not leave");
        const refused = codes.code === "EENVELOPE" || codes.code === "EMESSAGE";
        const isFinal = refused && (codes.responseCode ?? 0) >= 500 && retryCount >= 2;
        return { id, status: isFinal ? "deadletter" : "failed", output: codes };
      }
    }),
  );
}
