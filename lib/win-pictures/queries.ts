import "server-only";
import { isId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";

/** What a page needs to draw a picture; the picture itself is asked for by its address. */
export type PictureCard = { src: string; alt: string | null; width: number; height: number };

/** What is read of a picture beside its win. Sides in pixels. */
export const pictureCard = { id: true, alt: true, width: true, height: true } as const;

type Row = { id: string; alt: string | null; width: number; height: number };

/** @param winId as it lies, in small letters: the words are sealed to it. */
export function openPicture(viewer: Viewer, winId: string, row: Row | null): PictureCard | null {
  if (!row) return null;
  const { id, alt, width, height } = row;
  return {
    // The browser asks anew where there is another picture.
    src: `/api/win-pictures/${winId}?is=${id}`,
    alt: viewer.words.open("win_pictures.alt", winId, alt),
    width,
    height,
  };
}

/** The picture beside a win of the viewer's, opened: WebP. Null where there is none, or where it does not open. */
export async function findPictureBytes(
  viewer: Viewer,
  winId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isId(winId)) return null;
  const row = await viewer.db.winPicture.findFirst({
    where: { userId: viewer.id, winId, win: { deletedAt: null } },
    select: { winId: true, picture: true },
  });
  return row && viewer.words.openBytes("win_pictures.picture", row.winId, row.picture);
}
