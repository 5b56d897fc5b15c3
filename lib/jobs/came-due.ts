import "server-only";
import type { Db } from "@/lib/db";
import type { Due } from "@/lib/jobs/due-members";
import type { NudgeKind } from "@/lib/nudges/kinds";

/** Something for which its member had set a day that has come. */
export type Thing = { userId: string; kind: NudgeKind; aboutId: string };

/** What came due for each of these members by their day (app.came_due says what can). */
export const listCameDue = (db: Db, due: Due[]): Promise<Thing[]> =>
  db.$queryRaw<Thing[]>`
    select person as "userId", kind, about as "aboutId" from app.came_due(
      ${due.map(({ userId }) => userId)}::uuid[], ${due.map(({ day }) => day)}::date[],
      ${due.map(({ morning }) => morning)}::timestamptz[])`;

/**
 * It stands under "Waiting for you", whether or not a mail says it, too. What stands there already is left as it is.
 *
 * @param mailedAt when a mail says it, so that no other one does; null where none does.
 */
export async function noteCameDue(db: Db, things: Thing[], mailedAt: Date | null): Promise<void> {
  if (things.length === 0) return;
  await db.$executeRaw`
    insert into nudges (user_id, kind, about_id, mailed_at)
    select *, ${mailedAt}::timestamptz from unnest(${things.map(({ userId }) => userId)}::uuid[],
      ${things.map(({ kind }) => kind)}::text[], ${things.map(({ aboutId }) => aboutId)}::uuid[])
    on conflict (user_id, kind, about_id) do update set mailed_at = coalesce(nudges.mailed_at, excluded.mailed_at)`;
}
