import { isMeeting, type Meeting as MeetingTime, momentsOf, nextOf } from "@/lib/circles/rules";
import { dayIn, weekdayOf } from "@/lib/dates";
import type { MembershipRole } from "@/lib/generated/enums";

/*
 * A circle has one meeting open at a time. On a day of the circle's own anybody who sits there opens it: whoever holds the
 * circle is offered it first, and nobody has to wait for them. On other days those who look after the circle do.
 *
 * Whoever opened a meeting holds it, until somebody else takes it upon them, which anybody may at any time by one
 * press: a facilitator whose connection is lost stops nobody. Where it was somebody whom the reader does not see, or
 * whose account is gone, the first of the others in the order of turns is named, and never the reader. Who holds it goes
 * to the next step or back, adds a minute, says that somebody is not there, and ends it. That somebody has spoken, or
 * passes, they say themselves, or who holds it.
 *
 * A round goes by places. To pass is to come later, after those who have not spoken yet; to pass again, or when nobody
 * else waits who has not passed, is to let it go this time. Who is not there is passed over until they say that they
 * are. Who left the circle has no turn.
 *
 * Nothing happens by itself when a step's time is used up. By the clock a meeting is over when it closes, whether or
 * not anybody ended it: live after six hours, in writing after two days.
 */

/** A day of the circle's, or a meeting of one that goes on after midnight, by the circle's own clock. */
export function isMeetingDay(circle: MeetingTime, now: Date): boolean {
  const today = weekdayOf(dayIn(circle.timeZone, now));
  return momentsOf(circle).some(
    (moment) => moment.meetingDay === today || isMeeting(nextOf(moment, now), now),
  );
}

export const canOpen = (me: { role: MembershipRole }, circle: MeetingTime, now: Date): boolean =>
  me.role !== "member" || isMeetingDay(circle, now);

/** Whether somebody may take the opening of a meeting in writing back: whoever may open one, and whoever opened it. */
export const canTakeOpeningBack = (
  viewer: { id: string; now: Date },
  me: { role: MembershipRole; circle: MeetingTime },
  meeting: { openedById: string | null },
): boolean => meeting.openedById === viewer.id || canOpen(me, me.circle, viewer.now);

export const isOpen = (meeting: { endedAt: Date | null; closesAt: Date }, now: Date): boolean =>
  meeting.endedAt === null && now.getTime() < meeting.closesAt.getTime();

/** Somebody at a meeting, as its turns know them. */
export type Attending = {
  id: string;
  place: number;
  /** They sit in the circle, and nobody said that they are not there. */
  isHere: boolean;
  hadTurn: boolean;
  passedAt: Date | null;
  heldAt: Date | null;
  scribedAt: Date | null;
  isMe?: boolean;
};

/** Who has not had a turn in this round yet, in the order in which they come. */
export const listWaiting = <T extends Attending>(people: T[]): T[] =>
  people
    .filter((person) => person.isHere && !person.hadTurn)
    .sort(
      (one, other) =>
        (one.passedAt?.getTime() ?? 0) - (other.passedAt?.getTime() ?? 0) ||
        one.place - other.place ||
        one.id.localeCompare(other.id),
    );

/** Whose turn it is; null when everybody has had theirs. */
export const whoseTurn = <T extends Attending>(people: T[]): T | null => listWaiting(people)[0] ?? null;

/** What a pass means for whoever's turn it is. */
export const passOf = (people: Attending[]): "later" | "past" => {
  const [first, ...others] = listWaiting(people);
  return first?.passedAt === null && others.length > 0 ? "later" : "past";
};

/**
 * Who holds the meeting: of those who are there, whoever took it upon them last. A meeting that nobody seems to have
 * opened has somebody to name all the same, since it moves on: docs/decisions/0018-a-meeting-that-everybody-follows.md
 */
export function whoHolds<T extends Attending>(people: T[]): T | null {
  if (people.some(({ heldAt }) => heldAt !== null)) return latest(people, ({ heldAt }) => heldAt);
  const others = people.filter(({ isHere, isMe }) => isHere && !isMe);
  return others.sort((one, other) => one.place - other.place || one.id.localeCompare(other.id))[0] ?? null;
}

/** Who writes the notes: of those who are there, whoever took it upon them last. */
export const whoWrites = <T extends Attending>(people: T[]): T | null =>
  latest(people, ({ scribedAt }) => scribedAt);

function latest<T extends Attending>(people: T[], when: (person: T) => Date | null): T | null {
  let found: T | null = null;
  for (const person of people) {
    const moment = when(person)?.getTime();
    if (person.isHere && moment !== undefined && moment > ((found && when(found)?.getTime()) ?? -1))
      found = person;
  }
  return found;
}

/** Seconds that are left of a step at a moment; negative where it took longer. */
export const secondsLeft = (
  { stepStartedAt, addedMinutes }: { stepStartedAt: Date; addedMinutes: number },
  minutes: number,
  now: Date,
): number => (minutes + addedMinutes) * 60 - Math.floor((now.getTime() - stepStartedAt.getTime()) / 1000);

/** One more minute: of what is left, or from now on where nothing is. A step that took longer counts as begun later. */
export const oneMoreMinute = (
  step: { stepStartedAt: Date; addedMinutes: number },
  minutes: number,
  now: Date,
): { stepStartedAt: Date; addedMinutes: number } => ({
  stepStartedAt: new Date(
    step.stepStartedAt.getTime() + Math.max(0, -secondsLeft(step, minutes, now)) * 1000,
  ),
  addedMinutes: step.addedMinutes + 1,
});
