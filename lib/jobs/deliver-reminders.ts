import "server-only";
import type { JobResult } from "pg-boss";
import { columnOf } from "@/lib/dates";
import { asSystem, type Db } from "@/lib/db";
import { attempt, type MailJob, send } from "@/lib/jobs/deliver-mails";
import { log } from "@/lib/log";
import { codesOf, type Mail, mayHaveLeft } from "@/lib/mail";
import { about, enqueueFor } from "@/lib/queue";
import { duePart, eveningParts, letterTo, subjectOf, waitsParts, weekParts } from "@/lib/reminders/letters";
import { endOfQuiet, mayLeave, QUIET, type Quiet, type Week } from "@/lib/reminders/rules";
import { keepUnsubscribeCode } from "@/lib/reminders/secret";

/** What waits in the queue: whose, of which kind, for which day, and the numbers in it. Never an address. */
export type Planned = { userId: string; day: string } & (
  | { kind: "evening" | "nudges" }
  | { kind: "digest"; week: Week }
  | { kind: "follow_ups"; due: number }
);

/**
 * Has what was planned leave, to who still wants it by now, at most once. That it leaves is written down when a server is
 * ready for it and before it has a word, by one who finds that nobody else did, and taken back where the server then says
 * no: so a job that comes once more, or beside another, knows, wherever that one ended or stands, and leaves alone what
 * may have left. A note that is missed now and then is better than one that comes twice.
 */
export async function deliverReminders(jobs: MailJob[]): Promise<JobResult[]> {
  return Promise.all(
    jobs.map((job) => {
      const planned = about("remind", job.data) as Planned;
      return attempt(job, {
        write: () => asSystem((db) => write(db, planned, new Date())),
        leave: (mail) => leave(job, planned, mail),
        refused: ({ to }) => noteRefused(planned.userId, to),
      });
    }),
  );
}

const keyOf = ({ userId, kind, day }: Planned) => ({ userId, kind, day: columnOf(day) });

async function leave(job: MailJob, planned: Planned, mail: Mail): Promise<boolean> {
  const note = (data: { leavingAt: null } | { sentAt: Date }) =>
    asSystem((db) => db.reminder.updateMany({ where: keyOf(planned), data }));
  let mine: boolean | undefined;
  try {
    await send(job, mail, async () => {
      mine = await asSystem((db) => claim(db, planned, mail, new Date()));
      // With its connection closed, the server has nothing of it.
      if (!mine) throw new Error("This mail is not to leave any more.");
    });
  } catch (error) {
    if (mine === false) return false;
    if (mine && mayHaveLeft(error)) {
      log.warn({ job: job.id, ...codesOf(error) }, "whether a mail left is not known; it is not sent again");
      return true;
    }
    if (mine) await note({ leavingAt: null });
    throw error;
  }
  await note({ sentAt: new Date() });
  return true;
}

/**
 * Writes down that a mail leaves, where it is still to leave as it was written: a server may have taken its time, and
 * somebody else the mail. @returns whether it is.
 */
async function claim(db: Db, planned: Planned, { to }: Mail, now: Date): Promise<boolean> {
  // Held, so that nobody who just plans another one, or moves, misses this one.
  await db.$executeRaw`select from users where id = ${planned.userId}::uuid for no key update`;
  const reader = await findReader(db, planned);
  if (reader?.email !== to || mayLeave(planned, reader, now) !== "now") return false;
  const { count } = await db.reminder.updateMany({
    where: { ...keyOf(planned), leavingAt: null, sentAt: null },
    data: { leavingAt: now },
  });
  return count > 0;
}

/** The mail, where it may leave now. In quiet hours it is put back until they are over, once, which is no try of it. */
async function write(db: Db, planned: Planned, now: Date): Promise<Mail | null> {
  const reader = await findReader(db, planned);
  if (!reader) return null;
  const { userId, kind, day } = planned;
  const when = mayLeave(planned, reader, now);
  if (when === "later")
    await enqueueFor(db, endOfQuiet(reader, now), "remind", planned, {
      label: subjectOf(kind),
      key: `${userId} ${kind} ${day}`,
    });
  if (when !== "now") return null;
  const code = await keepUnsubscribeCode(db, { userId, kind });
  return letterTo({ to: reader.email, code }, partsOf(planned), subjectOf(kind));
}

function partsOf(planned: Planned) {
  if (planned.kind === "digest") return weekParts(planned.week);
  if (planned.kind === "follow_ups") return duePart(planned.due);
  return planned.kind === "evening" ? eveningParts : waitsParts;
}

type Reader = Quiet & { email: string; timeZone: string };

/**
 * Whose mail it is, as they are now, where it has not left and they still want it. A mail that something waits is about
 * what was marked when it was planned: nobody wants it once that is done, or the next day's says it as well.
 */
async function findReader(db: Db, { userId, kind, day }: Planned): Promise<Reader | undefined> {
  const [reader] = await db.$queryRaw<Reader[]>`
    select u.email, u.time_zone as "timeZone", coalesce(s.quiet_from, ${QUIET.quietFrom}::int) as "quietFrom",
           coalesce(s.quiet_until, ${QUIET.quietUntil}::int) as "quietUntil"
    from reminders r join users u on u.id = r.user_id left join reminder_settings s on s.user_id = r.user_id
    where r.user_id = ${userId}::uuid and r.kind = ${kind}::reminder_kind and r.day = ${day}::date
      and r.leaving_at is null and r.sent_at is null
      and not app.takes_no_reminders(u, s) and app.chose_reminder(u, s, r.kind)
      and (r.kind <> 'nudges'
        or exists (
          select from nudges n where n.user_id = r.user_id and n.mailed_at = r.queued_at and n.done_at is null
            and n.created_at >= u.nudge_mails_at)
        and not exists (
          select from reminders o where o.user_id = r.user_id and o.kind = r.kind and o.day > r.day))`;
  return reader;
}

/** Whoever has no row yet is asked about nudges alone. Somebody who is gone meanwhile, or has another address, has none. */
const noteRefused = (userId: string, address: string): Promise<unknown> =>
  asSystem(
    (db) => db.$executeRaw`
      insert into reminder_settings (user_id, refused_at)
      select id, now() from users where id = ${userId}::uuid and email = ${address} for no key update
      on conflict (user_id) do update set refused_at = now()`,
  );
