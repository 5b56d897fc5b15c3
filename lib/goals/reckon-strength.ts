import "server-only";
import { columnOf, type Day, dayIn } from "@/lib/dates";
import { Prisma } from "@/lib/generated/client";
import type { Rest, Rhythm } from "@/lib/goals/rules";
import { type Former, type StrengthOf, standingOf } from "@/lib/goals/strength";
import type { Viewer } from "@/lib/viewer";

/**
 * A goal as `goalLived` gives it: with all that was ever logged on it, by day, its rests, and what it asked for before.
 */
export type LivedRow = Required<Rhythm> & {
  id: string;
  title: string;
  createdAt: string;
  efforts: Record<Day, number>;
  rests: Rest[];
  former: Former[];
};

/** What the strength of a goal `g` is reckoned from, as one object. */
export const goalLived = Prisma.sql`
  json_build_object('id', g.id, 'title', g.title, 'rhythm', g.rhythm, 'times', g.times, 'unit', g.unit,
    'usual', g.usual, 'everyDays', g.every_days, 'weekdays', g.weekdays, 'createdAt', g.created_at,
    'efforts', (select coalesce(json_object_agg(day, amount), '{}') from (
      select e.day, sum(e.amount) as amount from efforts e
      where e.user_id = g.user_id and e.goal_id = g.id group by e.day) done),
    'rests', (select coalesce(json_agg(json_build_object('startedOn', p.started_on, 'endedOn', p.ended_on)), '[]')
      from pauses p where p.user_id = g.user_id and p.goal_id = g.id),
    'former', (select coalesce(json_agg(json_build_object('until', f.until, 'rhythm', f.rhythm, 'times', f.times,
        'unit', f.unit, 'usual', f.usual, 'everyDays', f.every_days, 'weekdays', f.weekdays) order by f.until), '[]')
      from former_rhythms f where f.user_id = g.user_id and f.goal_id = g.id))`;

export const livedIn = (viewer: Pick<Viewer, "timeZone">, { createdAt, ...goal }: LivedRow) => ({
  ...goal,
  since: dayIn(viewer.timeZone, new Date(createdAt)),
});

/** What the strength of some of the viewer's goals is reckoned from. One statement. */
export async function listForStrength(
  viewer: Viewer,
  goalIds: string[],
): Promise<(StrengthOf & { id: string })[]> {
  const rows = await viewer.db.$queryRaw<{ goal: LivedRow }[]>`
    select ${goalLived} as goal from goals g
    where g.user_id = ${viewer.id}::uuid and g.id = any (${goalIds}::uuid[])`;
  return rows.map(({ goal }) => livedIn(viewer, goal));
}

/**
 * Reckons the strength of a goal again from everything that was logged on it, and keeps it where pages read it. To be
 * done, with the goal held still, by whatever changes its efforts, its rests or what it asks for.
 */
export async function reckonStrength(viewer: Viewer, goalId: string): Promise<void> {
  const [goal] = await listForStrength(viewer, [goalId]);
  const at = goal ? standingOf(goal) : null;
  await viewer.db.goal.updateMany({
    where: { userId: viewer.id, id: goalId },
    data: { strength: at?.strength ?? 0, holds: at?.holds ?? 0, strengthOn: at && columnOf(at.day) },
  });
}
