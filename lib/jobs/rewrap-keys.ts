import "server-only";
import { asSystem } from "@/lib/db";
import { log } from "@/lib/log";
import { newestVersion, rewrapKey } from "@/lib/private-words";

/** How far it has come: keys wrapped anew, and keys that no vault key here opens, which stay as they are. */
export type Rewrapped = { done: number; stuck: number };

/**
 * Wraps every member's key anew, under the newest vault key, some at a time, while members write. It may stop
 * after any of them and be run again: what is under the newest key already is left alone. A key is changed only
 * where it is still the one that was read, and each opens with one vault key or the other at every moment.
 */
export async function* rewrapKeys(atOnce = 200): AsyncGenerator<Rewrapped> {
  const newest = `${newestVersion()}:`;
  const sum = { done: 0, stuck: 0 };
  for (let after: string | undefined; ; ) {
    const some = await asSystem((db) =>
      db.user.findMany({
        where: {
          dataKey: { not: null },
          NOT: { dataKey: { startsWith: newest } },
          ...(after && { id: { gt: after } }),
        },
        select: { id: true, dataKey: true },
        orderBy: { id: "asc" },
        take: atOnce,
      }),
    );
    if (some.length === 0) return;
    const fresh = some.flatMap(({ id, dataKey }) => {
      const wrapped = dataKey && anew(id, dataKey);
      return wrapped ? [{ id, dataKey, wrapped }] : [];
    });
    await asSystem(async (db) => {
      for (const { id, dataKey, wrapped } of fresh) {
        const { count } = await db.user.updateMany({ where: { id, dataKey }, data: { dataKey: wrapped } });
        sum.done += count;
      }
    });
    sum.stuck += some.length - fresh.length;
    after = some.at(-1)?.id;
    yield { ...sum };
  }
}

function anew(userId: string, dataKey: string): string | null {
  try {
    return rewrapKey(userId, dataKey);
  } catch (error) {
    // One that was altered, or whose vault key is not named here, keeps nobody else.
    log.error({ userId, reason: (error as Error).message }, "a member's key does not open");
    return null;
  }
}
