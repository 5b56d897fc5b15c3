import "server-only";
import { subDays } from "date-fns/subDays";
import { asSystem } from "@/lib/db";

/**
 * What was kept with a report, ninety days after it was decided. While an appeal waits it is needed still. A report
 * that nobody decided in a year goes whole: nothing is kept without end because nobody looked.
 */
export async function clearSnapshots(): Promise<void> {
  await asSystem((db) =>
    db.report.deleteMany({ where: { decidedAt: null, createdAt: { lt: subDays(new Date(), 365) } } }),
  );
  await asSystem((db) =>
    db.report.updateMany({
      where: {
        decidedAt: { lt: subDays(new Date(), 90) },
        OR: [{ snapshot: { not: null } }, { words: { not: null } }],
        decisions: { none: { appeal: { decidedAt: null } } },
      },
      data: { snapshot: null, words: null },
    }),
  );
}
