import "server-only";
import { sayMoment } from "@/lib/dates";
import type { Viewer } from "@/lib/viewer";

export type BlockLine = Awaited<ReturnType<typeof listBlocks>>[number];

/**
 * Whom the viewer blocked, by what they were called and where; the newest first. Who blocked the viewer nobody reads.
 */
export async function listBlocks(viewer: Viewer) {
  const blocks = await viewer.db.block.findMany({
    where: { userId: viewer.id },
    select: { id: true, alias: true, circleName: true, createdAt: true },
    orderBy: { createdAt: "desc" },
  });
  return blocks.map(({ createdAt, ...block }) => ({
    ...block,
    since: sayMoment(createdAt, viewer.now, viewer.timeZone),
  }));
}
