import { connected, rows } from "./database/connect";
import type { Member } from "./factories";

/** What says how somebody is signed in does not age with the rest: they come back as they are. */
const STAYS = ["sessions", "mailed_links", "sign_in_steps"];

/**
 * Lets days pass for one member: whatever is theirs and has a moment or a day now has it so much earlier, which to
 * Onward, whose clock is the real one, is the same as having waited.
 */
export async function daysPass({ id }: Pick<Member, "id">, days: number): Promise<void> {
  await connected("admin", async (admin) => {
    const dated = await rows<{ table: string; owner: string; sets: string }>(
      admin,
      `select c.relname as table, o.attname as owner,
              string_agg(format(case when t.typname = 'date' then '%1$I = %1$I - $2::int'
                                     else '%1$I = %1$I - $2::int * interval ''1 day''' end, a.attname), ', ') as sets
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       join pg_attribute o on o.attrelid = c.oid and o.attname in ('user_id', 'author_id')
       join pg_type t on t.oid = a.atttypid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and t.typname in ('date', 'timestamptz')
         and c.relname <> all ($1)
       group by 1, 2`,
      [STAYS],
    );
    for (const { table, owner, sets } of dated)
      await admin.query(`update ${table} set ${sets} where ${owner} = $1`, [id, days]);
  });
}
