import "server-only";
import { holdStill } from "@/lib/hold-still";
import { requireRoom } from "@/lib/require-room";
import type { Viewer } from "@/lib/viewer";

/** So many goals are not finished at a time: all of them stand on one page. */
export const MOST_GOALS = 50;

/** To be asked before a goal is added, brought back or taken up again, so that two presses at once take turns. */
export const holdGoals = (viewer: Viewer): Promise<void> => holdStill(viewer, "goals");

/** Asked after it. */
export async function requireRoomForGoal(
  viewer: Viewer,
  how?: "brought back" | "taken up again",
): Promise<void> {
  const kept = await viewer.db.goal.count({
    where: { userId: viewer.id, deletedAt: null, finishedAt: null },
  });
  requireRoom(kept, MOST_GOALS, "goals here", how);
}
