import "server-only";
import { holdAccount } from "@/lib/accounts/hold-account";
import type { Db } from "@/lib/db";
import { Refusal } from "@/lib/refusal";

/** Takes out whatever but a password opens an account, or is asked for besides one. */
export async function dropOtherWaysIn(db: Db, userId: string): Promise<void> {
  await db.passkey.deleteMany({ where: { userId } });
  await db.linkedProvider.deleteMany({ where: { userId } });
  await db.oneTimeCodes.deleteMany({ where: { userId } });
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.signInStep.deleteMany({ where: { userId } });
}

/**
 * Makes sure that something else opens the account before a passkey or a provider is taken out: its mailbox
 * alone is no way in to rely on. Holds the account, so that two that are taken out at once do not each count on
 * the other.
 *
 * @throws Refusal
 */
export async function requireAnotherWayIn(db: Db, userId: string): Promise<void> {
  await holdAccount(db, userId);
  const account = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, _count: { select: { passkeys: true, providers: true } } },
  });
  const ways = (account.passwordHash ? 1 : 0) + account._count.passkeys + account._count.providers;
  if (ways > 1) return;
  throw new Refusal(
    "Nothing else opens your account, so this stays. Please choose a password first, or add a passkey.",
  );
}
