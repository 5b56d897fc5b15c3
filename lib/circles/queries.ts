import "server-only";
import { isExpected, sayCheckedIn } from "@/lib/check-ins/rules";
import { isIn, type Week, weekNow } from "@/lib/check-ins/week";
import { meetingColumns } from "@/lib/circles/meeting-columns";
import { freeSeats, lacksSecondDay, type Meeting } from "@/lib/circles/rules";
import { sayMeeting } from "@/lib/circles/say-meetings";
import { addDays, columnOf, dayOf } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { parseCode } from "@/lib/invitations/code";
import { choicesAbout, holdsCircle, isResting, withSomebodyHolding } from "@/lib/memberships/rules";
import { cameLately } from "@/lib/merges/rules";
import { isNudgeKind } from "@/lib/nudges/kinds";
import type { Viewer, Visitor } from "@/lib/viewer";

const openNow = (viewer: Viewer) => ({ endedAt: null, closesAt: { gt: viewer.now } });

export type CircleLine = Awaited<ReturnType<typeof listCircles>>[number];

/** The circles in which the viewer sits, the longest-standing first. One statement. */
export async function listCircles(viewer: Viewer) {
  const seats = await viewer.db.membership.findMany({
    where: { userId: viewer.id, leftAt: null },
    select: {
      alias: true,
      role: true,
      joinedAt: true,
      circle: {
        select: {
          id: true,
          name: true,
          purpose: true,
          ...meetingColumns,
          memberships: { where: { leftAt: null }, select: { alias: true }, orderBy: { seat: "asc" } },
          meetings: { where: openNow(viewer), select: { kind: true }, take: 1 },
        },
      },
    },
    orderBy: { joinedAt: "asc" },
    relationLoadStrategy: "join",
  });
  return seats.map(({ alias, role, joinedAt, circle: { memberships, meetings, ...circle } }) => ({
    ...circle,
    isMeeting: meetings.length > 0,
    inWriting: meetings[0]?.kind === "writing",
    alias,
    role,
    cameLately: cameLately({ joinedAt }, viewer.now),
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
      pace: true,
      ...meetingColumns,
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
        where: openNow(viewer),
        select: { kind: true },
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
    lacksSecondDay: lacksSecondDay(described),
    takesBreak: me.pausedAt !== null,
    cameLately: cameLately(me, viewer.now),
    waits: nudges.filter(({ kind }) => isNudgeKind(kind)).length,
    free: freeSeats(memberships.length),
    /** Whether a meeting is open, live or in writing. */
    isMeeting: meetings.length > 0,
    inWriting: meetings[0]?.kind === "writing",
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
          pace: true,
          ...meetingColumns,
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
           meeting_time as "meetingTime", second_meeting_day as "secondMeetingDay",
           second_meeting_time as "secondMeetingTime"
    from app.invited_circle(${parsed.circleId}::uuid, ${parsed.secretHash})`;
  if (!circle) return null;
  const timeZone = visitor.viewer?.timeZone ?? circle.timeZone;
  return { ...circle, meeting: sayMeeting(circle, { now: visitor.now, timeZone }) };
}
