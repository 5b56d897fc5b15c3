import "server-only";
import { columnOf, type Day, dayOf, sayDay } from "@/lib/dates";
import { type Place, placeOf } from "@/lib/day-place";
import { isId } from "@/lib/ids";
import { jarIdOf } from "@/lib/jar/jar-id";
import { listInJar } from "@/lib/jar/queries";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";
import { openPicture, type PictureCard, pictureCard } from "@/lib/win-pictures/queries";

const PAGE = 30;

export type WinCard = {
  id: string;
  body: string;
  day: Day;
  said: string;
  /** The circles that it was put in. */
  circles: string[];
  picture: PictureCard | null;
  isInJar: boolean;
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
    select: {
      id: true,
      body: true,
      day: true,
      shares: { select: { circleId: true } },
      picture: { select: pictureCard },
    },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    relationLoadStrategy: "join",
  });
  const inJar = await listInJar(
    viewer,
    rows.map(({ id }) => jarIdOf(id)),
  );
  const wins = rows.slice(0, PAGE).map(({ shares, picture, ...row }): WinCard => {
    const day = dayOf(row.day);
    const circles = shares.map(({ circleId }) => circleId);
    return {
      ...row,
      day,
      said: sayDay(day, viewer.today),
      circles,
      picture: openPicture(viewer, row.id, picture),
      isInJar: inJar.has(jarIdOf(row.id)),
    };
  });
  const last = wins.at(-1);
  return { wins, older: rows.length > PAGE && last ? placeOf(last) : null };
}

export async function findWin(viewer: Viewer, winId: unknown) {
  if (!isId(winId)) return null;
  const win = await viewer.db.win.findFirst({
    where: { userId: viewer.id, id: winId, deletedAt: null },
    select: { id: true, body: true, day: true, picture: { select: pictureCard } },
    relationLoadStrategy: "join",
  });
  return (
    win && {
      ...win,
      day: dayOf(win.day),
      said: sayDay(dayOf(win.day), viewer.today),
      picture: openPicture(viewer, win.id, win.picture),
    }
  );
}

/** Whether this is a win that the viewer deleted and can still bring back. */
export async function findDeletedWin(viewer: Viewer, winId: unknown) {
  if (!isId(winId)) return null;
  return viewer.db.win.findFirst({
    where: { userId: viewer.id, id: winId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}

/** Whether the viewer wanted no further step today. */
export async function hasDeclinedStep(viewer: Viewer): Promise<boolean> {
  const today = { userId: viewer.id, day: columnOf(viewer.today) };
  return (await viewer.db.declinedStep.count({ where: today })) > 0;
}
