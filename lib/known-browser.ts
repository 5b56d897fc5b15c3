import "server-only";
import { z } from "zod";
import { isId } from "@/lib/ids";
import { keepSealed, openSealed } from "@/lib/sealed-cookie";
import { freshSecret } from "@/lib/vault";

/*
 * A browser in which somebody has signed in carries a mark that says so, sealed. It opens nothing. But when
 * strangers try passwords on that account, it tells its owner's tries from theirs (lib/limits.ts).
 */

const MINUTES = 400 * 24 * 60;
/** On a computer that a household shares, so many accounts are remembered. */
const MOST = 5;

const mark = z.object({ browser: z.string(), knows: z.array(z.string()) });

const markHere = async () =>
  mark.safeParse(await openSealed("known")).data ?? { browser: freshSecret(), knows: [] };

/** Marks this browser as one in which this account was signed in to: by its id, and by its address if it owns that. */
export async function markKnown(account: { id: string; email: string | null }): Promise<void> {
  const { browser, knows } = await markHere();
  const fresh = [account.id, ...(account.email ? [account.email] : [])];
  const kept = [...fresh, ...knows.filter((name) => !fresh.includes(name))].slice(0, 2 * MOST);
  await keepSealed("known", { browser, knows: kept }, MINUTES);
}

/** The ids of the accounts that were signed in to in this browser lately. */
export async function accountsKnown(): Promise<string[]> {
  return (await markHere()).knows.filter(isId);
}

/** This browser's own name, where the account with this id or address was signed in to in it; null otherwise. */
export async function knownBrowser(account: string): Promise<string | null> {
  const { browser, knows } = await markHere();
  return knows.includes(account) ? browser : null;
}
