import "server-only";
import type { Viewer } from "@/lib/viewer";

/**
 * Holds one of the viewer's goals still until the transaction ends, so that two efforts logged at the same moment take
 * turns, and the strength that the second leaves knows of the first. Look at the goal only afterwards.
 *
 * @returns whether there is one that was not deleted.
 */
export async function holdGoal(viewer: Viewer, goalId: string): Promise<boolean> {
  const held = await viewer.db.$queryRaw<unknown[]>`
    select 1 as held from goals
    where user_id = ${viewer.id}::uuid and id = ${goalId}::uuid and deleted_at is null for no key update`;
  return held.length > 0;
}
