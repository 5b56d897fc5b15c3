import "server-only";
import { subDays } from "date-fns/subDays";
import { eraseMember, eraseUnused, listLeavers, listUnused } from "@/lib/accounts/erase-member";
import { keepLeaversFile } from "@/lib/accounts/leavers-file";
import { asSystem, type Db } from "@/lib/db";
import { clearSnapshots } from "@/lib/jobs/clear-snapshots";
import { sealOldWords } from "@/lib/jobs/seal-old-words";
import { tellDecisions } from "@/lib/jobs/tell-decisions";
import { clearWrittenMails } from "@/lib/mail";

/*
 * What has had its time is cleared away without anybody's visit. Each is safe to do twice and to be
 * interrupted in: what is left is done an hour later.
 */

/** Everything that is done by the clock, and when (cron, in UTC). */
export const UPKEEP: Record<string, { when: string; work: () => Promise<void> }> = {
  "forget-expired": { when: "17 * * * *", work: forgetExpired },
  "erase-leavers": { when: "7 * * * *", work: eraseLeavers },
  "seal-old-words": { when: "27 * * * *", work: sealWhileThereIsTime },
  "clear-unused": { when: "47 3 * * *", work: clearUnused },
  "keep-leavers-file": { when: "*/15 * * * *", work: keepLeaversFile },
  "clear-away": { when: "37 3 * * *", work: clearAway },
  "clear-mails": { when: "57 3 * * *", work: clearMails },
  "tell-decisions": { when: "*/5 * * * *", work: tellDecisions },
  "clear-snapshots": { when: "7 4 * * *", work: clearSnapshots },
};

/** Who asked for it a week ago and did not come back. */
export function eraseLeavers(): Promise<void> {
  return eachInTurn(listLeavers, eraseMember);
}

/** What nobody confirmed, used or wrote anything in: most likely somebody typed an address that is not theirs. */
export function clearUnused(): Promise<void> {
  return eachInTurn(listUnused, eraseUnused);
}

/** Each in a transaction of their own: one who cannot be erased just now keeps nobody else. */
async function eachInTurn(
  list: (db: Db, after?: string) => Promise<string[]>,
  erase: (db: Db, id: string) => Promise<unknown>,
): Promise<void> {
  const troubles: unknown[] = [];
  let some = await asSystem(list);
  while (some.length > 0) {
    for (const id of some) await asSystem((db) => erase(db, id)).catch((trouble) => troubles.push(trouble));
    const last = some.at(-1);
    some = await asSystem((db) => list(db, last));
  }
  if (troubles.length > 0) throw troubles[0];
}

/** A job that takes longer than ten minutes counts as lost (scripts/queues.ts). */
const LONG_ENOUGH_MS = 8 * 60_000;

/** After an upgrade, what was written before there were keys. Where there is much of it, it takes some hours. */
export async function sealWhileThereIsTime(): Promise<void> {
  const until = Date.now() + LONG_ENOUGH_MS;
  for await (const _ of sealOldWords()) if (Date.now() > until) return;
}

/** What opens nothing any more. */
export async function forgetExpired(): Promise<void> {
  const now = new Date();
  // A link that was used tells for a while how it went. A session that ended says for as long whose the
  // words were that a page left open still sends.
  const [weekAgo, monthAgo] = [subDays(now, 7), subDays(now, 30)];
  await asSystem(async (db) => {
    await db.signInStep.deleteMany({ where: { expiresAt: { lt: now } } });
    await db.parkedWords.deleteMany({ where: { expiresAt: { lt: now } } });
    await db.limit.deleteMany({ where: { expire: { lt: now.getTime() } } });
    await db.mailedLink.deleteMany({ where: { expiresAt: { lt: weekAgo } } });
    await db.session.deleteMany({
      where: {
        OR: [
          { expiresAt: { lt: monthAgo } },
          { revokedAt: { lt: monthAgo } },
          { seenAt: { lt: subDays(monthAgo, 14) } },
        ],
      },
    });
  });
}

/** Mails that were written down for want of a mail server: they name their addresses, also of who is erased since. */
export function clearMails(): Promise<void> {
  return clearWrittenMails(subDays(new Date(), 30));
}

/** What was deleted and can not be brought back, and drafts that nobody touched for half a year. */
export async function clearAway(): Promise<void> {
  await asSystem((db) => db.$executeRaw`select app.clear_away()`);
}
