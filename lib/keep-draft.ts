import "server-only";
import type { Db } from "@/lib/db";

/** Nobody has this much unsent, and a disk has an end: so many drafts, and so many characters in each. */
const MOST = { drafts: 200, characters: 100_000 };

/**
 * Keeps what was typed into a form, now unless told when. A save that was typed earlier never replaces one
 * typed later, in whatever order they arrive. A clock that is ahead counts as now: its words would else stand
 * in the way of everything typed until that moment has come.
 *
 * @returns whether it is kept. It is not where words typed later are there already, nor beyond all
 * measure.
 */
export async function keepDraft(
  db: Db,
  userId: string,
  draft: { key: string; values: Record<string, unknown>; typedAt?: Date },
): Promise<boolean> {
  const values = JSON.stringify(draft.values);
  if (values.length > MOST.characters) return false;
  const kept = await db.$executeRaw`
    insert into drafts (user_id, key, values, typed_at)
    select ${userId}::uuid, ${draft.key}, ${values}::jsonb, least(${draft.typedAt ?? null}::timestamptz, now())
    where (select count(*) from drafts where user_id = ${userId}::uuid and key <> ${draft.key}) < ${MOST.drafts}
    on conflict (user_id, key) do update
      set values = excluded.values, typed_at = excluded.typed_at, saved_at = now()
      where drafts.typed_at <= excluded.typed_at`;
  return kept > 0;
}
