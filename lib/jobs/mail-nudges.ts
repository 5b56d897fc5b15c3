import "server-only";
import { subDays } from "date-fns/subDays";
import { columnOf, dayIn } from "@/lib/dates";
import { asSystem, type Db } from "@/lib/db";
import { Prisma } from "@/lib/generated/client";
import { queueMail } from "@/lib/mail";
import { somethingWaits } from "@/lib/nudges/mails";
import { isQuietHour, QUIET, type Quiet } from "@/lib/reminders/rules";
import { keepUnsubscribeCode } from "@/lib/reminders/secret";

/*
 * Mails that something waits, for those who asked for them (lib/nudges/rules.ts says when). A nudge is marked as
 * mailed in the transaction that has the mail sent, which notes the day: one mail for each nudge and one a day,
 * wherever this stops and however often it runs. What comes later that day is gathered for the next.
 */

const AT_ONCE = 200;
/**
 * What waits for longer than so many days is no news any more: a worker that had stood still does not catch up on it.
 */
const DAYS_OF_NEWS = 3;

/** Tells each of them once of whatever waits. */
export async function mailNudges(now = new Date()): Promise<void> {
  const troubles: unknown[] = [];
  let some = await listReaders(now);
  while (some.length > 0) {
    for (const { id, timeZone, ...quiet } of some) {
      if (!isQuietHour(timeZone, now, quiet))
        await mailOne(id, now).catch((trouble) => troubles.push(trouble));
    }
    some = await listReaders(now, some.at(-1)?.id);
  }
  if (troubles.length > 0) throw troubles[0];
}

/**
 * What is not mailed yet, of after a moment, lately, and not done meanwhile. What has come due is none of it: there is
 * a mail of its own for that.
 */
const unmailed = (since: Date, now: Date) => {
  const lately = subDays(now, DAYS_OF_NEWS);
  return {
    mailedAt: null,
    doneAt: null,
    createdAt: { gte: since > lately ? since : lately },
    kind: { not: { endsWith: "-due" } },
  } as const;
};

type Reader = Quiet & { id: string; timeZone: string; email: string; nudgeMailsAt: Date };

/** Some of those who take mails of this kind, in order. */
const readers = (db: Db, which: Prisma.Sql): Promise<Reader[]> => db.$queryRaw<Reader[]>`
  select u.id, u.time_zone as "timeZone", u.email, u.nudge_mails_at as "nudgeMailsAt",
         coalesce(s.quiet_from, ${QUIET.quietFrom}::int) as "quietFrom",
         coalesce(s.quiet_until, ${QUIET.quietUntil}::int) as "quietUntil"
  from users u left join reminder_settings s on s.user_id = u.id
  where u.nudge_mails_at is not null and not app.takes_no_reminders(u, s) and ${which}
  order by u.id limit ${AT_ONCE}::int`;

/** Some of those whom a mail would tell something; `after` is the last of the ones before. */
const listReaders = (now: Date, after?: string) =>
  asSystem((db) =>
    readers(
      db,
      Prisma.sql`${after ? Prisma.sql`u.id > ${after}::uuid` : Prisma.sql`true`} and exists (
        select from nudges n where n.user_id = u.id and n.mailed_at is null and n.done_at is null
          and n.created_at >= ${subDays(now, DAYS_OF_NEWS)} and n.kind not like '%-due')`,
    ),
  );

const mailOne = (userId: string, now: Date): Promise<void> =>
  asSystem(async (db) => {
    // One mail a day, whoever else is just about to send one.
    await db.$executeRaw`select from users where id = ${userId}::uuid for no key update`;
    const [reader] = await readers(db, Prisma.sql`u.id = ${userId}::uuid`);
    if (!reader) return;
    const today = { userId, kind: "nudges", day: columnOf(dayIn(reader.timeZone, now)) } as const;
    if ((await db.reminder.count({ where: today })) > 0) return;
    const { count } = await db.nudge.updateMany({
      where: { userId, ...unmailed(reader.nudgeMailsAt, now) },
      data: { mailedAt: now },
    });
    if (count === 0) return;
    await db.reminder.createMany({ data: today });
    const code = await keepUnsubscribeCode(db, { userId, kind: "nudges" });
    await queueMail(db, somethingWaits(reader.email, userId, code));
  });
