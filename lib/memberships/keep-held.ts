import "server-only";
import type { Viewer } from "@/lib/viewer";

/**
 * Sees to it, after the viewer changed roles or seats of a circle that they hold still, that it has a facilitator and,
 * where two or more are active, a co-facilitator. Whoever is `spared` has just stepped down and is not asked.
 *
 * @returns false where nobody else can be co-facilitator.
 */
export async function keepHeld(viewer: Viewer, circleId: string, spared?: string): Promise<boolean> {
  const [answer] = await viewer.db.$queryRaw<{ held: boolean }[]>`
    select app.keep_my_circle_held(${circleId}::uuid, ${spared ?? null}::uuid) as held`;
  return answer?.held ?? false;
}
