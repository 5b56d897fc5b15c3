import "server-only";
import { addDays, columnOf, dayOf, daysBetween } from "@/lib/dates";
import { refuseThird } from "@/lib/experiments/refuse-third";
import type { BetterBy } from "@/lib/experiments/schema";
import { holdStill } from "@/lib/hold-still";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

type Asked = { id: string; change: string; better: BetterBy; cases: number | null; days: number | null };

/**
 * Begins an experiment today, once however often it is asked for, and answers with its id.
 *
 * @throws Refusal when two others are running.
 */
export async function begin(viewer: Viewer, asked: Asked): Promise<string> {
  await holdStill(viewer, "experiments");
  const sealed = (row: { id: string; change: string }) => ({
    userId: viewer.id,
    change: viewer.words.seal("experiments.change", row.id, row.change),
  });
  const { id } = await keepOnce(asked, {
    add: ({ days, ...row }) =>
      viewer.db.experiment.createMany({
        data: {
          ...row,
          ...sealed(row),
          startedOn: columnOf(viewer.today),
          untilDay: days === null ? null : columnOf(addDays(viewer.today, days)),
        },
        skipDuplicates: true,
      }),
    // Sent again on the next day it is the same: it lasts as long, from when it began.
    find: async ({ days, ...row }) => {
      const there = await viewer.db.experiment.findFirst({
        where: { ...row, ...sealed(row) },
        select: { startedOn: true, untilDay: true },
      });
      if (!there) return 0;
      const lasts = there.untilDay && daysBetween(dayOf(there.startedOn), dayOf(there.untilDay));
      if (lasts !== days) return 0;
      // Deleted meanwhile and sent again, it is there again.
      const mine = { userId: viewer.id, id: row.id };
      return (await viewer.db.experiment.updateMany({ where: mine, data: { deletedAt: null } })).count;
    },
  });
  await refuseThird(viewer);
  return id;
}
