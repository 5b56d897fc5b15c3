import "server-only";
import type { Db } from "@/lib/db";

/**
 * Holds an account until the transaction ends: before its links and its ways in, always in this order, so that two
 * who change them at once never wait for each other.
 */
export async function holdAccount(db: Db, userId: string): Promise<void> {
  await db.$queryRaw`select id from users where id = ${userId}::uuid for update`;
}
