// A backup: one gzipped file of lines. The first says what it is of, then each table is named and followed by
// its rows, and the last says how many there were, so that half a file is known for one
// (docs/decisions/0012-backups-are-rows.md says why not Postgres's own tools).

import { createHash } from "node:crypto";
import fs from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type pg from "pg";
import { Problem, wordsOf } from "./problem.ts";
import { connect } from "./roles.ts";
import { SOME_OF_EACH, type WrappedKey } from "./vault-keys.ts";

export type Header = {
  onward: 1;
  takenAt: string;
  /** The migrations that had been applied: the shape that the rows have. */
  migrations: string[];
  /** By which a secret is known without being told. */
  secretHash: string;
  /** Where the installation keeps its own. */
  secret?: string;
  /** Of each vault key in use a member's key that it opens. None where nobody has one yet. */
  wrapped?: WrappedKey[];
  /** Where the installation keeps its own. */
  vault?: string;
};

/** What an installation has beside its database, and what of it goes along. */
export type Kept = { secret: string; withSecret: boolean; vault: string; withVault: boolean };

/** How many rows each table has. */
export type Counts = Record<string, number>;

type Line = Header | { table: string; columns: string[] } | { end: Counts };

const BATCH = 500;

// What must not come back to life: sessions and links that have ended since, what was half done, and counts.
const LEFT_OUT = ["sessions", "mailed_links", "sign_in_steps", "limits", "_prisma_migrations"];

export const hashOfSecret = (secret: string): string =>
  createHash("sha256").update(`onward backup ${secret}`).digest("hex");

/**
 * Copies every row as of one moment into a new file that its user alone may read, while members go on
 * writing.
 *
 * @param address of a superuser, or of somebody in onward_owner.
 */
export async function writeArchive(
  address: string,
  file: string,
  { secret, withSecret, vault, withVault }: Kept,
): Promise<Counts> {
  const counts: Counts = {};
  await connect(address, async (client) => {
    await beginReading(client);
    const header: Header = {
      onward: 1,
      takenAt: await one<string>(client, "select now()::text as value"),
      migrations: await one<string[]>(
        client,
        "select array_agg(migration_name order by 1) as value from _prisma_migrations where finished_at is not null",
      ),
      secretHash: hashOfSecret(secret),
      ...(withSecret && { secret }),
      wrapped: await one<WrappedKey[]>(
        client,
        `select coalesce(json_agg(key), '[]') as value from (${SOME_OF_EACH}) as key`,
      ),
      ...(withVault && { vault }),
    };
    const unfinished = `${file}.unfinished`;
    // One that was left behind, or laid there, would keep its mode and its owner.
    fs.rmSync(unfinished, { force: true });
    await pipeline(
      Readable.from(linesOf(client, header, counts)),
      createGzip(),
      fs.createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }),
    );
    fs.renameSync(unfinished, file);
  });
  return counts;
}

// Everything as of one moment. A superuser sees it anyway, whatever version the policies are of.
async function beginReading(client: pg.Client): Promise<void> {
  await client.query("begin isolation level repeatable read read only");
  const isSuperuser = await one<boolean>(
    client,
    "select rolsuper as value from pg_roles where rolname = current_user",
  );
  if (!isSuperuser) await client.query("set local role onward_backup");
  await client.query("set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'");
}

async function one<T>(client: pg.Client, sql: string): Promise<T> {
  const { rows } = await client.query<{ value: T }>(sql);
  return (rows[0] as { value: T }).value;
}

