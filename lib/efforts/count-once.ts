import "server-only";
import { notFound } from "next/navigation";
import { columnOf, type Day, dayOf } from "@/lib/dates";
import type { GoalUnit } from "@/lib/generated/enums";
import { holdGoal } from "@/lib/goals/hold-goal";
import { reckonStrength } from "@/lib/goals/reckon-strength";
import { whyNoEffort } from "@/lib/halts/rules";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** An effort as it is kept, in the unit of its goal. */
export type Logged = { day: Day; amount: number; unit: GoalUnit };

/** What can be counted for its goal once: the effort that it becomes, and what says that it was counted before. */
type Countable = { id: string; goalId: string; day: Day; orAny: { id: string } | { goalId: string } };

/**
 * Counts something for its goal once, however often, on whatever day, and from whatever page it is pressed: its effort
 * has an id that follows from what is counted, and no form can say anything of it.
 *
 * @returns how it is kept: as it was when it was counted first.
 */
export async function countOnce(viewer: Viewer, { id, goalId, day, orAny }: Countable): Promise<Logged> {
  const userId = viewer.id;
  const goal = (await holdGoal(viewer, goalId)) ?? notFound();
  const there = await viewer.db.effort.findFirst({
    where: { userId, OR: [{ id }, orAny] },
    select: { day: true, amount: true, goal: { select: { unit: true } } },
    orderBy: { id: "asc" },
    relationLoadStrategy: "join",
  });
  if (there) return { day: dayOf(there.day), amount: there.amount, unit: there.goal.unit };
  const halted = whyNoEffort(goal);
  if (halted) throw new Refusal(halted);
  const { usual: amount, unit } = goal;
  // One that gets another goal at this moment is held by neither of them: then it is one by its id.
  const data = { id, userId, goalId, day: columnOf(day), amount };
  await viewer.db.effort.createMany({ data, skipDuplicates: true });
  await reckonStrength(viewer, goalId);
  return { day, amount, unit };
}
