import "server-only";
import type { Viewer } from "@/lib/viewer";

/**
 * Holds a circle still until the transaction ends, so that roles and free seats stay as they are read
 * next. Joining and leaving wait for it, and it for them.
 *
 * @returns false when the viewer does not look after this circle: then nothing is held.
 */
export async function holdCircle(viewer: Viewer, circleId: string): Promise<boolean> {
  const held = await viewer.db.$queryRaw<
    unknown[]
  >`select 1 from circles where id = ${circleId}::uuid for no key update`;
  return held.length > 0;
}
