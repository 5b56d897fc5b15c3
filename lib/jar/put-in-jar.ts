import "server-only";
import { columnOf, type Day } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/client";
import { holdStill } from "@/lib/hold-still";
import { MOST_IN_JAR } from "@/lib/jar/rules";
import { keepOnce } from "@/lib/keep-once";
import { Refusal } from "@/lib/refusal";
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
  if (isNew || isBack) await requireRoom(viewer);
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
  if (count > 0) return requireRoom(viewer);
  const { userId, id, ...says } = row;
  await viewer.db.jarEntry.updateMany({ where: { userId, id }, data: says });
  if (await putBack(viewer, { userId, id, deletedAt: { not: null } })) await requireRoom(viewer);
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
  if (isBack)
    await requireRoom(viewer, "What you took out can still be put back.", "come back here and undo");
  return isBack;
}

const putBack = async (viewer: Viewer, where: Prisma.JarEntryWhereInput): Promise<boolean> =>
  (await viewer.db.jarEntry.updateMany({ where, data: { deletedAt: null } })).count > 0;

/**
 * Asked after something was put in or put back, which a Refusal undoes: what is sent twice finds its room taken by
 * itself. Hold the jar before it.
 */
async function requireRoom(
  viewer: Viewer,
  safe = "Your words are still here.",
  then = "put this in",
): Promise<void> {
  const held = await viewer.db.jarEntry.count({ where: { userId: viewer.id, deletedAt: null } });
  if (held > MOST_IN_JAR)
    throw new Refusal(
      `There are ${MOST_IN_JAR} things in your jar, and it holds no more. ${safe} Delete one in the jar that you need no longer, then ${then}.`,
    );
}
