import "server-only";
import type { Route } from "next";
import { z } from "zod";
import type { Opened } from "@/lib/accounts/claims";
import { pathHere } from "@/lib/accounts/rules";
import { signInHere } from "@/lib/accounts/sign-in-here";
import { beginStep, findStep } from "@/lib/accounts/sign-in-steps";
import { asSystem, type Db } from "@/lib/db";
import { asksForCodes } from "@/lib/one-time-codes/accept-code";
import { hashOf } from "@/lib/vault";

/**
 * Goes on after one proof of who somebody is: a password, a mailed link, a provider. Where the account asks
 * for a one-time code as well, that comes next; otherwise this browser is signed in. Words that were parked
 * wait through both.
 *
 * @param how whether this has left a line in the history already.
 * @returns where the browser goes now.
 */
export async function continueSignIn(
  account: Opened,
  next: Route,
  how: { noted?: boolean } = {},
): Promise<Route> {
  const asked = await asSystem(async (db) => {
    if (!(await asksForCodes(db, account.id))) return false;
    const details = { next, password: markOf(account.passwordHash) };
    await beginStep(db, "second-step", { userId: account.id, details });
    return true;
  });
  if (asked) return "/sign-in/second-step";
  return signInHere(account, next, how);
}

const details = z.object({ next: z.unknown().transform(pathHere), password: z.string() });

/**
 * Whose second step this browser is in. Null when there is none, and when the password with which it began
 * was replaced since: then the first step does not count any more.
 */
export async function findSecondStep(db: Db): Promise<(Opened & { next: Route }) | null> {
  const step = await findStep(db, "second-step");
  if (!step?.userId) return null;
  const { next, password } = details.parse(step.details);
  const account = await db.user.findUnique({
    where: { id: step.userId },
    select: { id: true, passwordHash: true },
  });
  return account && markOf(account.passwordHash) === password ? { ...account, next } : null;
}

/** Tells one password from the next, and nothing else about it. */
const markOf = (passwordHash: string | null): string =>
  Buffer.from(hashOf(passwordHash ?? "")).toString("base64url");
