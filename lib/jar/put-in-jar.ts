import "server-only";
import { columnOf, type Day } from "@/lib/dates";
import { MOST_IN_JAR } from "@/lib/jar/rules";
import { keepOnce } from "@/lib/keep-once";
import { Refusal } from "@/lib/refusal";
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
  const { isNew } = await keepOnce(entry, {
    add: (row) => viewer.db.jarEntry.createMany({ data: sealed(viewer, row), skipDuplicates: true }),
    find: async (row) =>
      (await viewer.db.jarEntry.updateMany({ where: sealed(viewer, row), data: { deletedAt: null } })).count,
  });
  if (isNew) await requireRoom(viewer);
}

/**
 * The same for what came from elsewhere in Onward, under an id that follows from where it came from: put in again, it
 * is the same one thing, and says what it says now.
 *
 * @throws Refusal when the jar is full.
 */
export async function putInJarFromElsewhere(viewer: Viewer, entry: Entry): Promise<void> {
  const row = sealed(viewer, entry);
  const { count } = await viewer.db.jarEntry.createMany({ data: row, skipDuplicates: true });
  if (count > 0) return requireRoom(viewer);
  const { userId, id, ...says } = row;
  await viewer.db.jarEntry.updateMany({ where: { userId, id }, data: { ...says, deletedAt: null } });
}

/** Asked after something was put in, which a Refusal undoes: what is sent twice finds its room taken by itself. */
async function requireRoom(viewer: Viewer): Promise<void> {
  const held = await viewer.db.jarEntry.count({ where: { userId: viewer.id, deletedAt: null } });
  if (held > MOST_IN_JAR)
    throw new Refusal(
      `There are ${MOST_IN_JAR} things in your jar, and it holds no more. Your words are still here. Delete one in the jar that you need no longer, then put this in.`,
    );
}
