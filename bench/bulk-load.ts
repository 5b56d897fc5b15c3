import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";

/** What one column of one row holds. No text here holds a tab, a line break or a backslash. */
export type Cell = string | number | null;

export type Table = {
  name: string;
  columns: string[];
  /** Made one after the other as Postgres takes them: never all of them at once. */
  rows: () => Iterable<Cell[]>;
};

/**
 * Fills tables by COPY, in one transaction, and brings what Postgres knows of them up to date. Keys and indexes
 * are made once the rows are there, which is faster, and checks every row as if it had been written alone.
 */
export async function loadTables(client: Client, tables: Table[]): Promise<void> {
  await client.query("begin");
  // For building indexes, and for nothing that is measured later: it ends with the transaction.
  await client.query("set local maintenance_work_mem = '1GB'");
  // What triggers note row by row, the rows say themselves.
  await client.query("set local session_replication_role = 'replica'");
  const restore = await takeIndexes(
    client,
    tables.map((table) => table.name),
  );
  for (const { name, columns, rows } of tables) {
    await pipeline(
      Readable.from(chunksOf(rows())),
      client.query(from(`copy ${name} (${columns.join(", ")}) from stdin`)),
    );
  }
  await restore();
  await client.query("commit");
  await client.query("vacuum analyze");
  await client.query("checkpoint");
}

function* chunksOf(rows: Iterable<Cell[]>): Iterable<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += `${row.map((cell) => cell ?? "\\N").join("\t")}\n`;
    if (chunk.length < 60_000) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

/**
 * Takes every key and index from these tables, and every foreign key that leads to them.
 *
 * @returns what makes them again.
 */
async function takeIndexes(client: Client, tables: string[]): Promise<() => Promise<void>> {
  // Foreign keys rest on primary keys: the first to go, the last to come back.
  const constraints = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint
     where contype in ('p', 'u') and conrelid = any ($1::regclass[])
        or contype = 'f' and (conrelid = any ($1::regclass[]) or confrelid = any ($1::regclass[]))
     order by contype <> 'f'`,
    [tables],
  );
  const indexes = await client.query<{ drop: string; add: string }>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as add
     from pg_index where indrelid = any ($1::regclass[])
       and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`,
    [tables],
  );
  const taken = [...constraints.rows, ...indexes.rows];
  for (const { drop } of taken) await client.query(drop);
  return async () => {
    for (const { add } of taken.reverse()) await client.query(add);
  };
}
