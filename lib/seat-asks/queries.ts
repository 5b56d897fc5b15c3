import "server-only";
import { sayMoment } from "@/lib/dates";
import { isId } from "@/lib/ids";
import type { Viewer } from "@/lib/viewer";

export type SeatAskCard = Awaited<ReturnType<typeof listSeatAsks>>[number];

/**
 * Who asks a circle for a seat and is not answered yet, the longest waiting first; empty for who does not look after
 * it.
 */
export async function listSeatAsks(viewer: Viewer, circleId: string) {
  if (!isId(circleId)) return [];
  const asks = await viewer.db.seatAsk.findMany({
    where: { circleId, userId: { not: viewer.id }, answeredAt: null, expiresAt: { gt: viewer.now } },
    select: { id: true, alias: true, words: true, createdAt: true },
    orderBy: { createdAt: "asc" },
    take: 40,
  });
  return asks.map(({ createdAt, ...ask }) => ({
    ...ask,
    asked: sayMoment(createdAt, viewer.now, viewer.timeZone),
  }));
}

export type OwnAsk = Awaited<ReturnType<typeof listOwnAsks>>[number];

/** What the viewer asked for, the newest first: what waits, and what was answered in the last two weeks. */
export async function listOwnAsks(viewer: Viewer) {
  const asks = await viewer.db.$queryRaw<
    {
      id: string;
      circleId: string;
      words: string;
      line: string;
      askedAt: Date;
      answeredAt: Date | null;
      isWelcome: boolean | null;
    }[]
  >`select id, circle_id as "circleId", words, line, asked_at as "askedAt", answered_at as "answeredAt",
           is_welcome as "isWelcome" from app.my_asks()`;
  return asks.map(({ askedAt, answeredAt, ...ask }) => ({
    ...ask,
    asked: sayMoment(askedAt, viewer.now, viewer.timeZone),
    isOpen: answeredAt === null,
  }));
}
