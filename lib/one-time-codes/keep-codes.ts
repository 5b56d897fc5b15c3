import "server-only";
import { randomBytes } from "node:crypto";
import type { Db } from "@/lib/db";
import { RECOVERY_CODES, recoveryCodeOf } from "@/lib/one-time-codes/rules";
import { hashOf, keyFor, seal } from "@/lib/vault";

/** One key for each member: a sealed secret that lands in another's row opens nothing there. */
export const keyOfCodes = (userId: string) => keyFor(`one-time codes ${userId}`);

/**
 * From now on signing in takes a code of the app that holds this secret. Answers false where one did already.
 *
 * @param lastStep the step whose code was taken already.
 */
export async function keepAppSecret(
  db: Db,
  userId: string,
  secret: string,
  lastStep: bigint | null = null,
): Promise<boolean> {
  const { count } = await db.oneTimeCodes.createMany({
    data: { userId, secret: seal(keyOfCodes(userId), secret), confirmedAt: new Date(), lastStep },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Ten fresh ones in the place of those before. Only their hashes are kept. */
export async function makeRecoveryCodes(db: Db, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(16)));
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: hashOf(code) })) });
  return codes;
}
