import "server-only";
import type { GoalUnit } from "@/lib/generated/enums";
import { sayUnit } from "@/lib/goals/units";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/**
 * What a goal counts stays as it is while anything is logged on it: 75 minutes are not 75 applications. Hold the goal
 * still before, so that no effort comes in between.
 *
 * @throws Refusal where it would become something else.
 */
export async function requireUnitOfEntries(viewer: Viewer, goalId: string, unit: GoalUnit): Promise<void> {
  const counted = await viewer.db.goal.findFirst({
    where: { userId: viewer.id, id: goalId, unit: { not: unit }, efforts: { some: {} } },
    select: { unit: true },
  });
  if (!counted) return;
  const was = sayUnit(counted.unit);
  throw new Refusal(
    `What you logged here was counted in ${was}, so this goal goes on in ${was}. Add another goal for ${sayUnit(unit)}; this one keeps what you did.`,
    "unit",
  );
}
