import "server-only";
import { addDays, dayIn, dayOf, sayDay } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { meetingIn, type OnSeat, scheduleOf, type TurnRole, turnRoles, weekNow } from "@/lib/roles/rules";
import type { Viewer } from "@/lib/viewer";

/** With no alias for whom the viewer shares nothing with: their turns are counted, and not shown. */
type Person = OnSeat & { alias: string | null; isMe: boolean };

export type Roles = NonNullable<Awaited<ReturnType<typeof findRoles>>>;
export type RolesWeek = Roles["weeks"][number];
export type Turn = NonNullable<RolesWeek["facilitator"]>;

/**
 * Who has which role in a circle, now and in the weeks that come; null for whoever does not sit there.
 */
export async function findRoles(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const circle = await viewer.db.circle.findFirst({
    where: { id: circleId },
    select: {
      id: true,
      name: true,
      timeZone: true,
      meetingDay: true,
      memberships: {
        where: { leftAt: null },
        select: { userId: true, alias: true, role: true, seat: true, pausedAt: true, keepsTimeSince: true },
        orderBy: { seat: "asc" },
      },
      rotation: { select: { every: true, startsOn: true, seat: true, turnedOn: true } },
      turnSwaps: {
        select: { id: true, weekOn: true, role: true, takenById: true, offeredById: true, askedId: true },
      },
    },
    relationLoadStrategy: "join",
  });
  const me = circle?.memberships.find((person) => person.userId === viewer.id);
  if (!circle || !me) return null;

  const active = circle.memberships.filter((person) => !person.pausedAt);
  const seats = await viewer.db.$queryRaw<{ userId: string; seat: number; isHidden: boolean }[]>`
    select user_id as "userId", seat, is_hidden as "isHidden" from app.seats_in_turn(${circleId}::uuid)`;
  const people: Person[] = seats.map(({ userId, seat, isHidden }) => ({
    userId,
    seat,
    alias: (!isHidden && active.find((person) => person.userId === userId)?.alias) || null,
    isMe: userId === viewer.id,
  }));
  const whoIs = (userId: string | null | undefined) => {
    const person = people.find((one) => one.userId === userId);
    return person?.alias ? { ...person, alias: person.alias } : null;
  };
  const today = dayIn(circle.timeZone, viewer.now);
  const rotation = circle.rotation && {
    ...circle.rotation,
    startsOn: dayOf(circle.rotation.startsOn),
    turnedOn: dayOf(circle.rotation.turnedOn),
  };
  const swaps = circle.turnSwaps.map((swap) => ({ ...swap, weekOn: dayOf(swap.weekOn) }));

  const isTurned = rotation !== null && rotation.turnedOn >= weekNow(rotation, today);
  const now = {
    facilitator: whoIs(active.find(({ role }) => role === "facilitator")?.userId),
    timekeeper: whoIs(active.find(({ keepsTimeSince }) => keepsTimeSince)?.userId),
  };

  /** Somebody's turn in a week, with what is being asked about it and what the viewer may do. */
  const turnOf = (person: Person | null, weekOn: string, role: TurnRole, isNow: boolean) => {
    if (!person?.alias) return null;
    const swap = swaps.find((one) => one.weekOn === weekOn && one.role === role);
    const isOffered = !isNow && swap?.offeredById === person.userId;
    const asked = isOffered && swap.askedId ? whoIs(swap.askedId) : null;
    return {
      alias: person.alias,
      isMe: person.isMe,
      /** Somebody else's turn, which they took. */
      isTaken: !isNow && swap?.takenById === person.userId,
      offer: isOffered ? { swapId: swap.id, asked: asked && { alias: asked.alias, isMe: asked.isMe } } : null,
      canOffer: !isNow && person.isMe && !isOffered && people.length > 1,
      canTake: isOffered && !person.isMe && !me.pausedAt && (!swap.askedId || swap.askedId === viewer.id),
    };
  };
  const weeks = rotation ? scheduleOf(people, rotation, swaps, today) : [];
  return {
    circle: { id: circle.id, name: circle.name },
    every: rotation?.every ?? 0,
    canChoose: me.role === "facilitator",
    isPaused: me.pausedAt !== null,
    now,
    myRoles: turnRoles.filter((role) => now[role]?.isMe),
    /** Who else is there, to be asked whether they take a turn. */
    others: people.flatMap(({ userId, alias, isMe }) => (alias && !isMe ? [{ userId, alias }] : [])),
    weeks: weeks.map(({ weekOn, ...planned }, at) => {
      const isNow = at === 0;
      const has = isNow && isTurned ? now : planned;
      return {
        weekOn,
        isNow,
        /** "Thursday, 3 December": when they meet in it. */
        meets: sayDay(meetingIn(weekOn, circle.meetingDay), today),
        from: sayDay(weekOn, today),
        until: sayDay(addDays(weekOn, 6), today),
        facilitator: turnOf(has.facilitator, weekOn, "facilitator", isNow),
        timekeeper: turnOf(has.timekeeper, weekOn, "timekeeper", isNow),
      };
    }),
  };
}
