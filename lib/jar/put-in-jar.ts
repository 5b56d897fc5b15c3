import "server-only";
import { columnOf, type Day } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/client";
import { holdStill } from "@/lib/hold-still";
import { MOST_IN_JAR } from "@/lib/jar/rules";
import { keepOnce } from "@/lib/keep-once";
import { requireRoom } from "@/lib/require-room";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

type Entry = { id: string; words: string; origin: string | null; day: Day };

/** An entry as it lies: its words sealed to its row. */
const sealed = ({ id: userId, words: { seal } }: Viewer, { id, words, origin, day }: Entry) => ({
  userId,
  id,
  words: seal("jar_entries.words", id, words),
  origin: seal("jar_entries.origin", id, origin),
  day: columnOf(day),
});

/**
 * Puts something in the viewer's jar. Taken out meanwhile and put in again, it is there again.
 *
 * @throws Refusal when the jar is full.
 */
export async function putInJar(viewer: Viewer, entry: Entry): Promise<void> {
  await holdStill(viewer, "jar");
  let isBack = false;
  const { isNew } = await keepOnce(entry, {
    add: (row) => viewer.db.jarEntry.createMany({ data: sealed(viewer, row), skipDuplicates: true }),
    find: async (row) => {
      const where = sealed(viewer, row);
      isBack = await putBack(viewer, { ...where, deletedAt: { not: null } });
      return isBack ? 1 : viewer.db.jarEntry.count({ where });
    },
  });
  if (isNew || isBack) await requireRoomInJar(viewer);
}

/**
 * The same for what came from elsewhere in Onward, under an id that follows from where it came from: put in again, it
 * is the same one thing, and says what it says now.
 *
 * @throws Refusal when the jar is full.
 */
export async function putInJarFromElsewhere(viewer: Viewer, entry: Entry): Promise<void> {
  await holdStill(viewer, "jar");
  const row = sealed(viewer, entry);
  const { count } = await viewer.db.jarEntry.createMany({ data: row, skipDuplicates: true });
  if (count > 0) return requireRoomInJar(viewer);
  const { userId, id, ...says } = row;
  await viewer.db.jarEntry.updateMany({ where: { userId, id }, data: says });
  if (await putBack(viewer, { userId, id, deletedAt: { not: null } })) await requireRoomInJar(viewer);
}

/**
 * Puts back what was taken out and can still be put back, and says whether it did.
 *
 * @throws Refusal when the jar is full.
 */
export async function putBackTakenOut(viewer: Viewer, entryId: string): Promise<boolean> {
  await holdStill(viewer, "jar");
  const takenOut = { userId: viewer.id, id: entryId, deletedAt: { gte: undoneUntil(viewer.now) } };
  const isBack = await putBack(viewer, takenOut);
  if (isBack) await requireRoomInJar(viewer, "brought back");
  return isBack;
}

const putBack = async (viewer: Viewer, where: Prisma.JarEntryWhereInput): Promise<boolean> =>
  (await viewer.db.jarEntry.updateMany({ where, data: { deletedAt: null } })).count > 0;

async function requireRoomInJar(viewer: Viewer, how?: "brought back"): Promise<void> {
  const held = await viewer.db.jarEntry.count({ where: { userId: viewer.id, deletedAt: null } });
  requireRoom(held, MOST_IN_JAR, "things in your jar", how);
}
