import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { readSchema } from "./next-migration.ts";
import { Problem, wordsOf } from "./problem.ts";
import { prepareQueues } from "./queues.ts";
import { connect, oneAtATime } from "./roles.ts";
import { applyMigrations, findObstacles, forgetFailedMigration, LOCK_TIMEOUT } from "./schema-engine.ts";

/** What a deploy did. */
export type Deployed = { migrations: string[]; policies: boolean };

/**
 * Brings a database to where this version of Onward wants it: the migrations that are missing, the queues of
 * background work, then, when any of it or the policies changed, all policies anew in one transaction.
 * Several deploys at once wait for each other; for a table that members are using a deploy waits in short
 * turns, so that nobody queues up behind it. Everything is done as onward_owner.
 *
 * @throws Problem when a migration or a policy fails. What was complete stays; the next deploy goes on.
 */
export function deploy(root: string, address: string): Promise<Deployed> {
  return connect(
    address,
    (client) =>
      oneAtATime(client, async () => {
        const migrations = await inShortTurns(() => applyMissingMigrations(root, address));
        await inShortTurns(() => prepareQueues(client));
        const policies = await inShortTurns(() => applyPolicies(root, client));
        return { migrations, policies };
      }),
    "onward_owner",
  );
}

const TURNS = 20;

async function inShortTurns<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await work();
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      if (turn === TURNS) {
        throw new Problem(
          "A table that has to change is in use all the time, and members come first: what could be done stays, and\n" +
            "the rest is undone. Look for a long statement in pg_stat_activity, and run this again.",
        );
      }
      if (turn === 1) console.log("\n      a table is in use: waiting for a quiet moment");
      await setTimeout(250 * turn);
    }
  }
}

const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as pg.DatabaseError).code === LOCK_NOT_AVAILABLE || isLockTimeout(error.cause));

const LOCK_NOT_AVAILABLE = "55P03";

async function applyMissingMigrations(root: string, address: string): Promise<string[]> {
  const folder = path.join(root, "prisma/migrations");
  const schema = readSchema(root);
  const { unfinished, unknown } = await findObstacles(address, schema, folder);
  if (unknown.length > 0) {
    throw new Problem(
      `This database was made by another version of Onward: it has migrations that are not here (${unknown.join(", ")}).\n` +
        "Run that version or a newer one.",
    );
  }
  for (const name of unfinished) {
    // Postgres runs a migration as one transaction, so a failed or interrupted one left nothing behind,
    // unless its script steps out of that transaction itself.
    const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
    if (/\b(commit|concurrently)\b/i.test(sql.replaceAll(/--.*$/gm, ""))) {
      throw new Problem(
        `The migration ${name} did not finish, and was not one transaction. See what of it is there, mend it by hand,\n` +
          `then say so: npx prisma migrate resolve --applied ${name} (or --rolled-back).`,
      );
    }
    await forgetFailedMigration(address, schema, name);
  }
  try {
    return await applyMigrations(address, schema, folder);
  } catch (error) {
    throw new Problem(`A migration failed, and was undone. Postgres says: ${wordsOf(error)}`, {
      cause: error,
    });
  }
}

async function applyPolicies(root: string, client: pg.Client): Promise<boolean> {
  const folder = path.join(root, "prisma/policies");
  // An underscore sorts after capitals and before small letters: what every policy rests on comes first.
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ name, sql: fs.readFileSync(path.join(folder, name), "utf8") }));
  const { rows } = await client.query<{ migration_name: string }>(
    `select migration_name from _prisma_migrations where finished_at is not null
     union all select 'queues as of ' || version from pgboss.version order by 1`,
  );
  const state = createHash("sha256")
    .update(JSON.stringify([files, rows]))
    .digest("hex");
  const note = noteOf(state, listMigrations(root).at(-1) ?? "");

  await client.query("begin");
  try {
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query("create schema if not exists app");
    const noted = await client.query("select obj_description('app'::regnamespace, 'pg_namespace') as note");
    const changed = noted.rows[0]?.note !== note;
    if (changed) {
      for (const { name, sql } of files) {
        await client.query(sql).catch((error: pg.DatabaseError) => {
          throw new Problem(
            `prisma/policies/${name}${lineOf(sql, error)}: ${error.message}. Nothing was changed.`,
            { cause: error },
          );
        });
      }
      // In the same transaction: a failed run leaves the old note, and is tried again.
      await client.query(`comment on schema app is ${client.escapeLiteral(note)}`);
    }
    await client.query("commit");
    return changed;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

// Left on the schema "app", where onward_app may read it as well.
const noteOf = (state: string, newest: string) => `Policies as of ${state}, after ${newest}`;

/**
 * How a database stands to this version of Onward, for a start that may not change it.
 *
 * @param address of anybody who may connect: onward_app will do.
 */
export async function compareWithDeployed(
  root: string,
  address: string,
): Promise<"behind" | "same" | "ahead"> {
  const { rows } = await connect(address, (client) =>
    client.query<{ note: string | null }>(
      "select obj_description(to_regnamespace('app'), 'pg_namespace') as note",
    ),
  );
  const deployed = /, after (\S+)$/.exec(rows[0]?.note ?? "")?.[1] ?? "";
  const ours = listMigrations(root).at(-1) ?? "";
  if (deployed === ours) return "same";
  return deployed < ours ? "behind" : "ahead";
}

/** The names of the migrations that this version knows, oldest first. */
export const listMigrations = (root: string): string[] =>
  fs
    .readdirSync(path.join(root, "prisma/migrations"))
    .filter((entry) => /^\d{14}_/.test(entry))
    .sort();

function lineOf(sql: string, { position }: pg.DatabaseError): string {
  return position ? `:${sql.slice(0, Number(position)).split("\n").length}` : "";
}
