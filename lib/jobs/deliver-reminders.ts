import "server-only";
import type { JobResult } from "pg-boss";
import { columnOf } from "@/lib/dates";
import { asSystem, type Db } from "@/lib/db";
import { attempt, type MailJob, send } from "@/lib/jobs/deliver-mails";
import { log } from "@/lib/log";
import { codesOf, type Mail } from "@/lib/mail";
import { about, enqueueFor } from "@/lib/queue";
import { duePart, eveningParts, letterTo, QUIET_SUBJECT, weekParts } from "@/lib/reminders/letters";
import { endOfQuiet, hourOf, mayLeave, type PlannedKind, type QUIET, type Week } from "@/lib/reminders/rules";
import { keepUnsubscribeCode } from "@/lib/reminders/secret";

/** What waits in the queue: whose, of which kind, for which day, and the numbers in it. Never an address. */
export type Planned = { userId: string; day: string } & (
  | { kind: "evening" }
  | { kind: "digest"; week: Week }
  | { kind: "follow_ups"; due: number }
);

/**
 * Has what was planned leave, to who still wants it by now, at most once. That it leaves is written down when a server
 * is ready for it and before it has a word, and taken back where the server then says no: so a job that comes once more
 * knows, wherever the one before it ended, and leaves alone what may have left. A note that is missed now and then is
 * better than one that comes twice.
 */
export async function deliverReminders(jobs: MailJob[]): Promise<JobResult[]> {
  return Promise.all(
    jobs.map((job) => {
      const planned = about("remind", job.data) as Planned;
      return attempt(
        job,
        async () => {
          const mail = await asSystem((db) => write(db, planned, new Date()));
          if (mail) await leave(job, planned, mail);
          return "completed";
        },
        planned.userId,
      );
    }),
  );
}

async function leave(job: MailJob, { userId, kind, day }: Planned, mail: Mail): Promise<void> {
  const note = (data: { leavingAt?: Date | null; sentAt?: Date }) =>
    asSystem((db) => db.reminder.updateMany({ where: { userId, kind, day: columnOf(day) }, data }));
  let mayHaveLeft = false;
  try {
    await send(job, mail, async () => {
      await note({ leavingAt: new Date() });
      mayHaveLeft = true;
    });
  } catch (error) {
    const codes = codesOf(error);
    if (mayHaveLeft && codes.responseCode === undefined) {
      log.warn({ job: job.id, ...codes }, "whether a mail left is not known; it is not sent again");
      return;
    }
    if (mayHaveLeft) await note({ leavingAt: null });
    throw error;
  }
  await note({ sentAt: new Date() });
}

/** The mail, where it may leave now. In quiet hours it is put back until they are over, which is no try of it. */
async function write(db: Db, planned: Planned, now: Date): Promise<Mail | null> {
  const { userId, kind, day } = planned;
  const [reader] = await db.$queryRaw<Reader[]>`
    select u.email, u.time_zone as "timeZone", s.evening_hour as "eveningHour", s.digest_hour as "digestHour",
           s.follow_up_hour as "followUpHour", s.quiet_from as "quietFrom", s.quiet_until as "quietUntil"
    from reminders r join users u on u.id = r.user_id join reminder_settings s on s.user_id = r.user_id
    where r.user_id = ${userId}::uuid and r.kind = ${kind}::reminder_kind and r.day = ${day}::date
      and r.leaving_at is null and r.sent_at is null and not app.takes_no_reminders(u, s)`;
  if (!reader || reader[hourOf[kind]] === null) return null;
  const when = mayLeave(planned, reader, now);
  if (when === "later") await enqueueFor(db, endOfQuiet(reader, now), "remind", planned, QUIET_SUBJECT);
  if (when !== "now") return null;
  const code = await keepUnsubscribeCode(db, { userId, kind });
  return letterTo({ to: reader.email, userId, code }, partsOf(planned));
}

type Reader = Record<(typeof hourOf)[PlannedKind], number | null> &
  typeof QUIET & { email: string; timeZone: string };

function partsOf(planned: Planned) {
  if (planned.kind === "evening") return eveningParts;
  return planned.kind === "digest" ? weekParts(planned.week) : duePart(planned.due);
}
