import "server-only";
import { subDays } from "date-fns/subDays";
import type { Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";

const AT_ONCE = 100;

/** Some of those whose time to change their mind is over; `after` is the last of the ones before. */
export const listLeavers = (db: Db, after?: string): Promise<string[]> =>
  listSome(db, { leavesAt: { lte: new Date() } }, after);

/** Some of the accounts that may be unused, by what the system sees of them. */
export function listUnused(db: Db, after?: string): Promise<string[]> {
  const longAgo = subDays(new Date(), 30);
  const unused = {
    verifiedAt: null,
    leavesAt: null,
    createdAt: { lt: longAgo },
    sessions: { none: { seenAt: { gt: longAgo } } },
    memberships: { none: {} },
  };
  return listSome(db, unused, after);
}

async function listSome(db: Db, which: Prisma.UserWhereInput, after?: string): Promise<string[]> {
  const some = await db.user.findMany({
    where: { AND: [which, after ? { id: { gt: after } } : {}] },
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  return some.map(({ id }) => id);
}

/**
 * Erases a member whose time is over, with everything of theirs, in circles too, within the system's
 * transaction. Whoever came back meanwhile, or is gone already, is left alone.
 *
 * @returns whether there was somebody to erase.
 */
export async function eraseMember(db: Db, userId: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<
    { erased: boolean }[]
  >`select app.erase_member(${userId}::uuid) as erased`;
  return answer?.erased ?? false;
}

/**
 * Erases an account that nobody confirmed or used for thirty days, unless anything was ever written in it: that
 * only Postgres knows.
 *
 * @returns whether it was erased.
 */
export async function eraseUnused(db: Db, userId: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<
    { erased: boolean }[]
  >`select app.erase_unused(${userId}::uuid) as erased`;
  return answer?.erased ?? false;
}
