import "server-only";
import { subDays } from "date-fns/subDays";
import { eraseMember, eraseUnused, listLeavers, listUnused } from "@/lib/accounts/erase-member";
import { keepLeaversFile } from "@/lib/accounts/leavers-file";
import { asSystem } from "@/lib/db";
import { clearSnapshots } from "@/lib/jobs/clear-snapshots";
import { eachInTurn } from "@/lib/jobs/each-in-turn";
import { findCircles } from "@/lib/jobs/find-circles";
import { mailNudges } from "@/lib/jobs/mail-nudges";
import { noteWhatIsDue } from "@/lib/jobs/note-what-is-due";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { remindOfPosts } from "@/lib/jobs/remind-of-posts";
import { sealOldWords } from "@/lib/jobs/seal-old-words";
import { tellDecisions } from "@/lib/jobs/tell-decisions";
import { tendCircles } from "@/lib/jobs/tend-circles";
import { askAboutTerms, turnRoles } from "@/lib/jobs/turn-roles";
import { clearWrittenMails } from "@/lib/mail";
import { closeMeetings } from "@/lib/meetings/close-meetings";

/*
 * What has had its time is cleared away without anybody's visit. Each is safe to do twice and to be
 * interrupted in: what is left is done an hour later.
 */

/** Everything that is done by the clock, and when (cron, in UTC). */
export const UPKEEP: Record<string, { when: string; work: () => Promise<void> }> = {
  "forget-expired": { when: "17 * * * *", work: forgetExpired },
  "erase-leavers": { when: "7 * * * *", work: eraseLeavers },
  "tend-circles": { when: "12 * * * *", work: tendCircles },
  "seal-old-words": { when: "27 * * * *", work: sealWhileThereIsTime },
  "close-meetings": { when: "*/10 * * * *", work: () => asSystem(closeMeetings) },
  "remind-of-posts": { when: "*/5 * * * *", work: () => remindOfPosts() },
  "mail-nudges": { when: "*/5 * * * *", work: () => mailNudges() },
  "plan-reminders": { when: "*/5 * * * *", work: () => planReminders() },
  "note-what-is-due": { when: "2,32 * * * *", work: () => noteWhatIsDue() },
  "find-circles": { when: "37 * * * *", work: findCircles },
  "show-held-words": { when: "52 * * * *", work: showHeldWords },
  "end-old-asks": { when: "42 * * * *", work: endOldAsks },
  "clear-unused": { when: "47 3 * * *", work: clearUnused },
  "keep-leavers-file": { when: "*/15 * * * *", work: keepLeaversFile },
  "clear-away": { when: "37 3 * * *", work: clearAway },
  "turn-roles": { when: "*/15 * * * *", work: () => turnRoles() },
  "ask-about-terms": { when: "23 6 * * *", work: askAboutTerms },
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
    // Long after anything could bring the same one up again.
    await db.nudge.deleteMany({ where: { doneAt: { lt: subDays(now, 180) } } });
    await db.reminder.deleteMany({ where: { day: { lt: subDays(now, 60) } } });
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

/** Who asked a circle for a seat and was not answered is told so. */
export async function endOldAsks(): Promise<void> {
  await asSystem((db) => db.$executeRaw`select app.end_old_asks()`);
}

/** What waited because its author was new here is seen once their first week is over. */
export async function showHeldWords(): Promise<void> {
  await asSystem(
    (db) => db.$executeRaw`
      select app.show_held_words(u.id) from users u
      where u.id = any (app.held_people()) and u.created_at <= now() - interval '7 days'`,
  );
}

/** What was deleted and can not be brought back, and drafts that nobody touched for half a year. */
export async function clearAway(): Promise<void> {
  await asSystem((db) => db.$executeRaw`select app.clear_away()`);
}
