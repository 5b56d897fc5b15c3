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

/**
 * One thing from the viewer's jar for this day of theirs, the same all day; null where there is none. Whose turn it is
 * follows from ids and days: only that one is read and opened. One statement, and another where there is something.
 */
export async function findOneFromJar(viewer: Viewer, seedDay: Day): Promise<JarCard | null> {
  const rows = await viewer.db.jarEntry.findMany({
    where: {
      userId: viewer.id,
      // What was taken out today still has its turn, so that the others keep theirs.
      OR: [{ deletedAt: null }, { deletedAt: { gte: startOfDay(seedDay, viewer.timeZone) } }],
    },
    select: { id: true, createdAt: true, deletedAt: true },
  });
  const chosen = oneForTheDay(
    rows.map(({ id, createdAt, deletedAt }) => ({
      id,
      putInOn: dayIn(viewer.timeZone, createdAt),
      takenOutOn: deletedAt && dayIn(viewer.timeZone, deletedAt),
    })),
    seedDay,
  );
  if (!chosen) return null;
  const row = await viewer.db.jarEntry.findFirst({
    where: { userId: viewer.id, id: chosen.id },
    select: card,
  });
  return row && opened(viewer, row);
}

/** Whether something is in the viewer's jar, as it is said now. */
export async function isInJar(viewer: Viewer, entryId: string, words: string | null): Promise<boolean> {
  const row = await viewer.db.jarEntry.findFirst({
    where: { userId: viewer.id, id: entryId, deletedAt: null },
    select: { words: true },
  });
  return row !== null && viewer.words.open("jar_entries.words", entryId, row.words) === words;
}

/** Which of these are in the viewer's jar. One statement. */
export async function listInJar(viewer: Viewer, entryIds: string[]): Promise<Set<string>> {
  const rows = await viewer.db.jarEntry.findMany({
    where: { userId: viewer.id, id: { in: entryIds }, deletedAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** One thing in the viewer's jar. */
export async function findInJar(viewer: Viewer, entryId: string): Promise<JarCard | null> {
  const row = await viewer.db.jarEntry.findFirst({
    where: { userId: viewer.id, id: entryId, deletedAt: null },
    select: card,
  });
  return row && opened(viewer, row);
}

/** What the viewer took out of the jar and can still put back, to be offered an undo. */
export async function findTakenOut(viewer: Viewer, entryId: unknown) {
  if (!isId(entryId)) return null;
  return viewer.db.jarEntry.findFirst({
    where: { userId: viewer.id, id: entryId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
