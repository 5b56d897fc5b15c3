import "server-only";
import { type Feeling, sayFeeling } from "@/lib/feelings/rules";
import { feelingsIn } from "@/lib/feelings/schema";
import { keepOnce } from "@/lib/keep-once";
import type { Told } from "@/lib/setbacks/schema";
import { noteFeelings, rowOf } from "@/lib/setbacks/tell";
import type { Viewer } from "@/lib/viewer";

/** Writes a setback down for the viewer, with what it felt like, and answers with its id. */
export async function logSetback(viewer: Viewer, id: string, told: Told): Promise<string> {
  const setback = { id, userId: viewer.id, ...rowOf(viewer, told), feelings: feelingsIn(told) };
  const kept = await keepOnce(setback, {
    add: async ({ feelings: _, ...row }) => {
      const added = await viewer.db.setback.createMany({ data: row, skipDuplicates: true });
      if (added.count > 0) await noteFeelings(viewer, row.id, told);
      return added;
    },
    find: async ({ feelings, ...row }) => {
      const there = await viewer.db.setback.findFirst({
        where: row,
        select: { feelings: { select: { word: true, strength: true } } },
      });
      if (!there || inWords(there.feelings) !== inWords(feelings)) return 0;
      // Deleted meanwhile and sent again, it is there again.
      return (await viewer.db.setback.updateMany({ where: row, data: { deletedAt: null } })).count;
    },
  });
  return kept.id;
}

const inWords = (feelings: Feeling[]): string => feelings.map(sayFeeling).sort().join();
