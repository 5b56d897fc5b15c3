import { addDays, type Day, daysBetween, weekdayOf } from "@/lib/dates";

/*
 * Roles go round by seats, so that everybody can see when their turn is. A turn is one, two or four weeks long, and
 * a week begins the day after a meeting: whoever is next has days to get ready. Whoever keeps the time in one turn
 * holds the circle in the next, which makes the first time less of a first time. Nobody does both where somebody else
 * is there. Whoever is paused is passed over. Where people come, go or swap, the turn that is going on stays, and
 * those after it follow from there. A swap is for one week. Nobody is made to take a turn: they can offer it.
 *
 * Those who share nothing with each other do not read of each other here. The turns of the one are shown to the other
 * as those of whoever comes next, as if an account were gone. Each reads of holding the circle when their turn truly
 * is; of keeping the time also where nobody else is left to be named.
 */

/** Weeks that a turn may last; 0 for roles that do not go round. */
export const rhythms = [1, 2, 4, 0] as const;
export type Rhythm = (typeof rhythms)[number];

export const rhythmWords: Record<Rhythm, string> = {
  1: "Every week",
  2: "Every two weeks",
  4: "Every four weeks",
  0: "Not at all",
};

export const turnRoles = ["facilitator", "timekeeper"] as const;
export type TurnRole = (typeof turnRoles)[number];

export const WEEKS_AHEAD = 8;

export type OnSeat = { userId: string; seat: number };

export type RotationState = {
  every: number;
  /** The first day of the turn that is going on, and the seat on which it begins. */
  startsOn: Day;
  seat: number;
};

/** Who has a turn of one week instead of whose turn it would be. */
export type Taken = { weekOn: Day; role: TurnRole; takenById: string | null };

export type Week<P> = { weekOn: Day; facilitator: P; timekeeper: P | null };

/** The first day of the week in which a day lies, where weeks end with the circle's meeting. */
export const weekStart = (day: Day, meetingDay: number): Day =>
  addDays(day, -((weekdayOf(day) - meetingDay + 6) % 7));

/** The day of the meeting in a week. */
export const meetingIn = (weekOn: Day, meetingDay: number): Day =>
  addDays(weekOn, (meetingDay - weekdayOf(weekOn) + 7) % 7);

/** The first day of the week that is going on, counted from when the turn began. */
export const weekNow = ({ startsOn }: Pick<RotationState, "startsOn">, today: Day): Day =>
  addDays(startsOn, 7 * Math.max(0, Math.floor(daysBetween(startsOn, today) / 7)));

/** Those who are there in the order of their turns, from a seat on: it, or the next one that is taken. */
export function orderFrom<P extends OnSeat>(people: P[], seat: number): P[] {
  const bySeat = [...people].sort((one, other) => one.seat - other.seat);
  return [
    ...bySeat.filter((person) => person.seat >= seat),
    ...bySeat.filter((person) => person.seat < seat),
  ];
}

/** Whose turn it is by order in a week, swaps left aside; null where nobody is there. */
export function turnIn<P extends OnSeat>(people: P[], rotation: RotationState, weekOn: Day): P | null {
  const weeks = Math.max(0, Math.round(daysBetween(rotation.startsOn, weekOn) / 7));
  const order = orderFrom(people, rotation.seat);
  return order[Math.floor(weeks / rotation.every) % order.length] ?? null;
}

/** Who has which role in a week; null where nobody is there. */
export function weekOf<P extends OnSeat>(
  people: P[],
  rotation: RotationState,
  swaps: Taken[],
  weekOn: Day,
): Week<P> | null {
  const turn = turnIn(people, rotation, weekOn);
  if (!turn) return null;
  const takenBy = (role: TurnRole) => {
    const swap = swaps.find((one) => one.weekOn === weekOn && one.role === role);
    return people.find((person) => person.userId === swap?.takenById);
  };
  const facilitator = takenBy("facilitator") ?? turn;
  const others = orderFrom(people, turn.seat + 1).filter((person) => person.userId !== facilitator.userId);
  const keeps = takenBy("timekeeper");
  return { weekOn, facilitator, timekeeper: others.find((person) => person === keeps) ?? others[0] ?? null };
}

/** Who has which role in this week and the next ones; empty where roles do not go round or nobody is there. */
export function scheduleOf<P extends OnSeat>(
  people: P[],
  rotation: RotationState,
  swaps: Taken[],
  today: Day,
  count: number = WEEKS_AHEAD,
): Week<P>[] {
  if (rotation.every === 0) return [];
  const first = weekNow(rotation, today);
  return Array.from({ length: count }, (_, at) =>
    weekOf(people, rotation, swaps, addDays(first, 7 * at)),
  ).filter((week) => week !== null);
}

/** Somebody in the order of turns, as one reader sees it. */
export type Seen = OnSeat & { isHidden: boolean; isMe: boolean };

/**
 * Who has which role in a week, as somebody reads it who does not see everybody: for whoever is hidden, the next in the
 * order who is seen and is not the reader. Nobody holds it where there is no such person; the reader keeps the time.
 */
export function seenIn<P extends Seen>(
  people: P[],
  { weekOn, facilitator, timekeeper }: { weekOn: Day; facilitator: P | null; timekeeper: P | null },
): Week<P | null> {
  const nextAfter = (seat: number, besides: P | null) =>
    orderFrom(people, seat + 1).find((person) => !person.isHidden && !person.isMe && person !== besides) ??
    null;
  const holds = facilitator?.isHidden ? nextAfter(facilitator.seat, null) : facilitator;
  const isOther = timekeeper !== null && !timekeeper.isHidden && timekeeper !== holds;
  const keeps =
    timekeeper === null || isOther
      ? timekeeper
      : (nextAfter(holds?.seat ?? timekeeper.seat, holds) ??
        people.find((person) => person.isMe && person !== holds && holds !== null) ??
        null);
  return { weekOn, facilitator: holds, timekeeper: keeps };
}
