// Prisma's schema engine in its WebAssembly build. The ordinary one is a binary that Prisma's CLI
// downloads on first use, which fails where only a package registry can be reached. Everything else
// stays Prisma's own (the layout of prisma/migrations, the table _prisma_migrations), so that the
// ordinary CLI works too where it can download.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm";
import pg from "pg";

/** A Prisma schema as its files, each by name and text. */
export type SchemaFiles = [name: string, text: string][];

const NOTHING_EXTERNAL: Engine.SchemaFilter = { externalTables: [], externalEnums: [] };

// Loaded once: the glue knows one module at a time, and a second would pull the first from under its work.
let loaded: Promise<typeof Engine.SchemaEngine> | undefined;
const loadOnce = () => {
  loaded ??= loadEngine();
  return loaded;
};

// The package's own entry imports a .wasm file, which Node does only behind a flag: its glue is joined
// to the module by hand here.
async function loadEngine(): Promise<typeof Engine.SchemaEngine> {
  const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const code = fs.readFileSync(path.join(path.dirname(glueFile), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": { ...glue } });
  const { __wbg_set_wasm: join } = glue as unknown as { __wbg_set_wasm: (exports: unknown) => void };
  join(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  return glue.SchemaEngine;
}

async function withEngine<T>(
  schema: SchemaFiles,
  database: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: Engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  const SchemaEngine = await loadOnce();
  const adapter = bindMigrationAwareSqlAdapterFactory(database);
  const engine = await SchemaEngine.new({ datamodels: schema }, () => {}, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

// The engine greets a database even when it only compares two texts: it asks for the version and whether
// the schema "public" is there. The oldest Postgres that Onward runs on answers, so that the SQL suits it.
const NO_DATABASE: SqlMigrationAwareDriverAdapterFactory = (() => {
  const refuse = () => Promise.reject(new Error("Comparing two schemas needs no database."));
  const connection: SqlDriverAdapter = {
    provider: "postgres",
    adapterName: "none",
    queryRaw: () =>
      Promise.resolve({
        columnNames: ["exists", "version", "numeric_version"],
        columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
        rows: [[true, "PostgreSQL 15.0", 150_000]],
      }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
  };
  const connect = () => Promise.resolve(connection);
  return { provider: "postgres", adapterName: "none", connect, connectToShadowDb: connect };
})();

/** The SQL that leads from one schema to the next, or null where they mean the same. Needs no database. */
export async function writeMigrationSql(from: SchemaFiles, to: SchemaFiles): Promise<string | null> {
  const target = (files: SchemaFiles): Engine.DiffTarget =>
    files.length === 0
      ? { tag: "empty" }
      : { tag: "schemaDatamodel", files: files.map(([name, content]) => ({ path: name, content })) };
  return withEngine(to, NO_DATABASE, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: true,
      filters: NOTHING_EXTERNAL,
    });
    return exitCode === 2 ? (stdout ?? "") : null;
  });
}

/**
 * Applies what is missing of `prisma/migrations` and answers with the names that it applied.
 *
 * @param only those, for a database as an older version had it.
 */
export async function applyMigrations(
  address: string,
  schema: SchemaFiles,
  folder: string,
  only?: string[],
): Promise<string[]> {
  return withDatabase(address, schema, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: listMigrations(folder, only),
      filters: NOTHING_EXTERNAL,
    });
    return appliedMigrationNames;
  });
}

/**
 * What stands in the way of applying migrations: those that began and did not finish (an error in them, or
 * a crash), and those that the database knows and the folder does not.
 */
export async function findObstacles(
  address: string,
  schema: SchemaFiles,
  folder: string,
): Promise<{ unfinished: string[]; unknown: string[] }> {
  return withDatabase(address, schema, async (engine) => {
    const { failedMigrationNames, history } = await engine.diagnoseMigrationHistory({
      migrationsList: listMigrations(folder),
      optInToShadowDatabase: false,
      filters: NOTHING_EXTERNAL,
    });
    const unknown =
      history && history.diagnostic !== "databaseIsBehind" ? history.unpersistedMigrationNames : [];
    return { unfinished: failedMigrationNames, unknown };
  });
}

/** Notes that a failed migration left nothing behind, so that it is applied again. */
export async function forgetFailedMigration(
  address: string,
  schema: SchemaFiles,
  migrationName: string,
): Promise<void> {
  await withDatabase(address, schema, (engine) => engine.markMigrationRolledBack({ migrationName }));
}

/**
 * How long a change waits for a table. Whoever comes after it has to wait as long; and where it and a
 * member's request wait for each other, it gives way before Postgres looks for a deadlock (after 1 s).
 */
export const LOCK_TIMEOUT = "800ms";

// Whoever connects, what they make belongs to onward_owner. The connection is closed afterwards: the engine
// takes a lock and keeps it as long as it is open.
async function withDatabase<T>(
  address: string,
  schema: SchemaFiles,
  work: (engine: Engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({
    connectionString: address,
    max: 1,
    options: `-c role=onward_owner -c lock_timeout=${LOCK_TIMEOUT}`,
  });
  const adapter = new PrismaPg(pool);
  let refused: unknown;
  const connect = async () => {
    const connection = await adapter.connect();
    // The adapter would cut a script at every semicolon, be it inside a function or a comment, and run the
    // pieces one by one. Sent whole it is one transaction, as from Prisma's own engine: all of it or nothing.
    connection.executeScript = async (script) => {
      await pool.query(script).catch((error) => {
        refused = error;
        throw error;
      });
    };
    return connection;
  };
  try {
    const { provider, adapterName } = adapter;
    const database: SqlMigrationAwareDriverAdapterFactory = {
      provider,
      adapterName,
      connect,
      connectToShadowDb: connect,
    };
    return await withEngine(schema, database, work);
  } catch (error) {
    // What Postgres said is worth more than the engine's account of it.
    throw refused ?? error;
  } finally {
    await pool.end();
  }
}

function listMigrations(baseDir: string, only?: string[]): Engine.MigrationList {
  const read = (...name: string[]) => fs.readFileSync(path.join(baseDir, ...name), "utf8");
  const folders = fs.readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: read("migration_lock.toml") },
    shadowDbInitScript: "",
    migrationDirectories: folders
      .map((entry) => entry.name)
      .filter((name) => only?.includes(name) ?? true)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: read(name, "migration.sql") } },
      })),
  };
}
