import "server-only";
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
  // Typed at the beginning of time, so that whatever is typed from now on replaces it, by any clock.
  const handed = await viewer.db.$executeRaw`
    insert into drafts (user_id, key, values, typed_at)
    values (${viewer.id}::uuid, ${key}, ${JSON.stringify(values)}::jsonb, to_timestamp(0))
    on conflict (user_id, key) do update
      set values = excluded.values, typed_at = excluded.typed_at, saved_at = now()
      where concat(drafts.values #>> '{body,0}', drafts.values #>> '{words,0}') = ''`;
  return handed > 0;
}
