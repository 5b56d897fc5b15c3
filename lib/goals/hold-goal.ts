import "server-only";
import { columnOf } from "@/lib/dates";
import { type Rhythm, rhythmOf } from "@/lib/goals/rules";
import type { Viewer } from "@/lib/viewer";

/** A goal as it is while it is held. */
export type HeldGoal = Required<Rhythm> & {
  finishBy: Date | null;
  finishedAt: Date | null;
  archivedAt: Date | null;
};

/**
 * Holds one of the viewer's goals still until the transaction ends, so that two efforts logged at the same moment take
 * turns, and the strength that the second leaves knows of the first. Look at what belongs to the goal only afterwards.
 *
 * @returns the goal; null where there is none, or it was deleted.
 */
export async function holdGoal(viewer: Viewer, goalId: string): Promise<HeldGoal | null> {
  const [held] = await viewer.db.$queryRaw<HeldGoal[]>`
    select rhythm::text as rhythm, times, unit::text as unit, usual, every_days as "everyDays", weekdays,
      finish_by as "finishBy", finished_at as "finishedAt", archived_at as "archivedAt"
    from goals
    where user_id = ${viewer.id}::uuid and id = ${goalId}::uuid and deleted_at is null for no key update`;
  return held ?? null;
}

/**
 * Keeps what a goal that is held asked for until now, where it asks for something else from now on: its days until
 * today were lived by it. Changed twice on one day, it is what it was that morning; and so it is where a change lies
 * ahead, since its member travelled west after it: what came after that was lived on no day yet.
 */
export async function keepFormerRhythm(
  viewer: Viewer,
  goalId: string,
  { before, next }: { before: Required<Rhythm>; next: Required<Rhythm> },
): Promise<void> {
  if (JSON.stringify(rhythmOf(before)) === JSON.stringify(rhythmOf(next))) return;
  const until = columnOf(viewer.today);
  const changed = await viewer.db.formerRhythm.count({
    where: { userId: viewer.id, goalId, until: { gte: until } },
  });
  if (changed > 0) return;
  await viewer.db.formerRhythm.createMany({
    data: { ...rhythmOf(before), userId: viewer.id, goalId, until },
  });
}
