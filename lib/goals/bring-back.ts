import "server-only";
import type { Prisma } from "@/lib/generated/client";
import { holdGoal } from "@/lib/goals/hold-goal";
import { keepRestSince } from "@/lib/halts/keep-rest";
import { haltedAt } from "@/lib/halts/rules";
import type { Viewer } from "@/lib/viewer";

/**
 * Brings a goal of the viewer's back that was deleted, whichever way asks for it: undone, sent again, or made again of
 * what it was made of. It is there as it was, with all that was logged, and the days without it were days of rest. One
 * that is there stays as it is.
 *
 * @returns whether there is such a goal.
 */
export async function bringBack(viewer: Viewer, which: Prisma.GoalWhereInput): Promise<boolean> {
  const goal = await viewer.db.goal.findFirst({
    where: { ...which, userId: viewer.id },
    select: { id: true, deletedAt: true, finishedAt: true, archivedAt: true },
  });
  if (!goal?.deletedAt) return goal !== null;
  const { count } = await viewer.db.goal.updateMany({
    where: { userId: viewer.id, id: goal.id, deletedAt: { not: null } },
    data: { deletedAt: null },
  });
  // One that stood still before goes on doing so.
  if (count > 0 && !haltedAt(goal) && (await holdGoal(viewer, goal.id)))
    await keepRestSince(viewer, goal.id, goal.deletedAt);
  return true;
}
