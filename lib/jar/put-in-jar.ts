import "server-only";
import { columnOf, type Day } from "@/lib/dates";
import { keepOnce } from "@/lib/keep-once";
import type { Viewer } from "@/lib/viewer";

type Entry = { id: string; words: string; origin: string | null; day: Day };

/** Puts something in the viewer's jar. Taken out meanwhile and put in again, it is there again. */
export async function putInJar(viewer: Viewer, { id, words, origin, day }: Entry): Promise<{ id: string }> {
  const sealed = (id: string) => ({
    words: viewer.words.seal("jar_entries.words", id, words),
    origin: viewer.words.seal("jar_entries.origin", id, origin),
  });
  return keepOnce(
    // Another id may follow from what the row says, and ids lie open: so it says it sealed.
    { id, userId: viewer.id, day: columnOf(day), says: sealed(id) },
    {
      add: ({ says: _, ...row }) =>
        viewer.db.jarEntry.createMany({ data: { ...row, ...sealed(row.id) }, skipDuplicates: true }),
      find: async ({ says: _, ...row }) =>
        (
          await viewer.db.jarEntry.updateMany({
            where: { ...row, ...sealed(row.id) },
            data: { deletedAt: null },
          })
        ).count,
    },
  );
}
