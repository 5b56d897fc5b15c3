import "server-only";
import { addDays, dayIn, dayOf, sayDay } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { whoHoldsCircle } from "@/lib/memberships/rules";
import {
  meetingsIn,
  type Seen,
  scheduleOf,
  seenIn,
  type TurnRole,
  turnRoles,
  type Week,
  weekNow,
} from "@/lib/roles/rules";
import type { Viewer } from "@/lib/viewer";

/** Those with whom the viewer shares nothing are counted among them, and not shown. */
type Person = Seen & { alias: string };

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
      secondMeetingDay: true,
      memberships: {
        where: { leftAt: null },
        select: {
          userId: true,
          alias: true,
          role: true,
          seat: true,
          joinedAt: true,
          pausedAt: true,
          keepsTimeSince: true,
        },
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
    isHidden,
    alias: active.find((person) => person.userId === userId)?.alias ?? "",
    isMe: userId === viewer.id,
  }));
  const seen = people.filter((person) => !person.isHidden);
  const whoIs = (userId: string | null | undefined) => seen.find((one) => one.userId === userId) ?? null;
  const today = dayIn(circle.timeZone, viewer.now);
  const rotation = circle.rotation && {
    ...circle.rotation,
    startsOn: dayOf(circle.rotation.startsOn),
    turnedOn: dayOf(circle.rotation.turnedOn),
  };
  const swaps = circle.turnSwaps.map((swap) => ({ ...swap, weekOn: dayOf(swap.weekOn) }));

  const isTurned = rotation !== null && rotation.turnedOn >= weekNow(rotation, today);
  const holder = whoIs(whoHoldsCircle(active, (person) => person.userId === viewer.id)?.userId);
  const keeper = whoIs(active.find(({ keepsTimeSince }) => keepsTimeSince)?.userId);
  const isKept = rotation !== null && rotation.every > 0;
  const now = seenIn(people, {
    weekOn: today,
    facilitator: holder,
    // Where roles go round somebody keeps the time: nobody who is seen, then, and for the reader the next one.
    timekeeper: keeper ?? (isKept ? (people.find((person) => person.isHidden) ?? null) : null),
  });

  /** Somebody's turn in a week, with what is being asked about it and what the viewer may do. */
  const turnOf = (week: Week<Person | null>, role: TurnRole, isNow: boolean, planned: Week<Person>) => {
    const { [role]: person, weekOn } = week;
    if (!person) return null;
    const isTruly = planned[role] === person;
    const swap = swaps.find((one) => one.weekOn === weekOn && one.role === role);
    const isOffered = !isNow && swap?.offeredById === person.userId;
    const asked = isOffered && swap.askedId ? whoIs(swap.askedId) : null;
    return {
      alias: person.alias,
      isMe: person.isMe,
      /** Somebody else's turn, which they took. */
      isTaken: !isNow && swap?.takenById === person.userId,
      offer: isOffered ? { swapId: swap.id, asked: asked && { alias: asked.alias, isMe: asked.isMe } } : null,
      canOffer: !isNow && person.isMe && isTruly && !isOffered && seen.length > 1,
      canTake: isOffered && !person.isMe && !me.pausedAt && (!swap.askedId || swap.askedId === viewer.id),
    };
  };
  const weeks = rotation ? scheduleOf(people, rotation, swaps, today) : [];
  // A turn that somebody took who is hidden reads as whose it was, unless it was the viewer's: that it is no more.
  const untaken = swaps.filter(
    ({ takenById }) => !people.some((one) => one.isHidden && one.userId === takenById),
  );
  const unswapped = rotation ? scheduleOf(people, rotation, untaken, today) : [];
  const shownIn = (planned: Week<Person>, at: number) => {
    const was = unswapped[at]?.facilitator;
    const facilitator = planned.facilitator.isHidden && was && !was.isMe ? was : planned.facilitator;
    return seenIn(people, { ...planned, facilitator });
  };
  return {
    circle: { id: circle.id, name: circle.name },
    every: rotation?.every ?? 0,
    canChoose: me.role === "facilitator",
    isPaused: me.pausedAt !== null,
    now,
    myRoles: turnRoles.filter((role) => now[role]?.isMe),
    /** Who else is there, to be asked whether they take a turn. */
    others: seen.flatMap(({ userId, alias, isMe }) => (isMe ? [] : [{ userId, alias }])),
    weeks: weeks.map((planned, at) => {
      const { weekOn } = planned;
      const isNow = at === 0;
      const has = isNow && isTurned ? { ...now, weekOn } : shownIn(planned, at);
      return {
        weekOn,
        isNow,
        /** "Thursday, 3 December", or "Monday, 30 November and Thursday, 3 December": when they meet in it. */
        meets: meetingsIn(weekOn, circle)
          .map((day) => sayDay(day, today))
          .join(" and "),
        from: sayDay(weekOn, today),
        until: sayDay(addDays(weekOn, 6), today),
        facilitator: turnOf(has, "facilitator", isNow, planned),
        timekeeper: turnOf(has, "timekeeper", isNow, planned),
      };
    }),
  };
}
