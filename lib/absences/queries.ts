import "server-only";
import { keptUntil } from "@/lib/absences/rules";
import { dayIn, sayDay } from "@/lib/dates";
import { isId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";

export type OwnSeat = NonNullable<Awaited<ReturnType<typeof findOwnSeat>>>;

/** The viewer's seat in a circle, as its pause stands; null for whoever does not sit there now. */
export async function findOwnSeat(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: {
      heardAt: true,
      askedAt: true,
      pausedAt: true,
      pauseLine: true,
      endSaidAt: true,
      role: true,
      circle: { select: { id: true, name: true } },
    },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  return {
    circle: seat.circle,
    hasRole: seat.role !== "member",
    isAsked: seat.askedAt !== null,
    pauseLine: seat.pauseLine,
    /** "Thursday, 24 December"; null while they are there. */
    keptUntil: seat.pausedAt && sayDay(dayIn(viewer.timeZone, keptUntil(seat.pausedAt, seat)), viewer.today),
  };
}
