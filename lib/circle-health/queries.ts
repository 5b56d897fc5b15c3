import "server-only";
import {
  type Asked,
  answersOf,
  casesOf,
  type Heard,
  type Stay,
  sayAnswers,
  sayShowedUp,
  showedUp,
  weeksOf,
} from "@/lib/circle-health/rules";
import { addDays, columnOf, type Day, dayIn, sayDay, startOfDay } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { ENOUGH } from "@/lib/patterns/rules";
import type { Viewer } from "@/lib/viewer";

/** How posts of a circle were answered since a moment, as the viewer sees them. One statement. */
export async function countAnswers(viewer: Viewer, circleId: string, since: Date) {
  const posts = await viewer.db.$queryRaw<Asked[]>`
    select coalesce(p.shown_at, p.created_at) as "createdAt",
           (select min(r.created_at) from replies r
            where r.circle_id = p.circle_id and r.post_id = p.id
              and r.author_id <> p.author_id and r.taken_back_at is null) as "answeredAt"
    from posts p
    where p.circle_id = ${circleId}::uuid and p.created_at >= ${since} and p.taken_back_at is null
      and p.author_id is not null`;
  return answersOf(posts, viewer.now);
}

export type Health = NonNullable<Awaited<ReturnType<typeof findHealth>>>;

/** How a circle of the viewer's is doing over its last eight weeks; null where they do not sit. */
export async function findHealth(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const circle = await viewer.db.circle.findFirst({
    where: { id: circleId, memberships: { some: { userId: viewer.id, leftAt: null } } },
    select: {
      id: true,
      name: true,
      meetingDay: true,
      timeZone: true,
      memberships: { select: { userId: true, joinedAt: true, leftAt: true, pausedAt: true } },
    },
    relationLoadStrategy: "join",
  });
  if (!circle) return null;
  const { memberships, timeZone, ...named } = circle;
  const weeks = weeksOf({ ...named, timeZone }, viewer.now);
  const first = weeks[0]?.first ?? viewer.today;
  const since = startOfDay(first, timeZone);
  const dayOfTheirs = (moment: Date | null) => moment && dayIn(timeZone, moment);
  const stays = memberships.map(
    ({ userId, joinedAt, leftAt, pausedAt }): Stay => ({
      userId,
      from: dayIn(timeZone, joinedAt),
      until: dayOfTheirs(leftAt),
      pausedOn: dayOfTheirs(pausedAt),
    }),
  );
  const { heard, said } = await readHeard(viewer, circleId, { timeZone, first, since });
  const seen = showedUp(weeks, stays, heard);
  const answers = await countAnswers(viewer, circleId, since);
  return {
    ...named,
    showedUp: {
      isEnough: seen.reduce((sum, { there }) => sum + there, 0) >= ENOUGH,
      says: sayShowedUp(seen),
      weeks: seen.map(({ week, heard, there }) => ({
        key: week.first,
        began: sayDay(week.first, viewer.today),
        heard,
        there,
      })),
    },
    answers: { ...answers, isEnough: casesOf(answers) >= ENOUGH, says: sayAnswers(answers) },
    commitments: said,
  };
}

type Since = { timeZone: string; first: Day; since: Date };

/**
 * Who was heard on which days of the circle's calendar: in posts, replies, warm signals, check-ins and commitments, and at
 * meetings. And how many commitments were said. What lies by weeks is looked up by them: it was written in its week, or
 * a few days before. Before the circle met on another day, a week began up to six days earlier.
 * Who is at a meeting its people see as rows, since turns go round among all of them: whoever shares nothing with the
 * viewer is left out here.
 */
async function readHeard(viewer: Viewer, circleId: string, { timeZone, first, since }: Since) {
  const before = columnOf(addDays(first, -7));
  const rows = await viewer.db.$queryRaw<{ heard: Heard[]; said: number }[]>`
    with said as materialized (
      select author_id, created_at, week from commitments where circle_id = ${circleId}::uuid and week >= ${before}::date
    )
    select coalesce(json_agg(distinct jsonb_build_object('userId', s.person,
          'day', to_char(s.at at time zone ${timeZone}, 'YYYY-MM-DD'))) filter (where s.person is not null), '[]') as heard,
      (select count(*) from said where week >= ${columnOf(first)}::date)::int as said
    from (
      select author_id as person, created_at as at from posts
      where circle_id = ${circleId}::uuid and created_at >= ${since} and taken_back_at is null
      union all
      select author_id, created_at from replies
      where circle_id = ${circleId}::uuid and created_at >= ${since} and taken_back_at is null
      union all
      select member_id, created_at from encouragements
      where circle_id = ${circleId}::uuid and created_at >= ${since}
      union all
      select author_id, created_at from check_ins
      where circle_id = ${circleId}::uuid and created_at >= ${since} and week >= ${before}::date
      union all
      select author_id, created_at from said where created_at >= ${since}
      union all
      select author_id, created_at from written_turns
      where circle_id = ${circleId}::uuid and created_at >= ${since}
      union all
      select member_id, came_at from attendances
      where circle_id = ${circleId}::uuid and came_at >= ${since}
        and member_id <> all ((select app.hidden_from_me())::uuid[])) s`;
  return rows[0] ?? { heard: [], said: 0 };
}
