import "server-only";
import type { Day } from "@/lib/dates";
import type { Db } from "@/lib/db";
import type { Due } from "@/lib/jobs/due-members";
import type { NudgeKind } from "@/lib/nudges/kinds";

/** Something for which its member had set a day that has come. */
export type Thing = { userId: string; kind: NudgeKind; aboutId: string; dueOn: Day };

/** What came due for each of these members by their day (app.came_due says what can). */
export const listCameDue = (db: Db, due: Due[]): Promise<Thing[]> =>
  db.$queryRaw<Thing[]>`
    select person as "userId", kind, about as "aboutId", due_on::text as "dueOn" from app.came_due(
      ${due.map(({ userId }) => userId)}::uuid[], ${due.map(({ day }) => day)}::date[],
      ${due.map(({ morning }) => morning)}::timestamptz[])`;

/**
 * It stands under "Waiting for you", whether or not a mail says it, too. What stands there already is left as it is;
 * what is about a day before makes room. Whoever sets another day at the moment at which this is written finds it
 * written for the day before, and is told again on the new one.
 *
 * @param mailedAt when a mail says it, so that no other one does; null where none does.
 */
export async function noteCameDue(db: Db, things: Thing[], mailedAt: Date | null): Promise<void> {
  if (things.length === 0) return;
  const [people, kinds] = [things.map(({ userId }) => userId), things.map(({ kind }) => kind as string)];
  const [about, days] = [things.map(({ aboutId }) => aboutId), things.map(({ dueOn }) => dueOn)];
  await db.$executeRaw`
    delete from nudges n
    using unnest(${people}::uuid[], ${kinds}::text[], ${about}::uuid[], ${days}::date[]) due (person, kind, about, day)
    where n.user_id = due.person and n.kind = due.kind and n.about_id = due.about and n.due_on < due.day`;
  await db.$executeRaw`
    insert into nudges (user_id, kind, about_id, due_on, mailed_at)
    select *, ${mailedAt}::timestamptz
    from unnest(${people}::uuid[], ${kinds}::text[], ${about}::uuid[], ${days}::date[])
    on conflict (user_id, kind, about_id) do update set mailed_at = coalesce(nudges.mailed_at, excluded.mailed_at)`;
}
