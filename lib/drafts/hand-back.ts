import "server-only";
import { openValues } from "@/lib/drafts/sealed";
import { sealValues } from "@/lib/keep-draft";
import type { Viewer } from "@/lib/viewer";

/**
 * Gives words that were just taken back to their author again, as the draft of the form they came from:
 * that is the way to undo it. Never at the cost of something else that is being typed there.
 *
 * @returns whether they are there now.
 */
export async function handBack(
  viewer: Viewer,
  key: string,
  values: Record<string, string[]>,
): Promise<boolean> {
  const { id: userId, db, words, now } = viewer;
  // Typed at the beginning of time, so that whatever is typed from now on replaces it, by any clock.
  const draft = { values: sealValues(words, key, values), typedAt: new Date(0), savedAt: now };
  const added = await db.draft.createMany({ data: { userId, key, ...draft }, skipDuplicates: true });
  if (added.count > 0) return true;
  // Held, so that nothing is typed between the look and the write.
  const [there] = await db.$queryRaw<{ values: unknown }[]>`
    select values from drafts where user_id = ${userId}::uuid and key = ${key} for update`;
  // Sent or let go of in this very moment.
  if (!there) return handBack(viewer, key, values);
  const typed = openValues(words, key, there.values);
  // What does not open may hold words all the same.
  if (!typed || typed.body?.[0] || typed.words?.[0]) return false;
  await db.draft.updateMany({ where: { userId, key }, data: draft });
  return true;
}
