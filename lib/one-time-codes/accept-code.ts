import "server-only";
import type { Db } from "@/lib/db";
import { keyOfCodes } from "@/lib/one-time-codes/keep-codes";
import { readCode, stepOf } from "@/lib/one-time-codes/rules";
import { hashOf, unseal } from "@/lib/vault";

/** Whether signing in to this account takes a code as well. */
export async function asksForCodes(db: Db, userId: string): Promise<boolean> {
  return (await db.oneTimeCodes.count({ where: { userId, confirmedAt: { not: null } } })) > 0;
}

/**
 * Takes a code, of the app or of the paper, once: of several at the same moment one is taken. Answers which
 * kind it was, or null when it does not fit or was taken before.
 */
export async function acceptCode(db: Db, userId: string, typed: string): Promise<"app" | "recovery" | null> {
  const code = readCode(typed);
  if (!code) return null;
  return "app" in code ? acceptAppCode(db, userId, code.app) : acceptRecoveryCode(db, userId, code.recovery);
}

async function acceptAppCode(db: Db, userId: string, code: string) {
  const kept = await db.oneTimeCodes.findUnique({ where: { userId }, select: { secret: true } });
  const step = kept && stepOf(unseal(keyOfCodes(userId), kept.secret), code, new Date());
  if (!step) return null;
  const { count } = await db.oneTimeCodes.updateMany({
    where: { userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1 ? "app" : null;
}

async function acceptRecoveryCode(db: Db, userId: string, code: string) {
  const { count } = await db.recoveryCode.updateMany({
    where: { userId, hash: hashOf(code), usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1 ? "recovery" : null;
}
