import "server-only";
import type { z } from "zod";
import type { goalForm } from "@/lib/goals/schema";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

/** Keeps a goal that the viewer takes on, and answers with its id. */
export async function keepGoal(viewer: Viewer, goal: z.output<typeof goalForm>): Promise<string> {
  const { id } = await keepOnce(
    { ...goal, userId: viewer.id },
    {
      add: (row) => viewer.db.goal.createMany({ data: row, skipDuplicates: true }),
      // Deleted meanwhile and sent again, it is there again.
      find: async (row) => (await viewer.db.goal.updateMany({ where: row, data: { deletedAt: null } })).count,
    },
  );
  return id;
}
