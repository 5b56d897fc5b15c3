import type { MembershipRole } from "@/lib/generated/enums";

/*
 * The facilitator holds the circle, and co-facilitators hold it with them: both invite and describe it.
 * Both may ask a member to leave; only the facilitator may ask a co-facilitator, and nobody the
 * facilitator. Only the facilitator hands the role over, makes somebody co-facilitator or ends that;
 * a co-facilitator may step down. Either asks somebody else to keep the time. Nobody asks themselves to leave: they
 * leave. Somebody whose seat is paused, or who has been silent for fourteen days, is taking a break, and that is all it
 * is called. Nothing is handed over to whoever is paused.
 */

export type Seated = { alias: string; role: MembershipRole; keepsTimeSince?: Date | null };

const isSame = (me: Seated, them: Seated) => me.alias === them.alias;

/** Whether somebody looks after the circle: invites, describes it, writes its agreements. */
export const holdsCircle = (me: Pick<Seated, "role">): boolean => me.role !== "member";

export const canAskToLeave = (me: Seated, them: Seated): boolean =>
  !isSame(me, them) && (me.role === "facilitator" || (me.role === "cofacilitator" && them.role === "member"));

export const canHandOver = (me: Seated, them: Seated): boolean =>
  me.role === "facilitator" && !isSame(me, them);

export const canMakeCofacilitator = (me: Seated, them: Seated): boolean =>
  me.role === "facilitator" && them.role === "member";

export const canEndCofacilitator = (me: Seated, them: Seated): boolean =>
  them.role === "cofacilitator" && (me.role === "facilitator" || isSame(me, them));

/** The facilitator does not keep the time as well. */
export const canGiveTimekeeping = (me: Seated, them: Seated): boolean =>
  holdsCircle(me) && them.role !== "facilitator" && !them.keepsTimeSince;

/** Everything that somebody may do about somebody's seat or role. */
export const choicesAbout = (me: Seated, them: Seated) => ({
  handOver: canHandOver(me, them),
  makeCofacilitator: canMakeCofacilitator(me, them),
  endCofacilitator: canEndCofacilitator(me, them),
  giveTimekeeping: canGiveTimekeeping(me, them),
  askToLeave: canAskToLeave(me, them),
});

type Sitting = Seated & { joinedAt: Date; seat: number | null; pausedAt?: Date | null };

/**
 * The people of a circle as somebody sees them. Where whoever holds it is not among them, because the two share
 * nothing (prisma/policies/block.sql), it reads as if the role had been handed on: to the co-facilitator, or to
 * whoever has been there longest, and never to the one who is looking, whom a role would give something to do.
 */
export function withSomebodyHolding<P extends Sitting>(people: P[], isMe: (person: P) => boolean): P[] {
  if (people.some((person) => person.role === "facilitator")) return people;
  const [next] = people
    .filter((person) => !isMe(person))
    .sort(
      (a, b) =>
        Number(Boolean(a.pausedAt)) - Number(Boolean(b.pausedAt)) ||
        Number(b.role === "cofacilitator") - Number(a.role === "cofacilitator") ||
        a.joinedAt.getTime() - b.joinedAt.getTime() ||
        (a.seat ?? 9) - (b.seat ?? 9),
    );
  return people.map((person) => (person === next ? { ...person, role: "facilitator" } : person));
}

/** Whoever holds a circle, as somebody sees its people; undefined where nobody else is there for them. */
export const whoHoldsCircle = <P extends Sitting>(people: P[], isMe: (person: P) => boolean): P | undefined =>
  withSomebodyHolding(people, isMe).find((person) => person.role === "facilitator");

const RESTS_AFTER_DAYS = 14;

type Silence = { joinedAt: Date; heardAt: Date; pausedAt?: Date | null };

export function isResting({ joinedAt, heardAt, pausedAt }: Silence, now: Date): boolean {
  if (pausedAt) return true;
  const since = now.getTime() - RESTS_AFTER_DAYS * 86_400_000;
  return joinedAt.getTime() < since && heardAt.getTime() < since;
}
