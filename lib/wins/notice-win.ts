import "server-only";
import { columnOf, type Day } from "@/lib/dates";
import { derivedId } from "@/lib/derived-id";
import type { Viewer } from "@/lib/viewer";

/** Under which id Onward writes down the win that it noticed in another row. */
export const noticedWinId = (sourceId: string): string => derivedId(sourceId, "win");

/**
 * Writes down a win that its member need not write themselves. Once for each source, however often it is noticed;
 * from then on it is a win like any other. Say nothing in `body` that its member may not want a circle to read.
 */
export async function noticeWin(
  viewer: Viewer,
  { sourceId, body, day }: { sourceId: string; body: string; day: Day },
): Promise<void> {
  const mine = { userId: viewer.id, id: noticedWinId(sourceId) };
  const said = { body, day: columnOf(day) };
  const { count } = await viewer.db.win.createMany({ data: { ...mine, ...said }, skipDuplicates: true });
  if (count === 0) await viewer.db.win.updateMany({ where: mine, data: { ...said, deletedAt: null } });
}

/** Takes it out again, because what was noticed did not happen after all. */
export async function unnoticeWin(viewer: Viewer, sourceId: string): Promise<void> {
  await viewer.db.win.updateMany({
    where: { userId: viewer.id, id: noticedWinId(sourceId), deletedAt: null },
    data: { deletedAt: viewer.now },
  });
}
