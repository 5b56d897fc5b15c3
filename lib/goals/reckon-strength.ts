import "server-only";
import { columnOf, type Day, dayIn } from "@/lib/dates";
import type { Ask, Rest } from "@/lib/goals/rules";
import { type StrengthOf, standingOf } from "@/lib/goals/strength";
import type { Viewer } from "@/lib/viewer";

type Row = Required<Ask> & { id: string; createdAt: Date; efforts: Record<Day, number>; rests: Rest[] };

/** What the strength of some of the viewer's goals is reckoned from: all that was ever logged on them. One statement. */
export async function listForStrength(
  viewer: Viewer,
  goalIds: string[],
): Promise<(StrengthOf & { id: string })[]> {
  const rows = await viewer.db.$queryRaw<Row[]>`
    select g.id, g.rhythm::text as rhythm, g.times, g.unit::text as unit, g.usual, g.every_days as "everyDays",
      g.weekdays, g.created_at as "createdAt",
      (select coalesce(json_object_agg(d.day, d.amount), '{}') from (
        select e.day, sum(e.amount)::int as amount from efforts e
        where e.user_id = g.user_id and e.goal_id = g.id group by e.day) d) as efforts,
      (select coalesce(json_agg(json_build_object('startedOn', p.started_on, 'endedOn', p.ended_on)), '[]')
        from pauses p where p.user_id = g.user_id and p.goal_id = g.id) as rests
    from goals g
    where g.user_id = ${viewer.id}::uuid and g.id = any (${goalIds}::uuid[])`;
  return rows.map(({ createdAt, ...goal }) => ({ ...goal, since: dayIn(viewer.timeZone, createdAt) }));
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
