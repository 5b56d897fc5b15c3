import "server-only";
import { holdAccount } from "@/lib/accounts/hold-account";
import { endOfLink, hasRoomForLink, secondsToWait } from "@/lib/accounts/rules";
import type { Db } from "@/lib/db";
import type { MailedLinkPurpose } from "@/lib/generated/enums";
import { freshSecret, hashOf } from "@/lib/vault";

/** A link's token, to be mailed and kept nowhere; or why there is none. */
export type Made =
  | { token: string }
  /** How many seconds the next mail has to wait. */
  | { wait: number }
  /** There are as many as an account may have, and each of them works. */
  | { enough: true };

/**
 * Makes a link beside those that were mailed before: whatever is in a mailbox works within its time.
 *
 * @param email the address that it proves, where that is not the account's own yet. Links to another one end.
 */
export async function makeLink(
  db: Db,
  userId: string,
  purpose: MailedLinkPurpose,
  email: string | null = null,
): Promise<Made> {
  // Held, so that two presses at once send one mail.
  await holdAccount(db, userId);
  const now = new Date();
  const live = await db.mailedLink.findMany({
    where: { userId, purpose, usedAt: null, expiresAt: { gt: now } },
    select: { createdAt: true, email: true },
    orderBy: { createdAt: "desc" },
  });
  const wait = secondsToWait(live[0]?.createdAt ?? null, now);
  if (wait > 0) return { wait };
  if (!hasRoomForLink(live.filter((link) => link.email === email).length)) return { enough: true };
  await db.mailedLink.deleteMany({
    where: { userId, purpose, OR: [{ expiresAt: { lt: now } }, { usedAt: null, email: { not: email } }] },
  });
  const token = freshSecret();
  await db.mailedLink.createMany({
    data: {
      tokenHash: hashOf(token),
      userId,
      purpose,
      email,
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

export const holderFields = {
  id: true,
  email: true,
  name: true,
  verifiedAt: true,
  passwordHash: true,
} as const;

export type Holder = NonNullable<Awaited<ReturnType<typeof findHolder>>>;

/** Whose link this is, used, too old or not; null when there never was one, or it was ended. */
export async function findHolder(db: Db, token: string, purpose: MailedLinkPurpose) {
  const link = await db.mailedLink.findFirst({
    where: { tokenHash: hashOf(token), purpose },
    select: { user: { select: holderFields } },
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

/**
 * Uses a link up for an account, whose it is from then on. Answers false when it was used, is too old, or never
 * was: then nothing may follow.
 */
export async function spendLink(
  db: Db,
  token: string,
  purpose: MailedLinkPurpose,
  userId: string,
): Promise<boolean> {
  await holdAccount(db, userId);
  const now = new Date();
  const { count } = await db.mailedLink.updateMany({
    where: { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now, userId },
  });
  return count === 1;
}

/** Uses up what else confirms an account's address. Whoever follows such a link later is told that it is done. */
export async function spendConfirmations(db: Db, userId: string): Promise<void> {
  const open = { userId, purpose: "verify", usedAt: null } as const;
  await db.mailedLink.updateMany({ where: open, data: { usedAt: new Date() } });
}
