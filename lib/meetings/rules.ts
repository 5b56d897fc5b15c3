import { isMeeting, type Meeting as MeetingTime, nextMeeting } from "@/lib/circles/rules";
import { dayIn, weekdayOf } from "@/lib/dates";
import type { MembershipRole } from "@/lib/generated/enums";

/*
 * A circle has one meeting open at a time. On the circle's own day anybody who sits there opens it: whoever holds the
 * circle is offered it first, and nobody has to wait for them. On other days those who look after the circle do.
 *
 * Whoever opened a meeting holds it, until somebody else takes it upon them, which anybody may at any time by one
 * press: a facilitator whose connection is lost stops nobody. Who holds it goes to the next step or back, adds a
 * minute, says that somebody is not there, and ends it. That somebody has spoken, or passes, they say themselves, or
 * who holds it.
 *
 * A round goes by places. To pass is to come later, after those who have not spoken yet; to pass again, or when nobody
 * else waits who has not passed, is to let it go this time. Who is not there is passed over until they say that they
 * are. Who left the circle has no turn.
 *
 * Nothing happens by itself when a step's time is used up. By the clock a meeting is over when it closes, whether or
 * not anybody ended it: live after six hours, in writing after two days.
 */

/** The circle's day, or a meeting of its day that goes on after midnight, by the circle's own clock. */
export const isMeetingDay = (circle: MeetingTime, now: Date): boolean =>
  weekdayOf(dayIn(circle.timeZone, now)) === circle.meetingDay || isMeeting(nextMeeting(circle, now), now);

export const canOpen = (me: { role: MembershipRole }, circle: MeetingTime, now: Date): boolean =>
  me.role !== "member" || isMeetingDay(circle, now);

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

/** Who holds the meeting: of those who are there, whoever took it upon them last. */
export const whoHolds = <T extends Attending>(people: T[]): T | null =>
  latest(people, ({ heldAt }) => heldAt);

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
