import "server-only";
import { columnOf, type Day, dayOf } from "@/lib/dates";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

type Sent = {
  id: string;
  goalId: string;
  /** What the form did not say is filled in when it first arrives: today, and as much as is usual then. */
  day: Day | undefined;
  amount: number | undefined;
  usual: number;
};

/**
 * Keeps an effort on a goal that is held, and answers how it is kept. Only what a form says can make it another one:
 * a press that says no day is the same press when it is sent again after midnight, and stays on the day on which it
 * first arrived.
 */
export async function keepEffort(
  viewer: Viewer,
  { id, goalId, day, amount, usual }: Sent,
): Promise<{ day: Day; amount: number }> {
  const userId = viewer.id;
  const said = { goalId, ...(day && { day: columnOf(day) }), ...(amount && { amount }) };
  const filled = { day: columnOf(viewer.today), amount: usual };
  const kept = await keepOnce(
    { ...said, id },
    {
      add: (row) =>
        viewer.db.effort.createMany({ data: { ...filled, ...row, userId }, skipDuplicates: true }),
      find: (row) => viewer.db.effort.count({ where: { ...row, userId } }),
    },
  );
  const there = kept.isNew
    ? null
    : await viewer.db.effort.findFirst({
        where: { userId, id: kept.id },
        select: { day: true, amount: true },
      });
  const { day: on, amount: much } = there ?? { ...filled, ...said };
  return { day: dayOf(on), amount: much };
}
