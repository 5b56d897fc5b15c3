import "server-only";
import { type Day, dayIn, dayOf, sayDay, startOfDay } from "@/lib/dates";
import { isId } from "@/lib/ids";
import { oneForTheDay } from "@/lib/jar/rules";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const card = { id: true, words: true, origin: true, day: true } as const;

type Row = { id: string; words: string; origin: string | null; day: Date };

export type JarCard = ReturnType<typeof opened>;

function opened(viewer: Viewer, { id, words, origin, day }: Row) {
  return {
    id,
    words: viewer.words.open("jar_entries.words", id, words),
    origin: viewer.words.open("jar_entries.origin", id, origin),
    day: dayOf(day),
    said: sayDay(dayOf(day), viewer.today),
  };
}

/** Everything in the viewer's jar, the newest day first. */
export async function listJar(viewer: Viewer) {
  const rows = await viewer.db.jarEntry.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: card,
    orderBy: [{ day: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => opened(viewer, row));
}

/** One thing from the viewer's jar for this day of theirs, the same all day; null where there is none. One statement. */
export async function findOneFromJar(viewer: Viewer, seedDay: Day): Promise<JarCard | null> {
  const rows = await viewer.db.jarEntry.findMany({
    where: {
      userId: viewer.id,
      // What was taken out today still has its turn, so that the others keep theirs.
      OR: [{ deletedAt: null }, { deletedAt: { gte: startOfDay(seedDay, viewer.timeZone) } }],
    },
    select: { ...card, createdAt: true, deletedAt: true },
  });
  const chosen = oneForTheDay(
    rows.map((row) => ({
      ...row,
      putInOn: dayIn(viewer.timeZone, row.createdAt),
      takenOutOn: row.deletedAt && dayIn(viewer.timeZone, row.deletedAt),
    })),
    seedDay,
  );
  return chosen && opened(viewer, chosen);
}

/** Whether something is in the viewer's jar. */
export async function isInJar(viewer: Viewer, entryId: string): Promise<boolean> {
  return (await viewer.db.jarEntry.count({ where: { userId: viewer.id, id: entryId, deletedAt: null } })) > 0;
}

/** What the viewer took out of the jar and can still put back, to be offered an undo. */
export async function findTakenOut(viewer: Viewer, entryId: unknown) {
  if (!isId(entryId)) return null;
  return viewer.db.jarEntry.findFirst({
    where: { userId: viewer.id, id: entryId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
