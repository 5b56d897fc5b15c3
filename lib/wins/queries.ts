import "server-only";
import { columnOf, type Day, dayOf, sayDay } from "@/lib/dates";
import { type Place, placeOf } from "@/lib/day-place";
import { isId } from "@/lib/ids";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const PAGE = 30;

export type WinCard = {
  id: string;
  body: string;
  day: Day;
  said: string;
  /** The circles that it was put in. */
  circles: string[];
};

/** The viewer's wins, newest first; `older` is where the next page begins. */
export async function listWins(viewer: Viewer, before: Place | null = null) {
  const rows = await viewer.db.win.findMany({
    where: {
      userId: viewer.id,
      deletedAt: null,
      ...(before && {
        OR: [{ day: { lt: columnOf(before.day) } }, { day: columnOf(before.day), id: { lt: before.id } }],
      }),
    },
    select: { id: true, body: true, day: true, shares: { select: { circleId: true } } },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    relationLoadStrategy: "join",
  });
  const wins = rows.slice(0, PAGE).map(({ shares, ...row }): WinCard => {
    const day = dayOf(row.day);
    const circles = shares.map(({ circleId }) => circleId);
    return { ...row, day, said: sayDay(day, viewer.today), circles };
  });
  const last = wins.at(-1);
  return { wins, older: rows.length > PAGE && last ? placeOf(last) : null };
}

export async function findWin(viewer: Viewer, winId: unknown) {
  if (!isId(winId)) return null;
  const win = await viewer.db.win.findFirst({
    where: { userId: viewer.id, id: winId, deletedAt: null },
    select: { id: true, body: true, day: true },
  });
  return win && { ...win, day: dayOf(win.day), said: sayDay(dayOf(win.day), viewer.today) };
}

/** Whether this is a win that the viewer deleted and can still bring back. */
export async function findDeletedWin(viewer: Viewer, winId: unknown) {
  if (!isId(winId)) return null;
  return viewer.db.win.findFirst({
    where: { userId: viewer.id, id: winId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
