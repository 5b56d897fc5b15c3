import "server-only";
import { columnOf } from "@/lib/dates";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { restUntil } from "@/lib/halts/rules";
import { freshId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";

/**
 * Keeps the days on which a goal stood still as days of rest. To be done, with the goal held still, once it goes on.
 */
export async function keepRestSince(viewer: Viewer, goalId: string, since: Date): Promise<void> {
  const rest = restUntil(viewer.today, since, viewer.timeZone);
  if (!rest) return;
  await viewer.db.pause.createMany({
    data: {
      id: freshId(),
      userId: viewer.id,
      goalId,
      startedOn: columnOf(rest.startedOn),
      endedOn: columnOf(rest.endedOn),
    },
  });
  await reckonStrength(viewer, goalId);
}
