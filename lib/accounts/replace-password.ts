import "server-only";
import { endSessions } from "@/lib/accounts/end-sessions";
import { dropLinks } from "@/lib/accounts/mailed-links";
import type { Kept } from "@/lib/accounts/password";
import type { Db } from "@/lib/db";
import { Refusal } from "@/lib/refusal";

/**
 * Gives an account another password, and ends what rests on the old one: every session, but for the one that
 * asks where there is one, and every link that was mailed and not followed yet.
 *
 * @throws Refusal when `former` is given and is not the account's hash any more.
 */
export async function replacePassword(
  db: Db,
  userId: string,
  { passwordHash, claimTag }: Kept,
  { former, except }: { former?: string; except?: string } = {},
): Promise<void> {
  const { count } = await db.user.updateMany({
    where: { id: userId, ...(former && { passwordHash: former }) },
    data: { passwordHash },
  });
  if (count === 0) {
    throw new Refusal("Your password was replaced just now, elsewhere. Please sign in with the new one.");
  }
  await db.user.updateMany({ where: { id: userId, verifiedAt: null }, data: { claimTag } });
  await endSessions(db, userId, except);
  await dropLinks(db, userId, ["reset", "change_email"]);
}
