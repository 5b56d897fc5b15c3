import "server-only";
import { freshId } from "@/lib/ids";
import type { Told } from "@/lib/setbacks/schema";
import { noteFeelings, rowOf } from "@/lib/setbacks/tell";
import type { Viewer } from "@/lib/viewer";

/**
 * Writes a setback down for the viewer and answers with its id. The same words sent again are the same
 * setback, deleted meanwhile or not. Other words under an id that is taken come from a form that was open
 * twice: they become a setback of their own, because neither may be lost.
 */
export async function logSetback(viewer: Viewer, id: string, told: Told): Promise<string> {
  const row = rowOf(viewer, told);
  const { count } = await viewer.db.setback.createMany({
    data: { userId: viewer.id, id, ...row },
    skipDuplicates: true,
  });
  if (count > 0) {
    await noteFeelings(viewer, id, told);
    return id;
  }
  const again = await viewer.db.setback.updateMany({
    where: { userId: viewer.id, id, happened: row.happened },
    data: { ...row, deletedAt: null },
  });
  if (again.count === 0) return logSetback(viewer, freshId(), told);
  await noteFeelings(viewer, id, told);
  return id;
}
