import "server-only";
import { MOST_LETTERS } from "@/lib/feedback/rules";
import { requireRoom } from "@/lib/require-room";
import type { Viewer } from "@/lib/viewer";

/** Asked after a letter was tied to a setback. @throws as requireRoom. */
export async function requireRoomForLetter(viewer: Viewer, setbackId: string): Promise<void> {
  const there = { userId: viewer.id, setbackId, deletedAt: null };
  const letters = await viewer.db.feedbackRequest.count({ where: there });
  requireRoom(letters, MOST_LETTERS, "letters about this setback");
}
