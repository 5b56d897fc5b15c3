import "server-only";
import { subHours } from "date-fns/subHours";
import { subWeeks } from "date-fns/subWeeks";
import { monthOf } from "@/lib/buddies/rules";
import { clockIn } from "@/lib/circles/rules";
import { sayMonth } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { HOURS_TO_ANSWER, sayAnswered, WEEKS_OF_ANSWERS } from "@/lib/posts/rules";
import type { Viewer } from "@/lib/viewer";

export type BuddiesView = NonNullable<Awaited<ReturnType<typeof findBuddies>>>;

/** Who is the viewer's buddy in a circle this month, by its own calendar; null for whoever does not sit there now. */
export async function findBuddies(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: {
      pausedAt: true,
      circle: {
        select: {
          id: true,
          name: true,
          timeZone: true,
          memberships: { where: { leftAt: null }, select: { userId: true, alias: true } },
        },
      },
    },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  const { memberships, ...circle } = seat.circle;
  const { day } = clockIn(circle.timeZone, viewer.now);
  const mine = await viewer.db.$queryRaw<{ buddy: string }[]>`
    select buddy from app.my_buddies(${circleId}::uuid, ${monthOf(day)}::int) buddy`;
  const isMine = new Set(mine.map(({ buddy }) => buddy));
  return {
    ...circle,
    month: sayMonth(day),
    isPaused: seat.pausedAt !== null,
    buddies: memberships.filter(({ userId }) => isMine.has(userId)).map(({ alias }) => alias),
    answered: sayAnswered(await countAnswered(viewer, circleId)),
  };
}

/** Of what was shared in a circle lately and has had its day, how much was answered in words on it. One statement. */
export async function countAnswered(
  viewer: Viewer,
  circleId: string,
): Promise<{ answered: number; posts: number }> {
  const [from, until] = [subWeeks(viewer.now, WEEKS_OF_ANSWERS), subHours(viewer.now, HOURS_TO_ANSWER)];
  const [counts] = await viewer.db.$queryRaw<{ answered: number; posts: number }[]>`
    select count(*)::int as posts, count(*) filter (where exists (
      select from replies r
      where r.circle_id = p.circle_id and r.post_id = p.id
        and r.author_id <> p.author_id and r.taken_back_at is null
        and r.created_at < p.created_at + ${HOURS_TO_ANSWER}::int * interval '1 hour'))::int as answered
    from posts p
    where p.circle_id = ${circleId}::uuid and p.taken_back_at is null and p.author_id is not null
      and p.created_at >= ${from} and p.created_at < ${until}`;
  return counts ?? { answered: 0, posts: 0 };
}
