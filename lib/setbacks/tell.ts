import "server-only";
import { columnOf } from "@/lib/dates";
import { feelingsIn } from "@/lib/feelings/schema";
import { UNREADABLE } from "@/lib/private-words";
import { Refusal } from "@/lib/refusal";
import { isAhead } from "@/lib/setbacks/rules";
import type { Told } from "@/lib/setbacks/schema";
import type { Viewer } from "@/lib/viewer";

/**
 * A setback's row as a form told it and not sealed yet, on the viewer's today unless it names a day.
 *
 * @throws Refusal when that day is still ahead.
 */
export function rowOf(viewer: Viewer, told: Told) {
  const { happened, kind, company, role, industry, stage, source } = told;
  const day = told.day ?? viewer.today;
  if (isAhead(day, viewer.today)) {
    throw new Refusal("That day is still ahead. Choose today or a day before.", "day");
  }
  return { happened, kind, company, role, industry, stage, source, day: columnOf(day) };
}

/** Keeps what it felt like, in place of what was noted before. A word that does not open stays as it lies. */
export async function noteFeelings(viewer: Viewer, setbackId: string, told: Told): Promise<void> {
  const feelings = feelingsIn(told);
  const of = { userId: viewer.id, setbackId };
  const there = await viewer.db.feeling.findMany({ where: of, select: { word: true } });
  const closed = there
    .map(({ word }) => word)
    .filter((word) => viewer.words.open("feelings.word", setbackId, word) === UNREADABLE);
  // All but those, and not those that were found: one may have been sealed meanwhile (lib/jobs/seal-old-words.ts).
  await viewer.db.feeling.deleteMany({ where: { ...of, word: { notIn: closed } } });
  await viewer.db.feeling.createMany({
    data: feelings.map(({ word, strength }) => ({
      ...of,
      word: viewer.words.seal("feelings.word", setbackId, word),
      strength,
    })),
    skipDuplicates: true,
  });
}
