import "server-only";
import { keepRestSince } from "@/lib/halts/keep-rest";
import { haltedAt } from "@/lib/halts/rules";
import type { Viewer } from "@/lib/viewer";

/**
 * Brings back a goal that may have been deleted, whichever way its member asks for it: the days between were days of
 * rest. To be done while the list is held (holdGoals), before asking whether there is room.
 *
 * @returns whether there is such a goal, deleted meanwhile or not.
 */
export async function bringBack(viewer: Viewer, goalId: string): Promise<boolean> {
  const mine = { userId: viewer.id, id: goalId };
  const goal = await viewer.db.goal.findFirst({
    where: mine,
    select: { deletedAt: true, finishedAt: true, archivedAt: true },
  });
  if (!goal?.deletedAt) return goal !== null;
  await viewer.db.goal.updateMany({ where: mine, data: { deletedAt: null } });
  // One that stood still before goes on doing so.
  if (!haltedAt(goal)) await keepRestSince(viewer, goalId, goal.deletedAt);
  return true;
}
