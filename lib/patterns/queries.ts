import "server-only";
import { dayIn, dayOf } from "@/lib/dates";
import { patternsIn } from "@/lib/patterns/rules";
import { isFirstDay } from "@/lib/phases/rules";
import { type Column, UNREADABLE } from "@/lib/private-words";
import type { Viewer } from "@/lib/viewer";

/**
 * What the viewer's setbacks, reasons and reframes show when they are counted. Three statements, however many there
 * are.
 */
export async function findPatterns(viewer: Viewer) {
  const mine = { userId: viewer.id, deletedAt: null };
  const there = { deletedAt: null };
  const setbacks = await viewer.db.setback.findMany({
    where: mine,
    select: { id: true, kind: true, day: true, role: true, industry: true, source: true, createdAt: true },
    orderBy: [{ day: "desc" }, { id: "desc" }],
  });
  const reasons = await viewer.db.reason.findMany({
    where: { ...mine, setback: there },
    select: { setbackId: true, whose: true, letGoAt: true },
  });
  const felt = await viewer.db.reframeFeeling.findMany({
    where: { userId: viewer.id, after: { not: null }, reframe: { deletedAt: null, setback: there } },
    select: { reframeId: true, before: true, after: true, reframe: { select: { createdAt: true } } },
    relationLoadStrategy: "join",
  });
  // What does not open says nothing that could be counted.
  const said = (column: Column, id: string, stored: string | null) => {
    const text = viewer.words.open(column, id, stored);
    return text === UNREADABLE ? null : text;
  };
  const patterns = patternsIn(
    {
      setbacks: setbacks.map(({ createdAt: _, ...setback }) => ({
        ...setback,
        day: dayOf(setback.day),
        role: said("setbacks.role", setback.id, setback.role),
        industry: said("setbacks.industry", setback.id, setback.industry),
        source: said("setbacks.source", setback.id, setback.source),
      })),
      reasons: reasons.map(({ letGoAt, ...reason }) => ({ ...reason, letGo: letGoAt !== null })),
      felt: felt.flatMap(({ reframe, after, ...feeling }) =>
        after === null ? [] : [{ ...feeling, after, day: dayIn(viewer.timeZone, reframe.createdAt) }],
      ),
    },
    viewer.today,
  );
  // As hasFreshSetback says, of what was read already.
  const waits = setbacks.some(({ createdAt }) => isFirstDay(createdAt, viewer.today, viewer.timeZone));
  return { ...patterns, waits };
}
