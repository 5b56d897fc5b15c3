import "server-only";
import type { Viewer } from "@/lib/viewer";

/**
 * Blocks whoever is or was called that in a circle of the viewer's, both ways.
 *
 * @returns false when nobody there is called that, as far as the viewer can see.
 */
export async function blockSomebody(viewer: Viewer, circleId: string, alias: string): Promise<boolean> {
  const [answer] = await viewer.db.$queryRaw<{ blocked: boolean }[]>`
    select app.block_somebody(${circleId}::uuid, ${alias}) as blocked`;
  return answer?.blocked ?? false;
}
