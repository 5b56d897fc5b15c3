import "server-only";
import { subDays } from "date-fns/subDays";
import { ASKED_AFTER_DAYS, dueOf, SEAT_KEPT_DAYS, TOLD_BEFORE_DAYS } from "@/lib/absences/rules";
import type { Db } from "@/lib/db";
import type { NudgeKind } from "@/lib/nudges/kinds";

const AT_ONCE = 100;

/** Some of the circles in which somebody was quiet or paused for so long that something may be due. */
export async function listQuietCircles(db: Db, after?: string): Promise<string[]> {
  const now = new Date();
  const quiet = subDays(now, ASKED_AFTER_DAYS);
  const paused = subDays(now, SEAT_KEPT_DAYS - TOLD_BEFORE_DAYS);
  const found = await db.membership.findMany({
    where: {
      leftAt: null,
      ...(after && { circleId: { gt: after } }),
      OR: [
        { pausedAt: null, heardAt: { lte: quiet }, joinedAt: { lte: quiet } },
        { pausedAt: { lte: paused }, heardAt: { lte: paused } },
        { pausedAt: null, user: { suspendedUntil: { gt: now } } },
      ],
    },
    distinct: ["circleId"],
    select: { circleId: true },
    orderBy: { circleId: "asc" },
    take: AT_ONCE,
  });
  return found.map(({ circleId }) => circleId);
}

/**
 * Does for the people of one circle what is due by the clock, within the system's transaction: asks who was quiet how
 * they are, pauses who did not answer, tells whose seat is soon freed, frees what waited long enough. Done twice, the
 * second time nothing is due.
 */
export async function tendAbsences(db: Db, circleId: string): Promise<void> {
  const now = new Date();
  await db.$queryRaw`select 1 from circles where id = ${circleId}::uuid for no key update`;
  const seats = await db.membership.findMany({
    where: { circleId, leftAt: null },
    select: {
      userId: true,
      joinedAt: true,
      heardAt: true,
      askedAt: true,
      pausedAt: true,
      endSaidAt: true,
      user: { select: { suspendedUntil: true } },
    },
    relationLoadStrategy: "join",
    orderBy: { seat: "asc" },
  });
  for (const { userId, user, ...seat } of seats) {
    const of = { circleId_userId: { circleId, userId } };
    // Whoever moderators let rest cannot come (app.set_aside): the version before left their seats as they were.
    if (!seat.pausedAt && user.suspendedUntil && user.suspendedUntil > now) {
      await db.$executeRaw`select app.pause_person(${circleId}::uuid, ${userId}::uuid, null)`;
      continue;
    }
    switch (dueOf(seat, now)) {
      case "ask":
        await db.membership.update({ where: of, data: { askedAt: now }, select: { userId: true } });
        await tell(db, userId, "quiet", circleId);
        break;
      case "pause":
        await db.$executeRaw`select app.pause_person(${circleId}::uuid, ${userId}::uuid, null)`;
        await tell(db, userId, "paused", circleId);
        break;
      case "say end":
        await db.membership.update({ where: of, data: { endSaidAt: now }, select: { userId: true } });
        await tell(db, userId, "seat-ends", circleId);
        break;
      case "free":
        await db.$executeRaw`select app.free_seat(${circleId}::uuid, ${userId}::uuid)`;
        await tell(db, userId, "seat-freed", null);
        break;
    }
  }
}

/** Each time anew: what was said of an earlier absence was about that one. */
async function tell(db: Db, userId: string, kind: NudgeKind, circleId: string | null): Promise<void> {
  await db.$executeRaw`
    select app.nudge(${userId}::uuid, ${kind}, ${circleId}::uuid, gen_random_uuid())`;
}
