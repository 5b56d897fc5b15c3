import "server-only";
import { subDays } from "date-fns/subDays";
import { subHours } from "date-fns/subHours";
import { asSystem } from "@/lib/db";
import { queueMail } from "@/lib/mail";
import { somethingWaits } from "@/lib/nudges/mails";
import { isQuietHour, QUIET } from "@/lib/reminders/rules";
import { keepUnsubscribeCode } from "@/lib/reminders/secret";

/*
 * Mails that something waits, for those who asked for them (lib/nudges/rules.ts says when). A nudge is marked as
 * mailed in the transaction that has the mail sent: one mail for each, wherever this stops and however often it runs.
 */

const AT_ONCE = 200;
/** What waits for longer than so many days is no news any more: a worker that had stood still does not catch up on it. */
const DAYS_OF_NEWS = 3;

/** Tells each of them once of whatever waits. */
export async function mailNudges(now = new Date()): Promise<void> {
  const troubles: unknown[] = [];
  let some = await listReaders(now);
  while (some.length > 0) {
    for (const { id, timeZone, reminderSettings } of some) {
      if (!isQuietHour(timeZone, now, reminderSettings ?? QUIET))
        await mailOne(id, now).catch((trouble) => troubles.push(trouble));
    }
    some = await listReaders(now, some.at(-1)?.id);
  }
  if (troubles.length > 0) throw troubles[0];
}

/** What is not mailed yet, of after a moment, lately, and not done meanwhile. */
const unmailed = (since: Date, now: Date) => {
  const lately = subDays(now, DAYS_OF_NEWS);
  return { mailedAt: null, doneAt: null, createdAt: { gte: since > lately ? since : lately } };
};

/** Who takes mails of this kind now. As app.takes_no_reminders has it for the others. */
const takesMails = (now: Date) => ({
  nudgeMailsAt: { not: null },
  verifiedAt: { not: null },
  leavesAt: null,
  OR: [{ suspendedUntil: null }, { suspendedUntil: { lte: now } }],
  NOT: { reminderSettings: { OR: [{ pausedAt: { not: null } }, { refusedAt: { not: null } }] } },
});

/** Some of those whom a mail would tell something; `after` is the last of the ones before. */
const listReaders = (now: Date, after?: string) =>
  asSystem((db) =>
    db.user.findMany({
      where: {
        ...takesMails(now),
        nudges: { some: unmailed(new Date(0), now) },
        ...(after && { id: { gt: after } }),
      },
      select: {
        id: true,
        timeZone: true,
        reminderSettings: { select: { quietFrom: true, quietUntil: true } },
      },
      orderBy: { id: "asc" },
      take: AT_ONCE,
    }),
  );

const mailOne = (userId: string, now: Date): Promise<void> =>
  asSystem(async (db) => {
    // One mail an hour, whoever else is just about to send one.
    await db.$executeRaw`select from users where id = ${userId}::uuid for no key update`;
    const reader = await db.user.findFirst({
      where: { id: userId, ...takesMails(now) },
      select: { email: true, nudgeMailsAt: true },
    });
    if (!reader?.nudgeMailsAt) return;
    const lately = await db.nudge.count({ where: { userId, mailedAt: { gt: subHours(now, 1) } } });
    if (lately > 0) return;
    const { count } = await db.nudge.updateMany({
      where: { userId, ...unmailed(reader.nudgeMailsAt, now) },
      data: { mailedAt: now },
    });
    if (count === 0) return;
    const code = await keepUnsubscribeCode(db, { userId, kind: "nudges" });
    await queueMail(db, somethingWaits(reader.email, userId, code));
  });
