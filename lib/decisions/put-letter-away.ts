import "server-only";
import type { Viewer } from "@/lib/viewer";

/** The viewer has read a letter: nothing points to it any more. */
export const putLetterAway = (viewer: Viewer, letterId: string) =>
  viewer.db.nudge.updateMany({
    where: { userId: viewer.id, kind: "decision", aboutId: letterId, doneAt: null },
    data: { doneAt: viewer.now },
  });
