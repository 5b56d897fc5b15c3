import "server-only";
import type { Place } from "@/lib/check-ins/schema";
import type { Week } from "@/lib/check-ins/week";
import { columnOf } from "@/lib/dates";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

/**
 * Keeps what stands in the places of a check-in for the week: new words are new commitments, changed ones change, and
 * a place that was emptied takes its commitment back. What the form did not know of stays.
 *
 * @param kept the viewer's commitments for this week so far.
 */
export async function keepPlaces(
  viewer: Viewer,
  { circleId, week, kept }: { circleId: string; week: Week; kept: { id: string }[] },
  places: Place[],
): Promise<void> {
  const mine = { circleId, authorId: viewer.id };
  for (const { id, words, byDay } of places) {
    const said = { words: words ?? "", byDay: byDay && columnOf(byDay) };
    if (kept.some((row) => row.id === id)) {
      const where = { ...mine, id };
      if (words) await viewer.db.commitment.updateMany({ where, data: said });
      else await viewer.db.commitment.deleteMany({ where });
    } else if (words) {
      await keepOnce(
        { ...mine, id, ...said, week: columnOf(week.first) },
        {
          add: (row) => viewer.db.commitment.createMany({ data: row, skipDuplicates: true }),
          find: (row) => viewer.db.commitment.count({ where: row }),
        },
      );
    }
  }
}
