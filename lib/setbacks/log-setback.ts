import "server-only";
import { type Feeling, sayFeeling } from "@/lib/feelings/rules";
import { feelingsIn } from "@/lib/feelings/schema";
import { keepOnce } from "@/lib/keep-once";
import type { Told } from "@/lib/setbacks/schema";
import { openFeelings, openSetback, sealSetback } from "@/lib/setbacks/sealed";
import { noteFeelings, rowOf } from "@/lib/setbacks/tell";
import type { Viewer } from "@/lib/viewer";

/** Writes a setback down for the viewer, with what it felt like, and answers with its id. */
export async function logSetback(viewer: Viewer, id: string, told: Told): Promise<string> {
  const setback = { id, userId: viewer.id, ...rowOf(viewer, told), feelings: feelingsIn(told) };
  const kept = await keepOnce(setback, {
    // Sealed here and no sooner: words are sealed to the id under which they are kept.
    add: async ({ feelings: _, ...row }) => {
      const sealed = sealSetback(viewer.words, row.id, row);
      const added = await viewer.db.setback.createMany({ data: sealed, skipDuplicates: true });
      if (added.count > 0) await noteFeelings(viewer, row.id, told);
      return added;
    },
    find: async ({ feelings, happened, company, role, industry, stage, source, ...row }) => {
      const there = await viewer.db.setback.findFirst({
        where: row,
        select: {
          id: true,
          happened: true,
          company: true,
          role: true,
          industry: true,
          stage: true,
          source: true,
          feelings: { select: { word: true, strength: true } },
        },
      });
      if (!there) return 0;
      const { id, feelings: felt, ...words } = there;
      const opened = openSetback(viewer.words, { id, ...words });
      const same =
        inWords(openFeelings(viewer.words, id, felt)) === inWords(feelings) &&
        opened.happened === happened &&
        opened.company === company &&
        opened.role === role &&
        opened.industry === industry &&
        opened.stage === stage &&
        opened.source === source;
      if (!same) return 0;
      // Deleted meanwhile and sent again, it is there again.
      return (await viewer.db.setback.updateMany({ where: row, data: { deletedAt: null } })).count;
    },
  });
  return kept.id;
}

const inWords = (feelings: Feeling[]): string => feelings.map(sayFeeling).sort().join();
