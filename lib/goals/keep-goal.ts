import "server-only";
import type { z } from "zod";
import { bringBack } from "@/lib/goals/bring-back";
import { holdGoals, requireRoomForGoal } from "@/lib/goals/room-for-goal";
import type { goalForm } from "@/lib/goals/schema";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

type Kept = z.output<typeof goalForm>;

/** A goal as it begins, where nobody was asked for more. */
type NewGoal = Pick<Kept, "id" | "title" | "category" | "rhythm" | "times"> & Partial<Kept>;

const usually = {
  unit: "times",
  usual: 1,
  everyDays: null,
  weekdays: [] as number[],
  finishBy: null,
} as const;

/** Keeps a goal that the viewer takes on, and answers with its id. */
export async function keepGoal(viewer: Viewer, goal: NewGoal): Promise<string> {
  await holdGoals(viewer);
  const { id } = await keepOnce(
    { ...usually, ...goal, userId: viewer.id },
    {
      add: (row) => viewer.db.goal.createMany({ data: row, skipDuplicates: true }),
      // Deleted meanwhile and sent again, it is there again.
      find: async ({ weekdays, ...row }) =>
        (await bringBack(viewer, { ...row, weekdays: { equals: weekdays } })) ? 1 : 0,
    },
  );
  await requireRoomForGoal(viewer);
  return id;
}
