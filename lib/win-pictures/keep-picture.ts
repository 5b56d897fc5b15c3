import "server-only";
import { holdStill } from "@/lib/hold-still";
import { freshId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";
import type { MadeAnew } from "@/lib/win-pictures/make-anew";
import { countPictures } from "@/lib/win-pictures/require-room-for-picture";
import { MOST_PICTURES } from "@/lib/win-pictures/rules";

/**
 * Puts a picture beside a win of the viewer's, in place of the one that was there.
 *
 * @returns "no win" where there is none (any more), "full" where there is no room.
 */
export async function keepPicture(
  viewer: Viewer,
  { winId, alt, picture }: { winId: string; alt: string | null; picture: MadeAnew },
): Promise<"kept" | "no win" | "full"> {
  const { db, words, id: userId } = viewer;
  if (!(await db.win.count({ where: { userId, id: winId, deletedAt: null } }))) return "no win";
  await holdStill(viewer, "pictures");
  if ((await countPictures(viewer, winId)) >= MOST_PICTURES) return "full";
  const said = {
    id: freshId(),
    picture: words.sealBytes("win_pictures.picture", winId, picture.bytes),
    alt: words.seal("win_pictures.alt", winId, alt),
    width: picture.width,
    height: picture.height,
  };
  const { count } = await db.winPicture.updateMany({ where: { userId, winId }, data: said });
  if (count === 0) await db.winPicture.createMany({ data: { userId, winId, ...said }, skipDuplicates: true });
  return "kept";
}
