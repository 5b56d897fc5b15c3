import type { Client } from "pg";
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

let ages: Promise<string> | undefined;

/** What makes everything of some circles ($circles) older by so many days ($days), in one message to Postgres. */
const agesOfCircles = (): Promise<string> =>
  connected("admin", async (admin) => {
    const dated = await rows<{ table: string; sets: string }>(
      admin,
      `select c.relname as table,
              string_agg(format(case when t.typname = 'date' then '%1$I = %1$I - $days'
                                     else '%1$I = %1$I - $days * interval ''1 day''' end, a.attname), ', ') as sets
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       join pg_type t on t.oid = a.atttypid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and t.typname in ('date', 'timestamptz')
         and (c.relname = 'circles'
              or exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'circle_id'))
       group by 1`,
    );
    return dated
      .map(({ table, sets }) => {
        const key = table === "circles" ? "id" : "circle_id";
        return `update ${table} set ${sets} where ${key} = any ('{$circles}'::uuid[])`;
      })
      .join("; ");
  });

/** Lets days pass for circles: for whatever is theirs, as above. `admin` is a connection that is open already. */
export async function daysPassIn(circles: { id: string }[], days: number, admin?: Client): Promise<void> {
  ages ??= agesOfCircles();
  const sql = (await ages)
    .replaceAll("$days", String(days))
    .replaceAll("$circles", circles.map(({ id }) => id).join(","));
  if (admin) await admin.query(sql);
  else await connected("admin", (fresh) => fresh.query(sql));
}
