import "server-only";
import { sayDay } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { termOf } from "@/lib/terms/rules";
import type { Viewer } from "@/lib/viewer";

export type TermView = NonNullable<Awaited<ReturnType<typeof findTerm>>>;

/** The viewer's twelve weeks in a circle; null where they do not sit. */
export async function findTerm(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: { termFrom: true, pausedAt: true, circle: { select: { id: true, name: true } } },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  const term = termOf(seat.termFrom, viewer.now, viewer.timeZone);
  return {
    circle: seat.circle,
    isPaused: seat.pausedAt !== null,
    ...term,
    ends: sayDay(term.endsOn, viewer.today),
  };
}
