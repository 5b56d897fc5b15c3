import "server-only";
import { clockIn, type Meeting, nextMeeting, sayZone } from "@/lib/circles/rules";
import { isId } from "@/lib/ids";
import { sayPart } from "@/lib/matching/hours";
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
  return { ...circle, isShown: listedAt !== null, isMatched: matchedAt !== null, people: memberships.length };
}

export const CIRCLES_A_PAGE = 30;

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
           meeting_day as "meetingDay", meeting_time as "meetingTime"
    from app.open_circles_after(${circleId}::uuid, ${after}::uuid, ${most}::integer)`;
  return rows.map(({ timeZone, meetingDay, meetingTime, ...circle }) => {
    const here = clockIn(viewer.timeZone, nextMeeting({ timeZone, meetingDay, meetingTime }, viewer.now));
    return {
      ...circle,
      /** "Tuesdays at 18:30, Berlin time" */
      meets: `${sayPart(here).split(" ")[0]}s at ${here.time}, ${sayZone(viewer.timeZone)} time`,
    };
  });
}
