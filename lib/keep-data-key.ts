import "server-only";
import type { Db } from "@/lib/db";
import { freshDataKey } from "@/lib/private-words";

/** The wrapped key of the member who looks, made where there is none yet. Null once they are erased. */
export async function keepDataKey(db: Db, userId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ dataKey: string }[]>`
    select app.keep_data_key(${freshDataKey(userId)}) as "dataKey"`;
  return row?.dataKey ?? null;
}
