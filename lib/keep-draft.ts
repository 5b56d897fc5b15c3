import "server-only";
import { UNREADABLE } from "@/lib/private-words";
import type { Viewer } from "@/lib/viewer";

/** Nobody has this much unsent, and a disk has an end: so many drafts, and so many characters in each. */
export const MOST = { drafts: 200, characters: 100_000 };

type Values = Record<string, unknown>;

/** Whose draft it is, and what seals it. */
export type Writer = Pick<Viewer, "id" | "db" | "words">;

/** Why words are no draft: words typed later are there already, or there is no room for so many or so long ones. */
type NotKept = "newer words" | "too many" | "too long";

export const isTooLong = (values: Values): boolean => JSON.stringify(values).length > MOST.characters;

/** What was typed, as its row holds it: all of it in one sealed text. */
export const sealValues = (words: Writer["words"], key: string, values: Values) => ({
  sealed: words.seal("drafts.values", key, JSON.stringify(withoutUnreadable(values))),
});

/** A field in which words do not open is not what somebody typed. */
const withoutUnreadable = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => !JSON.stringify(value).includes(UNREADABLE)),
  );

/**
 * Keeps what was typed into a form, now unless told when. A save that was typed earlier never replaces one
 * typed later, in whatever order they arrive. A clock that is ahead counts as now: its words would else stand
 * in the way of everything typed until that moment has come.
 *
 * @param draft `isOnlyCopy` finds room beside however many there are.
 * @returns whether it is kept, or why not.
 */
export async function keepDraft(
  { id: userId, db, words }: Writer,
  draft: { key: string; values: Values; typedAt?: Date; isOnlyCopy?: boolean },
): Promise<"kept" | NotKept> {
  if (isTooLong(draft.values)) return "too long";
  const { key, isOnlyCopy = false, typedAt = null } = draft;
  const values = JSON.stringify(sealValues(words, key, draft.values));
  const kept = await db.$executeRaw`
    insert into drafts (user_id, key, values, typed_at)
    select ${userId}::uuid, ${key}, ${values}::jsonb, least(${typedAt}::timestamptz, now())
    where ${isOnlyCopy} or (select count(*) from drafts where user_id = ${userId}::uuid and key <> ${key}) < ${MOST.drafts}
    on conflict (user_id, key) do update
      set values = excluded.values, typed_at = excluded.typed_at, saved_at = now()
      where drafts.typed_at <= excluded.typed_at`;
  if (kept > 0) return "kept";
  const newer = await db.draft.count({ where: { userId, key } });
  return newer > 0 ? "newer words" : "too many";
}
