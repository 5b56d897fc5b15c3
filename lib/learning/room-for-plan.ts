import "server-only";
import { holdStill } from "@/lib/hold-still";
import { MOST_LEARNING_PLANS } from "@/lib/learning/rules";
import { requireRoom } from "@/lib/require-room";
import type { Viewer } from "@/lib/viewer";

/** To be asked before a plan is added or brought back, so that two presses at once take turns. */
export const holdLearningPlans = (viewer: Viewer): Promise<void> => holdStill(viewer, "learning plans");

/** Asked after it. */
export async function requireRoomForLearningPlan(viewer: Viewer, how?: "brought back"): Promise<void> {
  const kept = await viewer.db.learningPlan.count({ where: { userId: viewer.id, deletedAt: null } });
  requireRoom(kept, MOST_LEARNING_PLANS, "things to learn here", how);
}
