import "server-only";
import { endOfLink, secondsToWait } from "@/lib/accounts/rules";
import type { Db } from "@/lib/db";
import type { MailedLinkPurpose } from "@/lib/generated/enums";
import { freshSecret, hashOf } from "@/lib/vault";

/**
 * A link's token, to be mailed and kept nowhere, or how many seconds the next mail has to wait.
 *
 * @param email the address that it proves, where that is not the account's own yet.
 */
export async function makeLink(
  db: Db,
  userId: string,
  purpose: MailedLinkPurpose,
  email?: string,
): Promise<{ token: string } | { wait: number }> {
  // Held, so that two presses at once send one mail.
  await db.$queryRaw`select id from users where id = ${userId}::uuid for update`;
  const now = new Date();
  const last = await db.mailedLink.findFirst({
    where: { userId, purpose, usedAt: null },
    select: { createdAt: true },
    orderBy: { createdAt: "desc" },
  });
  const wait = secondsToWait(last?.createdAt ?? null, now);
  if (wait > 0) return { wait };
  // Used ones stay until they are too old: whoever follows theirs again is told how it went.
  await db.mailedLink.deleteMany({
    where: { userId, purpose, OR: [{ usedAt: null }, { expiresAt: { lt: now } }] },
  });
  const token = freshSecret();
  await db.mailedLink.createMany({
    data: {
      tokenHash: hashOf(token),
      userId,
      purpose,
      email: email ?? null,
      createdAt: now,
      expiresAt: endOfLink(purpose, now),
    },
  });
  return { token };
}

/** Ends the links of somebody's that were not followed yet, and says how many there were. */
export async function dropLinks(db: Db, userId: string, purposes: MailedLinkPurpose[]): Promise<number> {
  const { count } = await db.mailedLink.deleteMany({
    where: { userId, usedAt: null, purpose: { in: purposes } },
  });
  return count;
}

/** Whose link this is, used, too old or not; null when there never was one, or a newer replaced it. */
export async function findHolder(db: Db, token: string, purpose: MailedLinkPurpose) {
  const link = await db.mailedLink.findFirst({
    where: { tokenHash: hashOf(token), purpose },
    select: { user: { select: { id: true, email: true, name: true, verifiedAt: true, passwordHash: true } } },
    relationLoadStrategy: "join",
  });
  return link?.user ?? null;
}

/** Whose new address a link proves, used, too old or not; `former` is the one they had confirmed before. */
export async function findNewAddress(db: Db, token: string) {
  const link = await db.mailedLink.findFirst({
    where: { tokenHash: hashOf(token), purpose: "change_email" },
    select: {
      email: true,
      user: { select: { id: true, email: true, verifiedAt: true, passwordHash: true } },
    },
    relationLoadStrategy: "join",
  });
  if (!link?.email) return null;
  const { id, email: former, verifiedAt, passwordHash } = link.user;
  return { id, passwordHash, email: link.email, former: verifiedAt ? former : null };
}

/** Uses a link up. Answers false when it was used, is too old, or never was: then nothing may follow. */
export async function spendLink(db: Db, token: string, purpose: MailedLinkPurpose): Promise<boolean> {
  const now = new Date();
  const { count } = await db.mailedLink.updateMany({
    where: { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
