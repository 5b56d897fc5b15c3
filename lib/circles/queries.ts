import "server-only";
import { isExpected, sayCheckedIn } from "@/lib/check-ins/rules";
import { isIn, type Week, weekNow } from "@/lib/check-ins/week";
import { clockIn, freeSeats, isMeeting, type Meeting, nextMeeting, sayZone } from "@/lib/circles/rules";
import { addDays, columnOf, type Day, dayOf, sayDay, sayWeekday } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { parseCode } from "@/lib/invitations/code";
import { choicesAbout, holdsCircle, isResting, withSomebodyHolding } from "@/lib/memberships/rules";
import { isNudgeKind } from "@/lib/nudges/kinds";
import type { Viewer, Visitor } from "@/lib/viewer";

const meeting = { meetingDay: true, meetingTime: true, timeZone: true } as const;

export type CircleLine = Awaited<ReturnType<typeof listCircles>>[number];

/** The circles in which the viewer sits, the longest-standing first. One statement. */
export async function listCircles(viewer: Viewer) {
  const seats = await viewer.db.membership.findMany({
    where: { userId: viewer.id, leftAt: null },
    select: {
      alias: true,
      role: true,
      circle: {
        select: {
          id: true,
          name: true,
          purpose: true,
          ...meeting,
          memberships: { where: { leftAt: null }, select: { alias: true }, orderBy: { seat: "asc" } },
        },
      },
    },
    orderBy: { joinedAt: "asc" },
    relationLoadStrategy: "join",
  });
  return seats.map(({ alias, role, circle: { memberships, ...circle } }) => ({
    ...circle,
    alias,
    role,
    people: memberships.map((person) => person.alias),
    meeting: sayMeeting(circle, viewer),
  }));
}

/** In how many circles the viewer sits. */
export async function countCircles(viewer: Viewer): Promise<number> {
  return viewer.db.membership.count({ where: { userId: viewer.id, leftAt: null } });
}

export type CircleView = NonNullable<Awaited<ReturnType<typeof findCircle>>>;

/**
 * A circle with its people, as its page shows it; null for whoever does not sit there now. One
 * statement, however many people and posts there are.
 */
export async function findCircle(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const circle = await viewer.db.circle.findFirst({
    where: { id: circleId },
    select: {
      id: true,
      name: true,
      purpose: true,
      language: true,
      videoLink: true,
      ...meeting,
      memberships: {
        where: { leftAt: null },
        select: {
          userId: true,
          alias: true,
          role: true,
          seat: true,
          joinedAt: true,
          heardAt: true,
          pausedAt: true,
          pauseLine: true,
          keepsTimeSince: true,
        },
        orderBy: { seat: "asc" },
      },
      meetings: {
        where: { endedAt: null, closesAt: { gt: viewer.now } },
        select: { id: true },
        take: 1,
      },
      checkIns: {
        where: { week: { gt: columnOf(addDays(viewer.today, -9)) } },
        select: { authorId: true, week: true },
      },
      nudges: { where: { userId: viewer.id, doneAt: null }, select: { kind: true } },
    },
    relationLoadStrategy: "join",
  });
  if (!circle) return null;
  const { memberships, meetings, checkIns, nudges, ...described } = circle;
  const seen = withSomebodyHolding(memberships, (person) => person.userId === viewer.id);
  const me = memberships.find((person) => person.userId === viewer.id);
  if (!me) return null;
  return {
    ...described,
    alias: me.alias,
    role: me.role,
    canLookAfter: holdsCircle(me),
    takesBreak: me.pausedAt !== null,
    waits: nudges.filter(({ kind }) => isNudgeKind(kind)).length,
    free: freeSeats(memberships.length),
    /** Whether a meeting is open, live or in writing. */
    isMeeting: meetings.length > 0,
    meeting: sayMeeting(described, viewer),
    checkedIn: sayWhoCheckedIn(memberships, checkIns, weekNow(described, viewer.now)),
    people: seen.map((person) => ({
      alias: person.alias,
      role: person.role,
      seat: person.seat,
      isMe: person.userId === me.userId,
      isResting: isResting(person, viewer.now),
      ...(person.pauseLine && { line: person.pauseLine }),
      ...(person.keepsTimeSince && { keepsTime: true }),
      hasChoices: Object.values(choicesAbout(me, person)).some(Boolean),
    })),
  };
}

