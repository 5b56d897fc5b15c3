import "server-only";
import { addDays } from "date-fns/addDays";
import { subDays } from "date-fns/subDays";
import type { Db } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { ENOUGH_ACTIVE, PEACE_DAYS, pairUp, SAME_TWO_AFTER_DAYS, SMALL_FOR_DAYS } from "@/lib/merges/rules";

/*
 * What the worker does about small circles, as the system sees them: who sits where, and nobody's writing.
 */

const AT_ONCE = 100;

/** Some of the offers that are open. */
export async function listOffers(db: Db, after?: string): Promise<string[]> {
  const open = await db.merge.findMany({
    where: { endedAt: null, mergedAt: null, ...(after && { id: { gt: after } }) },
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  return open.map(({ id }) => id);
}

/** Goes on with an offer: somebody whose yes was waited for may have left, or its time may be over. */
export async function goOnWithMerge(db: Db, mergeId: string): Promise<void> {
  await db.$executeRaw`select app.go_on_with_merge(${mergeId}::uuid)`;
}

/** Notes which circles became small, and which are so no more. A circle with nobody active has nobody to ask. */
export async function noteSmallCircles(db: Db): Promise<void> {
  await db.$executeRaw`
    with active as (
      select circle_id, count(*) filter (where paused_at is null) as people
      from memberships where left_at is null group by circle_id)
    update circles c
    set few_since = case when a.people < ${ENOUGH_ACTIVE} then coalesce(c.few_since, now()) end,
        few_told_at = case when a.people < ${ENOUGH_ACTIVE} then c.few_told_at end
    from active a
    where a.circle_id = c.id and (a.people < ${ENOUGH_ACTIVE}) is distinct from (c.few_since is not null)`;
}

/** Offers small circles to each other, and tells those for whom there is no other what they can do. */
export async function offerMerges(db: Db): Promise<void> {
  const now = new Date();
  const circles = await listSmallCircles(db, now);
  const people = circles.flatMap((circle) => circle.people);
  const blocks = await db.block.findMany({
    where: { userId: { in: people }, blockedId: { in: people } },
    select: { userId: true, blockedId: true },
  });
  // Whoever named one employer would rather not meet others who did.
  const colleagues = await db.$queryRaw<{ one: string; other: string }[]>`
    select mine.user_id as one, theirs.user_id as other
    from waits mine join waits theirs on theirs.employer_mark = mine.employer_mark and theirs.user_id > mine.user_id
    where mine.user_id = any (${people}::uuid[]) and theirs.user_id = any (${people}::uuid[])`;
  const pairs = pairUp(
    circles.filter((circle) => circle.mayBeAsked),
    {
      people: [
        ...blocks.map(({ userId, blockedId }): [string, string] => [userId, blockedId]),
        ...colleagues.map(({ one, other }): [string, string] => [one, other]),
      ],
      circles: circles.flatMap(({ id, offeredLately }) =>
        offeredLately.map((other): [string, string] => [id, other]),
      ),
    },
    now,
  );
  for (const pair of pairs) {
    const id = freshId();
    // Somebody may have come or gone meanwhile: whether it can be is looked at again before anything happens.
    await db.merge.createMany({ data: { id, ...pair } });
    await tellActive(db, [pair.circleId, pair.joiningId], "merge-offered", id);
  }
  const asked = new Set(pairs.flatMap(({ circleId, joiningId }) => [circleId, joiningId]));
  for (const { id, mayBeAsked, fewToldAt } of circles) {
    if (!mayBeAsked || fewToldAt || asked.has(id)) continue;
    await db.circle.update({ where: { id }, data: { fewToldAt: now }, select: { id: true } });
    await tellActive(db, [id], "few", freshId());
  }
}

async function listSmallCircles(db: Db, now: Date) {
  const lately = { gt: subDays(now, SAME_TWO_AFTER_DAYS) };
  const circles = await db.circle.findMany({
    where: {
      fewSince: { lte: subDays(now, SMALL_FOR_DAYS) },
      memberships: { some: { leftAt: null, pausedAt: null } },
    },
    select: {
      id: true,
      language: true,
      timeZone: true,
      createdAt: true,
      fewSince: true,
      fewToldAt: true,
      memberships: {
        where: { OR: [{ leftAt: null }, { removedAt: { not: null } }] },
        select: { userId: true, leftAt: true },
      },
      // What came to pass is over: whoever is small after a merge is small anew.
      merges: { where: { createdAt: lately, mergedAt: null }, select: { joiningId: true, endedAt: true } },
      joinings: { where: { createdAt: lately, mergedAt: null }, select: { circleId: true, endedAt: true } },
    },
    relationLoadStrategy: "join",
  });
  return circles.map(({ memberships, merges, joinings, fewSince, ...circle }) => ({
    ...circle,
    fewSince: fewSince ?? now,
    people: memberships.filter(({ leftAt }) => !leftAt).map(({ userId }) => userId),
    removed: memberships.filter(({ leftAt }) => leftAt).map(({ userId }) => userId),
    offeredLately: [...merges.map(({ joiningId }) => joiningId), ...joinings.map(({ circleId }) => circleId)],
    /** No offer is open, and the last one was over a while ago. */
    mayBeAsked: [...merges, ...joinings].every(
      ({ endedAt }) => endedAt && addDays(endedAt, PEACE_DAYS) <= now,
    ),
  }));
}

async function tellActive(
  db: Db,
  circles: string[],
  kind: "merge-offered" | "few",
  about: string,
): Promise<void> {
  await db.$executeRaw`
    select app.nudge(user_id, ${kind}, circle_id, ${about}::uuid) from memberships
    where circle_id = any (${circles}::uuid[]) and left_at is null and paused_at is null`;
}

/** Some of the circles in which nobody has sat for thirty days: nobody can read what was said there, or say more. */
export async function listEmptyCircles(db: Db, after?: string): Promise<string[]> {
  const empty = await db.circle.findMany({
    where: {
      ...(after && { id: { gt: after } }),
      createdAt: { lt: subDays(new Date(), 30) },
      memberships: { none: { OR: [{ leftAt: null }, { leftAt: { gte: subDays(new Date(), 30) } }] } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  return empty.map(({ id }) => id);
}

/** Clears an empty circle away, unless somebody took a seat in it meanwhile. */
export async function clearEmptyCircle(db: Db, circleId: string): Promise<void> {
  await db.$queryRaw`select 1 from circles where id = ${circleId}::uuid for update`;
  await db.circle.deleteMany({ where: { id: circleId, memberships: { none: { leftAt: null } } } });
}
