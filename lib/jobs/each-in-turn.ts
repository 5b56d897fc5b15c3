import "server-only";
import { asSystem, type Db } from "@/lib/db";

/**
 * Works through everything that is listed, each in a transaction of its own: one that has trouble keeps no other
 * waiting.
 *
 * @param list some of what is left, in an order; `after` is the last of those before.
 * @throws the first trouble, once all had their turn.
 */
export async function eachInTurn(
  list: (db: Db, after?: string) => Promise<string[]>,
  work: (db: Db, id: string) => Promise<unknown>,
): Promise<void> {
  const troubles: unknown[] = [];
  let some = await asSystem((db) => list(db));
  while (some.length > 0) {
    for (const id of some) await asSystem((db) => work(db, id)).catch((trouble) => troubles.push(trouble));
    const last = some.at(-1);
    some = await asSystem((db) => list(db, last));
  }
  if (troubles.length > 0) throw troubles[0];
}