/** How many of those who are asked have checked in for a week, in words. */
function sayWhoCheckedIn(
  people: { userId: string; pausedAt: Date | null }[],
  checkIns: { authorId: string; week: Date }[],
  week: Week,
): string {
  const expected = people.filter(isExpected);
  const here = new Set(checkIns.filter((row) => isIn(week, dayOf(row.week))).map((row) => row.authorId));
  return sayCheckedIn(expected.filter(({ userId }) => here.has(userId)).length, expected.length);
}

/**
 * What a circle agreed on, how it is described and who the viewer is there; null for whoever does not sit there now.
 */
export async function findDescription(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: {
      alias: true,
      role: true,
      circle: {
        select: {
          id: true,
          name: true,
          purpose: true,
          language: true,
          videoLink: true,
          agreements: true,
          ...meeting,
        },
      },
    },
    relationLoadStrategy: "join",
  });
  return seat && { ...seat.circle, alias: seat.alias, role: seat.role, canLookAfter: holdsCircle(seat) };
}

export type InvitedCircle = NonNullable<Awaited<ReturnType<typeof findInvitedCircle>>>;

/**
 * What the holder of a link sees of its circle before joining. Null when the link is wrong, expired,
 * taken back or used up: from outside these look the same.
 */
export async function findInvitedCircle(visitor: Visitor, code: string) {
  const parsed = parseCode(code);
  if (!parsed) return null;
  const [circle] = await visitor.db.$queryRaw<
    (Meeting & { id: string; name: string; purpose: string; agreements: string; language: string })[]
  >`select id, name, purpose, agreements, language, time_zone as "timeZone", meeting_day as "meetingDay",
           meeting_time as "meetingTime"
    from app.invited_circle(${parsed.circleId}::uuid, ${parsed.secretHash})`;
  if (!circle) return null;
  const timeZone = visitor.viewer?.timeZone ?? circle.timeZone;
  return { ...circle, meeting: sayMeeting(circle, { now: visitor.now, timeZone }) };
}

/** A circle's weekly meeting in words: when it is, the next one, and the viewer's own clock where it differs. */
function sayMeeting(circle: Meeting, { now, timeZone }: { now: Date; timeZone: string }) {
  const begins = nextMeeting(circle, now);
  const there = clockIn(circle.timeZone, begins);
  const here = clockIn(timeZone, begins);
  const say = ({ day, time }: { day: Day; time: string }, zone: string) =>
    `${sayDay(day, dayToday(zone))} at ${time}`;
  const dayToday = (zone: string) => clockIn(zone, now).day;
  const differs = there.day !== here.day || there.time !== here.time;
  return {
    /** "Thursdays at 18:00" */
    weekly: `${sayWeekday(circle.meetingDay)}s at ${circle.meetingTime}`,
    /** "Thursday, 26 November at 18:00" by the circle's clock */
    next: say(there, circle.timeZone),
    isToday: here.day === dayToday(timeZone),
    isNow: isMeeting(begins, now),
    iso: begins.toISOString(),
    zone: sayZone(circle.timeZone),
    /** The same moment by the viewer's clock; null where both clocks agree. */
    forMe: differs
      ? {
          next: say(here, timeZone),
          // The day is said once where both calendars agree on it.
          briefly: there.day === here.day ? here.time : say(here, timeZone),
          zone: sayZone(timeZone),
        }
      : null,
  };
}
