import "server-only";
import { isSeat } from "@/lib/circles/rules";
import { dayIn, sayDay } from "@/lib/dates";
import type { MembershipRole } from "@/lib/generated/enums";
import { isId } from "@/lib/ids";
import { parseCode } from "@/lib/invitations/code";
import { choicesAbout, withSomebodyHolding } from "@/lib/memberships/rules";
import { personMark } from "@/lib/reports/thing-id";
import type { Viewer } from "@/lib/viewer";

export type Seat = { circleId: string; alias: string; role: MembershipRole };

/** The viewer's seat in a circle; null when they do not sit there now. */
export async function findSeat(viewer: Viewer, circleId: string): Promise<Seat | null> {
  if (!isId(circleId)) return null;
  return viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: { circleId: true, alias: true, role: true },
  });
}

export type SeatLine = Awaited<ReturnType<typeof listSeats>>[number];

/** The circles in which the viewer sits, and as whom: where they may share something. */
export async function listSeats(viewer: Viewer) {
  const seats = await viewer.db.membership.findMany({
    where: { userId: viewer.id, leftAt: null },
    select: { alias: true, circle: { select: { id: true, name: true } } },
    orderBy: { joinedAt: "asc" },
    relationLoadStrategy: "join",
  });
  return seats.map(({ alias, circle }) => ({ alias, ...circle }));
}

/** The viewer's seat in the circle that a link leads to, whether or not the link still works. */
export async function findSeatByCode(viewer: Viewer, code: string): Promise<Seat | null> {
  const parsed = parseCode(code);
  return parsed && findSeat(viewer, parsed.circleId);
}

/**
 * The viewer and somebody else in a circle, as each stands there. `them` may have left by now; null
 * when nobody there was ever called that, or when the viewer does not sit there.
 */
export async function findPair(viewer: Viewer, circleId: string, alias: string) {
  const people = await viewer.db.membership.findMany({
    where: { circleId, OR: [{ userId: viewer.id, leftAt: null }, { alias }] },
    select: { userId: true, alias: true, role: true, seat: true, leftAt: true, pausedAt: true },
  });
  return {
    me: people.find((person) => person.userId === viewer.id && !person.leftAt) ?? null,
    them: people.find((person) => person.alias === alias) ?? null,
  };
}

/** Who sits on a seat (1 to 8) of a circle, and what the viewer may do about it. Null when there is no choice. */
export async function findNeighbour(viewer: Viewer, circleId: string, seat: number) {
  const person = await findPerson(viewer, circleId, seat);
  return person && Object.values(person.may).some(Boolean) ? person : null;
}

/** Who sits on a seat (1 to 8) of a circle; null when nobody does whom the viewer sees. */
export async function findPerson(viewer: Viewer, circleId: string, seat: number) {
  if (!isId(circleId) || !isSeat(seat)) return null;
  const sitting = await viewer.db.membership.findMany({
    where: { circleId, leftAt: null },
    select: {
      userId: true,
      alias: true,
      role: true,
      seat: true,
      keepsTimeSince: true,
      joinedAt: true,
      circle: { select: { name: true } },
    },
    relationLoadStrategy: "join",
  });
  const people = withSomebodyHolding(sitting, (person) => person.userId === viewer.id);
  const me = people.find((person) => person.userId === viewer.id);
  const them = people.find((person) => person.seat === seat);
  if (!me || !them) return null;
  return {
    circleName: me.circle.name,
    alias: them.alias,
    /** What a report calls them. */
    mark: personMark(circleId, them.userId),
    role: them.role,
    seat,
    isMe: me === them,
    since: sayDay(dayIn(viewer.timeZone, them.joinedAt), viewer.today),
    may: choicesAbout(me, them),
  };
}
