import "server-only";
import { monthOf } from "@/lib/buddies/rules";
import { clockIn } from "@/lib/circles/rules";
import { asSystem, type Db } from "@/lib/db";
import { whenWaiting, whoIsTold } from "@/lib/nudges/rules";

/*
 * The reply guarantee (lib/nudges/rules.ts), every few minutes. What it does is in the database when it is done, and
 * the key of a nudge makes it one: it may stop anywhere, stand still for days, and run twice at once.
 */

const POSTS_AT_ONCE = 200;

type Waiting = { circleId: string; postId: string; authorId: string; saidAt: Date };

/** Tells those whose turn it is of every post that waits for an answer. */
export async function remindOfPosts(now = new Date()): Promise<void> {
  let after: string | null = null;
  do {
    const beyond: string | null = after;
    after = await asSystem((db) => remindOfSome(db, beyond, now));
  } while (after);
}

/** @returns the last post that was looked at; null where there was none. */
async function remindOfSome(db: Db, beyond: string | null, now: Date): Promise<string | null> {
  const { since, until } = whenWaiting(now);
  const posts = await db.$queryRaw<Waiting[]>`
    select circle_id as "circleId", post_id as "postId", author_id as "authorId", said_at as "saidAt"
    from app.hold_unanswered(${since}, ${until}, ${beyond}::uuid, ${POSTS_AT_ONCE}::int)`;
  if (posts.length === 0) return null;
  const circleIds = [...new Set(posts.map((post) => post.circleId))];
  const people = await db.membership.findMany({
    where: { circleId: { in: circleIds }, leftAt: null },
    select: { circleId: true, userId: true, role: true, pausedAt: true },
    orderBy: { seat: "asc" },
  });
  const buddies = await listBuddies(db, circleIds, now);
  const ids = [...new Set(people.map((person) => person.userId))];
  const blocks = await db.block.findMany({
    where: { userId: { in: ids }, blockedId: { in: ids } },
    select: { userId: true, blockedId: true },
  });
  const apart = new Set(
    blocks.flatMap(({ userId, blockedId }) => [`${userId} ${blockedId}`, `${blockedId} ${userId}`]),
  );
  const postIds = posts.map((post) => post.postId);
  const earlier = await db.nudge.findMany({
    where: { aboutId: { in: postIds } },
    select: { userId: true, aboutId: true },
  });
  const known = new Set(earlier.map(({ userId, aboutId }) => `${userId} ${aboutId}`));

  const fresh = posts.flatMap((post) => {
    const here = people.filter((person) => person.circleId === post.circleId);
    // Whoever left will not read an answer.
    if (!here.some((person) => person.userId === post.authorId)) return [];
    const others = here.filter(
      ({ userId, pausedAt }) =>
        userId !== post.authorId && !pausedAt && !apart.has(`${userId} ${post.authorId}`),
    );
    const theirs = buddies.get(`${post.circleId} ${post.authorId}`) ?? [];
    return whoIsTold(post, { others, buddies: theirs }, now)
      .filter(({ userId }) => !known.has(`${userId} ${post.postId}`))
      .map((told) => ({ ...told, circleId: post.circleId, aboutId: post.postId, createdAt: now }));
  });
  if (fresh.length > 0) await db.nudge.createMany({ data: fresh, skipDuplicates: true });
  return posts.at(-1)?.postId ?? null;
}

/** Everybody's buddies this month, by the circle and the person. */
async function listBuddies(db: Db, circleIds: string[], now: Date): Promise<Map<string, string[]>> {
  const circles = await db.circle.findMany({
    where: { id: { in: circleIds } },
    select: { id: true, timeZone: true },
  });
  const months = circles.map(({ timeZone }) => monthOf(clockIn(timeZone, now).day));
  const pairs = await db.$queryRaw<{ circleId: string; person: string; buddy: string }[]>`
    select circle.id as "circleId", pair.person, pair.buddy
    from unnest(${circles.map(({ id }) => id)}::uuid[], ${months}::int[]) circle (id, month)
    cross join lateral app.buddies_in(circle.id, circle.month) pair`;
  const buddies = new Map<string, string[]>();
  for (const { circleId, person, buddy } of pairs) {
    const key = `${circleId} ${person}`;
    buddies.set(key, [...(buddies.get(key) ?? []), buddy]);
  }
  return buddies;
}
