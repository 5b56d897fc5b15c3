import "server-only";
import { subWeeks } from "date-fns/subWeeks";
import { monthOf } from "@/lib/buddies/rules";
import { countAnswers } from "@/lib/circle-health/queries";
import { sayAnswers, WEEKS } from "@/lib/circle-health/rules";
import { clockIn } from "@/lib/circles/rules";
import { sayMonth } from "@/lib/dates";
import { isId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";

export type BuddiesView = NonNullable<Awaited<ReturnType<typeof findBuddies>>>;

/** Who is the viewer's buddy in a circle this month, by its own calendar; null for whoever does not sit there now. */
export async function findBuddies(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return null;
  const seat = await viewer.db.membership.findFirst({
    where: { circleId, userId: viewer.id, leftAt: null },
    select: {
      pausedAt: true,
      circle: {
        select: {
          id: true,
          name: true,
          timeZone: true,
          memberships: { where: { leftAt: null }, select: { userId: true, alias: true } },
        },
      },
    },
    relationLoadStrategy: "join",
  });
  if (!seat) return null;
  const { memberships, ...circle } = seat.circle;
  const { day } = clockIn(circle.timeZone, viewer.now);
  const mine = await viewer.db.$queryRaw<{ buddy: string }[]>`
    select buddy from app.my_buddies(${circleId}::uuid, ${monthOf(day)}::int) buddy`;
  const isMine = new Set(mine.map(({ buddy }) => buddy));
  return {
    ...circle,
    month: sayMonth(day),
    isPaused: seat.pausedAt !== null,
    buddies: memberships.filter(({ userId }) => isMine.has(userId)).map(({ alias }) => alias),
    answered: sayAnswers(await countAnswers(viewer, circleId, subWeeks(viewer.now, WEEKS))),
  };
}
