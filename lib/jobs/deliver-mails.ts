import "server-only";
import type { JobResult, JobWithMetadata } from "pg-boss";
import { isFlood } from "@/lib/limits";
import { log } from "@/lib/log";
import { codesOf, deliver, isRefusedAddress, type Mail } from "@/lib/mail";
import { about } from "@/lib/queue";
import { deriveSecret } from "@/lib/vault";

/** A job of a queue of mails. */
export type MailJob = JobWithMetadata<{ sealed: string }>;

/**
 * A mail that does not leave is tried again, with longer and longer pauses. One that a server refuses for
 * good (5xx for its sender, recipient or content) is tried twice more, in case somebody mends a setting, and
 * not for a day: servers hold that against whoever sends. A server that was away, or busy, refused nothing. What is
 * left then waits for the operator.
 *
 * What waits here is finished, and leaves for the address that it was caused by, whatever became of the account since: a
 * link is for whoever asked for it there, and that an address was changed is told to the one of before. What a member asks
 * for in Settings is looked up as it leaves instead (lib/jobs/deliver-reminders.ts).
 */
export async function deliverMails(jobs: MailJob[]): Promise<JobResult[]> {
  return Promise.all(
    jobs.map((job) =>
      attempt(job, {
        write: () => open(job),
        leave: async (mail) => {
          await send(job, mail);
          return true;
        },
      }),
    ),
  );
}

/** The mail that waits in a job; null where it is not to leave. */
async function open(job: MailJob): Promise<Mail | null> {
  const mail = about("mail", job.data) as Mail & { asked?: unknown };
  // The version before put mails that something waits here, finished. Whether they are still wanted is not known.
  if (mail.asked) return null;
  // Counted once, not for each try. Whoever floods a mailbox learns nothing of it, and neither do we whose it is.
  const isFresh = !mail.counted && job.retryCount === 0 && !job.sourceRootId;
  if (!isFresh || !(await isFlood("mail", `${mail.subject} ${mail.to}`))) return mail;
  log.warn({ job: job.id }, "a mail was dropped: its address has had many of its kind within the hour");
  return null;
}

/** Under the same name however often it is tried. */
export const send = (
  { id, createdOn, sourceRootId }: MailJob,
  mail: Mail,
  leaving?: () => Promise<void>,
): Promise<void> => deliver(mail, { id: sourceRootId ?? id, queuedAt: createdOn }, leaving);

/** So often a mail is refused for good. */
const REFUSALS = 3;

/** What a try leaves in the queue for the next one: how often the mail was refused, and a sign of whose address it was for. */
type Tried = { refusals?: number; of?: string };

/** Tells one address from another where neither may be read, as in the queue. */
const signOf = (address: string): string =>
  deriveSecret("refusals", address).subarray(0, 6).toString("base64url");

type Way = {
  /** The mail, as of now; null where there is none to send any more. */
  write: () => Promise<Mail | null>;
  /** Sends it; false where it was not to leave any more by then, and is to be written anew. */
  leave: (mail: Mail) => Promise<boolean>;
  /** Is told that its address takes none. */
  refused?: (mail: Mail) => Promise<unknown>;
};

/** Has a mail leave, and says what becomes of its job. */
export async function attempt(job: MailJob, { write, leave, refused }: Way): Promise<JobResult> {
  const { id, retryCount } = job;
  let mail: Mail | null = null;
  try {
    do mail = await write();
    while (mail && !(await leave(mail)));
    return { id, status: "completed" };
  } catch (error) {
    const codes = codesOf(error);
    log.warn({ job: id, tried: retryCount + 1, ...codes }, "a mail did not leave");
    const isRefused =
      (codes.code === "EENVELOPE" || codes.code === "EMESSAGE") && (codes.responseCode ?? 0) >= 500;
    const tried = (job.output ?? {}) as Tried;
    const of = mail ? signOf(mail.to) : tried.of;
    // What another address refused, which was theirs until lately, is none of this one's.
    const before = tried.of === undefined || tried.of === of ? (tried.refusals ?? 0) : 0;
    const refusals = before + (isRefused ? 1 : 0);
    const isFinal = isRefused && refusals >= REFUSALS;
    if (isFinal && mail && isRefusedAddress(error)) await refused?.(mail);
    return {
      id,
      status: isFinal ? "deadletter" : "failed",
      output: { ...codes, refusals, ...(of && { of }) },
    };
  }
}