async function* linesOf(client: pg.Client, header: Header, counts: Counts): AsyncGenerator<string> {
  const line = (content: Line) => `${JSON.stringify(content)}\n`;
  yield line(header);
  for (const [table, columns] of await listColumns(client)) {
    if (LEFT_OUT.includes(table)) continue;
    yield line({ table, columns: [...columns.keys()] });
    counts[table] = 0;
    const values = [...columns.keys()].map((column) => `${client.escapeIdentifier(column)}::text`);
    await client.query(
      `declare rest cursor for select to_json(array[${values}])::text as line from public.${client.escapeIdentifier(table)}`,
    );
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from rest`);
      if (rows.length === 0) break;
      counts[table] += rows.length;
      yield rows.map((row) => `${row.line}\n`).join("");
    }
    await client.query("close rest");
  }
  yield line({ end: counts });
}

/** Every table with its columns and their types. */
async function listColumns(client: pg.Client): Promise<Map<string, Map<string, string>>> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `select relname as table, attname as column, format_type(atttypid, atttypmod) as type
     from pg_attribute join pg_class c on c.oid = attrelid
     where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
       and attgenerated = ''
     order by relname, attnum`,
  );
  const tables = new Map<string, Map<string, string>>();
  for (const { table, column, type } of rows) {
    tables.set(table, (tables.get(table) ?? new Map()).set(column, type));
  }
  return tables;
}

/** What a file says that it is. @throws Problem when it is no backup. */
export async function readHeader(file: string): Promise<Header> {
  for await (const line of linesIn(file)) {
    const header = JSON.parse(line) as Partial<Header>;
    if (header.onward === 1) return header as Header;
    break;
  }
  throw new Problem(`${file} is no backup of this version of Onward, or of an older one.`);
}

async function* linesIn(file: string): AsyncGenerator<string> {
  const packed = fs.createReadStream(file);
  const unpacked = packed.pipe(createGunzip().setEncoding("utf8"));
  // An error of the file itself does not travel down a pipe.
  packed.on("error", (error) => unpacked.destroy(error));
  try {
    let rest = "";
    for await (const chunk of unpacked) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    throw new Problem(`${file} cannot be read to its end as a backup: ${wordsOf(error)}`);
  } finally {
    packed.destroy();
  }
}

/**
 * Puts every row of a file into a database that has the tables, empty and not closed yet, as its owner: all of
 * them or none.
 *
 * @throws Problem when the file is damaged or ends too early.
 */
export function loadArchive(address: string, file: string): Promise<Counts> {
  return connect(
    address,
    async (client) => {
      await client.query("begin");
      // Tables point at each other in circles: the links are taken off, and put on again over what is there.
      const links = await takeOffLinks(client);
      const counts = await loadLines(client, file);
      for (const sql of links) await client.query(sql);
      await client.query("commit");
      return counts;
    },
    "onward_owner",
  );
}

async function takeOffLinks(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { off } of rows) await client.query(off);
  return rows.map(({ on }) => on);
}

async function loadLines(client: pg.Client, file: string): Promise<Counts> {
  const known = await listColumns(client);
  const counts: Counts = {};
  let insert = "";
  let table = "";
  let waiting: string[] = [];
  const flush = async () => {
    if (waiting.length > 0) await client.query(insert, [`[${waiting.join(",")}]`]);
    waiting = [];
  };
  for await (const text of linesIn(file)) {
    if (text.startsWith("[")) {
      waiting.push(text);
      counts[table] = (counts[table] ?? 0) + 1;
      if (waiting.length === BATCH) await flush();
      continue;
    }
    await flush();
    const line = JSON.parse(text) as Line;
    if ("table" in line) {
      table = line.table;
      counts[table] = 0;
      insert = insertInto(client, line, known.get(table));
    } else if ("end" in line) {
      if (JSON.stringify(line.end) !== JSON.stringify(counts)) break;
      return counts;
    }
  }
  throw new Problem(`${file} is not whole. Nothing was restored from it.`);
}

function insertInto(
  client: pg.Client,
  { table, columns }: { table: string; columns: string[] },
  types: Map<string, string> | undefined,
): string {
  const values = columns.map((column, index) => {
    const type = types?.get(column);
    if (!type)
      throw new Problem(`The backup holds ${table}.${column}, and this version has no place for it.`);
    return `(line ->> ${index})::${type}`;
  });
  const names = columns.map((column) => client.escapeIdentifier(column));
  return `insert into public.${client.escapeIdentifier(table)} (${names})
          select ${values} from json_array_elements($1::json) as line`;
}
