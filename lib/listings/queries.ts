import "server-only";
import { meetingColumns } from "@/lib/circles/meeting-columns";
import type { Meeting } from "@/lib/circles/rules";
import { sayWeekly, sayWeeklyFor } from "@/lib/circles/say-meetings";
import { isId } from "@/lib/ids";
import type { Pace } from "@/lib/matching/line";
import type { Viewer } from "@/lib/viewer";

/** How a circle lists itself; null for whoever does not look after it. */
export async function findListing(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null, role: { not: "member" } },
    select: {
      circle: {
        select: {
          id: true,
          name: true,
          purpose: true,
          language: true,
          pace: true,
          ...meetingColumns,
          listedAt: true,
          listedWords: true,
          matchedAt: true,
          takesUpTo: true,
          memberships: { where: { leftAt: null }, select: { seat: true } },
        },
      },
    },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  const { memberships, listedAt, matchedAt, ...circle } = seat.circle;
  return {
    ...circle,
    weekly: sayWeekly(circle),
    isShown: listedAt !== null,
    isMatched: matchedAt !== null,
    people: memberships.length,
  };
}

/** Of each of them its people are counted, which lie scattered. */
export const CIRCLES_A_PAGE = 15;

export type OpenCircleCard = Awaited<ReturnType<typeof listOpenCircles>>["circles"][number];

/**
 * Circles that list themselves and have a seat for the viewer, the one that was opened last first. They name nobody.
 *
 * @param after the last circle of the page before.
 */
export async function listOpenCircles(viewer: Viewer, after?: string) {
  const rows = await openCircles(viewer, null, after && isId(after) ? after : null, CIRCLES_A_PAGE + 1);
  const circles = rows.slice(0, CIRCLES_A_PAGE).map(({ agreements: _, ...row }) => row);
  return { circles, next: rows.length > CIRCLES_A_PAGE ? (circles.at(-1)?.id ?? null) : null };
}

/** One of them, with what it agreed on; null where it is not there for the viewer. */
export async function findOpenCircle(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  return (await openCircles(viewer, circleId, null, 1))[0] ?? null;
}

async function openCircles(viewer: Viewer, circleId: string | null, after: string | null, most: number) {
  const rows = await viewer.db.$queryRaw<
    (Meeting & {
      id: string;
      words: string;
      agreements: string;
      language: string;
      pace: Pace;
      free: number;
    })[]
  >`select id, words, agreements, language, pace::text as pace, free, time_zone as "timeZone",
           meeting_day as "meetingDay", meeting_time as "meetingTime", second_meeting_day as "secondMeetingDay",
           second_meeting_time as "secondMeetingTime"
    from app.open_circles_after(${circleId}::uuid, ${after}::uuid, ${most}::integer)`;
  return rows.map(({ timeZone, meetingDay, meetingTime, secondMeetingDay, secondMeetingTime, ...circle }) => {
    const meeting = { timeZone, meetingDay, meetingTime, secondMeetingDay, secondMeetingTime };
    return { ...circle, meets: sayWeeklyFor(meeting, viewer) };
  });
}
