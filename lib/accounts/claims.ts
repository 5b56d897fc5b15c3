import "server-only";
import { fitsPassword } from "@/lib/accounts/password";
import { asSystem, type Db } from "@/lib/db";
import { noteEvent } from "@/lib/security-events/note-event";

/*
 * Who an address may mean: the account that confirmed it, and the newest that only claim it. How many claims
 * count does not depend on whether somebody confirmed it: whoever claims an address twice could read that off
 * their own older claim (docs/decisions/0004-an-address-belongs-to-who-confirms-it.md).
 */
const NEWEST = 2;

export async function listClaims(db: Db, email: string) {
  const select = { id: true, passwordHash: true } as const;
  const confirmed = await db.user.findFirst({ where: { email, verifiedAt: { not: null } }, select });
  const newest = await db.user.findMany({
    where: { email, verifiedAt: null },
    select,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: NEWEST,
  });
  return { confirmed, newest };
}

/** An account that somebody may enter, and the hash of the password it had when that was found out. */
export type Opened = { id: string; passwordHash: string | null };

/** The account that this address and password open, or null. Takes as long either way. */
export async function findAccountBehind(email: string, password: string): Promise<Opened | null> {
  const { confirmed, newest } = await asSystem((db) => listClaims(db, email));
  const claims = Array.from({ length: NEWEST }, (_, index) => newest[index] ?? null);
  const accounts = [confirmed, ...claims];
  const fits = await Promise.all(
    accounts.map((account) => fitsPassword(password, account?.passwordHash ?? null)),
  );
  return accounts[fits.indexOf(true)] ?? null;
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
    data: { verifiedAt: new Date() },
  });
  if (count > 0) await noteEvent(db, account.id, "e-mail confirmed");
  return true;
}
