import "server-only";
import type { JobResult, JobWithMetadata } from "pg-boss";
import { asSystem } from "@/lib/db";
import { isFlood } from "@/lib/limits";
import { log } from "@/lib/log";
import { codesOf, deliver, isRefusedAddress, type Mail } from "@/lib/mail";
import { about } from "@/lib/queue";

/** A job of a queue of mails. */
export type MailJob = JobWithMetadata<{ sealed: string }>;

/**
 * A mail that does not leave is tried again, with longer and longer pauses. One that a server refuses for
 * good (5xx for its sender, recipient or content) is tried twice more, in case somebody mends a setting, and
 * not for a day: servers hold that against whoever sends. A server that was away, or busy, refused nothing. What is
 * left then waits for the operator. An address that refuses what its member asked for in Settings gets no more of it.
 */
export async function deliverMails(jobs: MailJob[]): Promise<JobResult[]> {
  return Promise.all(
    jobs.map((job) => {
      const mail = about("mail", job.data) as Mail;
      return attempt(
        job,
        async () => {
          // Counted once, not for each try. Whoever floods a mailbox learns nothing of it, and neither do we whose it
          // is.
          const isFresh = !mail.counted && job.retryCount === 0 && !job.sourceRootId;
          if (isFresh && (await isFlood("mail", `${mail.subject} ${mail.to}`))) {
            log.warn(
              { job: job.id },
              "a mail was dropped: its address has had many of its kind within the hour",
            );
            return "completed";
          }
          await send(job, mail);
          return "completed";
        },
        mail.asked?.userId,
      );
    }),
  );
}

/** Under the same name however often it is tried. */
export const send = (
  { id, createdOn, sourceRootId }: MailJob,
  mail: Mail,
  leaving?: () => Promise<void>,
): Promise<void> => deliver(mail, { id: sourceRootId ?? id, queuedAt: createdOn }, leaving);

/** So often a mail is refused for good. */
const REFUSALS = 3;

/**
 * Has a mail leave, and says what becomes of its job.
 *
 * @param asked who asked for it in Settings, if that is why it is sent.
 */
export async function attempt(
  { id, retryCount, output }: MailJob,
  leave: () => Promise<"completed">,
  asked?: string,
): Promise<JobResult> {
  try {
    return { id, status: await leave() };
  } catch (error) {
    const codes = codesOf(error);
    log.warn({ job: id, tried: retryCount + 1, ...codes }, "a mail did not leave");
    const isRefused =
      (codes.code === "EENVELOPE" || codes.code === "EMESSAGE") && (codes.responseCode ?? 0) >= 500;
    // As the tries before have left it in the queue.
    const { refusals: before = 0 } = (output ?? {}) as { refusals?: number };
    const refusals = before + (isRefused ? 1 : 0);
    const isFinal = isRefused && refusals >= REFUSALS;
    if (isFinal && asked && isRefusedAddress(error)) await noteRefused(asked);
    return { id, status: isFinal ? "deadletter" : "failed", output: { ...codes, refusals } };
  }
}

/** Whoever has no row yet is asked about nudges alone. Somebody who is gone meanwhile has none either. */
const noteRefused = (userId: string): Promise<unknown> =>
  asSystem(
    (db) => db.$executeRaw`
      insert into reminder_settings (user_id, refused_at)
      select id, now() from users where id = ${userId}::uuid
      on conflict (user_id) do update set refused_at = now()`,
  );
