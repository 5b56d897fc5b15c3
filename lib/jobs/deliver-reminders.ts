import "server-only";
import type { JobResult } from "pg-boss";
import { columnOf } from "@/lib/dates";
import { asSystem, type Db } from "@/lib/db";
import { attempt, type MailJob, send } from "@/lib/jobs/deliver-mails";
import type { Mail } from "@/lib/mail";
import { about } from "@/lib/queue";
import { duePart, eveningParts, letterTo, weekParts } from "@/lib/reminders/letters";
import { hourOf, mayLeave, type PlannedKind, type QUIET, type Week } from "@/lib/reminders/rules";
import { keepUnsubscribeCode } from "@/lib/reminders/secret";

/** What waits in the queue: whose, of which kind, for which day, and the numbers in it. Never an address. */
export type Planned = { userId: string; day: string } & (
  | { kind: "evening" }
  | { kind: "digest"; week: Week }
  | { kind: "follow_ups"; due: number }
);

/**
 * Has what was planned leave, to who still wants it by now. That it left is written down as soon as a server has it, and
 * a job that comes once more finds that.
 */
export async function deliverReminders(jobs: MailJob[]): Promise<JobResult[]> {
  return Promise.all(
    jobs.map((job) => {
      const planned = about("remind", job.data) as Planned;
      return attempt(
        job,
        async () => {
          const mail = await asSystem((db) => write(db, planned, new Date()));
          if (mail === "later") return "failed";
          if (mail === "never") return "completed";
          await send(job, mail);
          const { userId, kind, day } = planned;
          await asSystem((db) =>
            db.reminder.updateMany({
              where: { userId, kind, day: columnOf(day) },
              data: { sentAt: new Date() },
            }),
          );
          return "completed";
        },
        planned.userId,
      );
    }),
  );
}

async function write(db: Db, planned: Planned, now: Date): Promise<Mail | "later" | "never"> {
  const { userId, kind, day } = planned;
  const [reader] = await db.$queryRaw<Reader[]>`
    select u.email, u.time_zone as "timeZone", s.evening_hour as "eveningHour", s.digest_hour as "digestHour",
           s.follow_up_hour as "followUpHour", s.quiet_from as "quietFrom", s.quiet_until as "quietUntil"
    from reminders r join users u on u.id = r.user_id join reminder_settings s on s.user_id = r.user_id
    where r.user_id = ${userId}::uuid and r.kind = ${kind}::reminder_kind and r.day = ${day}::date
      and r.sent_at is null and not app.takes_no_reminders(u, s)`;
  if (!reader || reader[hourOf[kind]] === null) return "never";
  const when = mayLeave(planned, reader, now);
  if (when !== "now") return when;
  const code = await keepUnsubscribeCode(db, { userId, kind });
  return letterTo({ to: reader.email, userId, code }, partsOf(planned));
}

type Reader = Record<(typeof hourOf)[PlannedKind], number | null> &
  typeof QUIET & { email: string; timeZone: string };

function partsOf(planned: Planned) {
  if (planned.kind === "evening") return eveningParts;
  return planned.kind === "digest" ? weekParts(planned.week) : duePart(planned.due);
}
