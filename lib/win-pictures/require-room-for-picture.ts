import "server-only";
import { holdStill } from "@/lib/hold-still";
import { requireRoom } from "@/lib/require-room";
import type { Viewer } from "@/lib/viewer";
import { MOST_PICTURES } from "@/lib/win-pictures/rules";

/** How many pictures stand beside wins of the viewer's that are there, but for that of one win, if told. */
export const countPictures = ({ db, id: userId }: Viewer, except?: string): Promise<number> =>
  db.winPicture.count({
    where: { userId, ...(except && { winId: { not: except } }), win: { deletedAt: null } },
  });

/**
 * Asked after a win was brought back: a picture beside it comes with it.
 *
 * @throws Refusal when they are too many; the win stays deleted then, and can be brought back later.
 */
export async function requireRoomForPicture(viewer: Viewer, winId: string): Promise<void> {
  if (!(await viewer.db.winPicture.count({ where: { userId: viewer.id, winId } }))) return;
  await holdStill(viewer, "pictures");
  requireRoom(await countPictures(viewer), MOST_PICTURES, "pictures beside your wins", "brought back");
}
