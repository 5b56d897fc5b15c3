import "server-only";
import { spendConfirmations } from "@/lib/accounts/mailed-links";
import { claimTagOf, fitsPassword } from "@/lib/accounts/password";
import { asSystem, type Db } from "@/lib/db";
import { noteEvent } from "@/lib/security-events/note-event";

/*
 * Who an address may mean: the account that confirmed it, and all that only claim it. Anybody may claim any
 * address, as often as they like, and checking a password is slow on purpose. So a claim keeps a tag of its
 * password, and only claims whose tag a password has are checked against it: whoever does not know a password can
 * neither push its account out of reach nor tell by their own claims what others do with the address
 * (docs/decisions/0004-an-address-belongs-to-who-confirms-it.md).
 */

/** How many claims one password is checked against. That two of an address have the same tag is one chance in 4096. */
const CHECKED = 2;

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;

/** The account that has confirmed an address. */
export const findConfirmed = (db: Db, email: string) =>
  db.user.findFirst({
    where: { email, verifiedAt: { not: null } },
    select: { id: true, passwordHash: true },
  });

/** The newest accounts that claim an address and have not confirmed it. */
export const listNewestClaims = (db: Db, email: string, most: number) =>
  db.user.findMany({
    where: { email, verifiedAt: null },
    select: { id: true },
    orderBy: [...newestFirst],
    take: most,
  });

/** An account that somebody may enter, and the hash of the password it had when that was found out. */
export type Opened = { id: string; passwordHash: string | null };

/** The account that this address and password open, or null. Takes as long either way. */
export async function findAccountBehind(email: string, password: string): Promise<Opened | null> {
  const accounts = await asSystem(async (db) => {
    const claimTag = claimTagOf(email, password);
    const claims = await db.user.findMany({
      // A claim of before there were tags may have any. There are no new ones.
      where: { email, verifiedAt: null, OR: [{ claimTag }, { claimTag: null }] },
      select: { id: true, passwordHash: true },
      orderBy: [{ claimTag: { sort: "asc", nulls: "last" } }, ...newestFirst],
      take: CHECKED,
    });
    return [await findConfirmed(db, email), ...claims];
  });
  const checked = Array.from({ length: 1 + CHECKED }, (_, index) => accounts[index] ?? null);
  const fits = await Promise.all(
    checked.map((account) => fitsPassword(password, account?.passwordHash ?? null)),
  );
  return checked[fits.indexOf(true)] ?? null;
}

/** Whether another account has confirmed this account's address. */
export async function isTaken(db: Db, account: { id: string; email: string }): Promise<boolean> {
  const others = { email: account.email, verifiedAt: { not: null }, id: { not: account.id } };
  return (await db.user.count({ where: others })) > 0;
}

/** Holds an account's address until the transaction ends, and says whether no other account has confirmed it. */
export async function holdAddress(db: Db, account: { id: string; email: string }): Promise<boolean> {
  // Two claims on one address may be confirmed at the same moment; the second one waits and looks again.
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${account.email}, 0))`;
  return !(await isTaken(db, account));
}

/** Gives the address to this account, unless another has it. Answers whether this account has it now. */
export async function confirmClaim(db: Db, account: { id: string; email: string }): Promise<boolean> {
  if (!(await holdAddress(db, account))) return false;
  const { count } = await db.user.updateMany({
    where: { id: account.id, verifiedAt: null },
    data: { verifiedAt: new Date(), claimTag: null },
  });
  if (count > 0) {
    await spendConfirmations(db, account.id);
    await noteEvent(db, account.id, "e-mail confirmed");
  }
  return true;
}
