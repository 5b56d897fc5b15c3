import "server-only";
import { monthOf } from "@/lib/buddies/rules";
import { clockIn } from "@/lib/circles/rules";
import { asSystem, type Db } from "@/lib/db";
import { type Told, whenWaiting, whoIsTold } from "@/lib/nudges/rules";

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
  const buddies = await listBuddies(db, posts);
  const ids = [...new Set(people.map((person) => person.userId))];
  const blocks = await db.block.findMany({
    where: { userId: { in: ids }, blockedId: { in: ids } },
    select: { userId: true, blockedId: true },
  });
  const apart = new Set(
    blocks.flatMap(({ userId, blockedId }) => [`${userId} ${blockedId}`, `${blockedId} ${userId}`]),
  );
  const postIds = posts.map((post) => post.postId);
  // Whoever was asked for what they know was not told that a post waits.
  const earlier = await db.nudge.findMany({
    where: { aboutId: { in: postIds }, kind: { not: "post-advice" } },
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
    return whoIsTold(post, { others, buddies: buddies.get(post.postId) ?? [] }, now)
      .filter(({ userId }) => !known.has(`${userId} ${post.postId}`))
      .map((told) => ({ ...told, circleId: post.circleId, aboutId: post.postId, createdAt: now }));
  });
  if (fresh.length > 0) await tell(db, fresh);
  return posts.at(-1)?.postId ?? null;
}

/** One word about a post at a time: whoever was asked for what they know sees this one instead. */
async function tell(db: Db, fresh: (Told & { circleId: string; aboutId: string; createdAt: Date })[]) {
  await db.nudge.createMany({ data: fresh, skipDuplicates: true });
  const [people, about] = [fresh.map(({ userId }) => userId), fresh.map(({ aboutId }) => aboutId)];
  await db.$executeRaw`
    update nudges n set done_at = now() from unnest(${people}::uuid[], ${about}::uuid[]) told (person, about)
    where n.user_id = told.person and n.about_id = told.about and n.kind = 'post-advice' and n.done_at is null`;
}

/** Whose buddies are its author's, by the post: those of the month in which it was said, however long it waits. */
async function listBuddies(db: Db, posts: Waiting[]): Promise<Map<string, string[]>> {
  const circles = await db.circle.findMany({
    where: { id: { in: posts.map(({ circleId }) => circleId) } },
    select: { id: true, timeZone: true },
  });
  const zoneOf = new Map(circles.map(({ id, timeZone }) => [id, timeZone]));
  const months = posts.map(({ circleId, saidAt }) =>
    monthOf(clockIn(zoneOf.get(circleId) ?? "UTC", saidAt).day),
  );
  const pairs = await db.$queryRaw<{ circleId: string; month: number; person: string; buddy: string }[]>`
    select circle.id as "circleId", circle.month, pair.person, pair.buddy
    from (select distinct * from unnest(${posts.map(({ circleId }) => circleId)}::uuid[], ${months}::int[])) circle (id, month)
    cross join lateral app.buddies_in(circle.id, circle.month) pair`;
  const buddies = Map.groupBy(pairs, ({ circleId, month, person }) => `${circleId} ${month} ${person}`);
  return new Map(
    posts.map(({ postId, circleId, authorId }, at) => [
      postId,
      (buddies.get(`${circleId} ${months[at]} ${authorId}`) ?? []).map(({ buddy }) => buddy),
    ]),
  );
}
