// Who was erased, or is about to be, by hashes of their ids and nothing else. A backup from before does not know;
// so the worker keeps this list in a file beside the database, and a restore asks for the newest one.

import fs from "node:fs";
import type pg from "pg";
import { connect } from "./roles.ts";

export type Leavers = {
  /** When this was so. */
  at: Date;
  erased: Set<string>;
  /** Who is about to be erased, and when. */
  leaving: Map<string, string>;
};

/** @param file as lib/accounts/leavers-file.ts writes it. */
export function readLeavers(file: string): Leavers | null {
  if (!fs.existsSync(file)) return null;
  const [first = "", ...lines] = fs.readFileSync(file, "utf8").trim().split("\n");
  return gather(new Date(first.replace(/^as of /, "")), lines);
}

/** The same from a database that still answers. */
export function findLeavers(address: string): Promise<Leavers | null> {
  return connect(address, async (client) => {
    const { rows: known } = await client.query("select to_regclass('public.erased_members') as is");
    if (!known[0]?.is) return null;
    const { rows } = await client.query<{ at: Date; line: string | null }>(
      `select now() as at, line from (select) here left join (
         select encode(id_hash, 'hex') || ' erased' as line from erased_members
         union all
         select encode(sha256(convert_to(id::text, 'UTF8')), 'hex') || ' leaves '
           || to_char(leaves_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from users where leaves_at is not null
       ) leavers on true`,
    );
    const lines = rows.flatMap(({ line }) => line ?? []);
    return gather(rows[0]?.at ?? new Date(), lines);
  });
}

function gather(at: Date, lines: string[]): Leavers {
  const words = lines.map((line) => line.split(" "));
  return {
    at,
    erased: new Set(words.flatMap(([hash = "", what]) => (what === "erased" ? [hash] : []))),
    leaving: new Map(
      words.flatMap(([hash = "", what, when = ""]) => (what === "leaves" ? [[hash, when]] : [])),
    ),
  };
}

/**
 * Erases from a restored database whoever was erased since, and whose time has come. Who was erased is gone by
 * any list, however old. Who is leaving is told by the newest one, if it is newer than the backup: who asked
 * since then leaves, and who came back since then stays.
 *
 * @returns how many were erased.
 */
export function forgetLeavers(address: string, takenAt: Date, lists: Leavers[]): Promise<number> {
  const erased = [...new Set(lists.flatMap((list) => [...list.erased]))];
  const newest = lists.filter(({ at }) => at > takenAt).sort((a, b) => Number(b.at) - Number(a.at))[0];
  return connect(address, async (client) => {
    await client.query("begin; set local role onward_system");
    if (newest) await followList(client, newest);
    await client.query(
      `update users set leaves_at = now() - interval '1 s', closed_at = null where encode(sha256(convert_to(id::text, 'UTF8')), 'hex') = any ($1)`,
      [erased],
    );
    const { rows } = await client.query<{ erased: boolean }>(
      "select app.erase_member(id) as erased from (select id from users where leaves_at <= now()) due",
    );
    await client.query(
      `insert into erased_members (id_hash) select decode(hash, 'hex') from unnest($1::text[]) hash on conflict do nothing`,
      [erased],
    );
    await client.query("commit");
    return rows.filter((row) => row.erased).length;
  });
}

async function followList(client: pg.Client, { leaving }: Leavers): Promise<void> {
  await client.query(
    `update users set leaves_at = listed.leaves_at::timestamptz
     from users u left join unnest($1::text[], $2::text[]) as listed (hash, leaves_at)
       on listed.hash = encode(sha256(convert_to(u.id::text, 'UTF8')), 'hex')
     where users.id = u.id and users.leaves_at is distinct from listed.leaves_at::timestamptz`,
    [[...leaving.keys()], [...leaving.values()]],
  );
}
