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
 * It stands under "Waiting for you", too, also where another day that was set for the same thing came before. The mail
 * has said it, so no other one does.
 */
export async function noteCameDue(db: Db, things: Thing[]): Promise<void> {
  if (things.length === 0) return;
  await db.$executeRaw`
    insert into nudges (user_id, kind, about_id, mailed_at)
    select *, ${new Date()}::timestamptz from unnest(${things.map(({ userId }) => userId)}::uuid[],
      ${things.map(({ kind }) => kind)}::text[], ${things.map(({ aboutId }) => aboutId)}::uuid[])
    on conflict (user_id, kind, about_id) do update set done_at = null, mailed_at = excluded.mailed_at`;
}
