// The next migration is the difference between the models and the schema as the newest migration left it.
// That older text is kept as one committed file (docs/decisions/0001-schema-snapshot.md says why).

import fs from "node:fs";
import path from "node:path";
import { type SchemaFiles, writeMigrationSql } from "./schema-engine.ts";

// Not ".prisma": Prisma reads every such file below prisma/ as part of the schema.
const SNAPSHOT = "prisma/migrations/schema.snapshot";
const SNAPSHOT_HEADER =
  '// The schema after the newest migration. Written by "npm run db:migration", never by hand.';
const LOCK_FILE = `# Prisma's note of the database that the migrations are for.\nprovider = "postgresql"\n`;

/** The schema as it is now: schema.prisma and every model file, in alphabetical order. */
export function readSchema(root: string): SchemaFiles {
  const models = fs.readdirSync(path.join(root, "prisma/models")).filter((name) => name.endsWith(".prisma"));
  const names = ["schema.prisma", ...models.sort().map((name) => `models/${name}`)];
  return names.map((name) => [name, fs.readFileSync(path.join(root, "prisma", name), "utf8")]);
}

function readSnapshot(root: string): SchemaFiles {
  const file = path.join(root, SNAPSHOT);
  return fs.existsSync(file) ? [["schema.snapshot", fs.readFileSync(file, "utf8")]] : [];
}

/** The SQL that the migrations still lack, or null where they lead to the schema as it is. */
export function findPendingSql(root: string): Promise<string | null> {
  return writeMigrationSql(readSnapshot(root), readSchema(root));
}

/**
 * Writes a migration in Prisma's layout and remembers the schema that it leads to.
 * Answers with its file, relative to the root.
 */
export function writeMigration(root: string, name: string, sql: string): string {
  const migrations = path.join(root, "prisma/migrations");
  const folder = path.join(migrations, `${nextMoment(migrations)}_${inSnakeCase(name)}`);
  const file = path.join(folder, "migration.sql");
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, sql);
  fs.writeFileSync(path.join(migrations, "migration_lock.toml"), LOCK_FILE);
  const texts = readSchema(root).map(([, text]) => text.trim());
  fs.writeFileSync(path.join(root, SNAPSHOT), `${[SNAPSHOT_HEADER, ...texts].join("\n\n")}\n`);
  return path.relative(root, file);
}

/** "Add contacts!" becomes "add_contacts"; nothing usable becomes "". */
export function inSnakeCase(name: string): string {
  return (name.toLowerCase().match(/[a-z0-9]+/g) ?? []).join("_");
}

// Migrations run in the order of their names. Two within one second, or a colleague's clock that runs
// ahead, must not put the newest before an older one.
function nextMoment(migrations: string): string {
  const now = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const taken = fs.existsSync(migrations) ? fs.readdirSync(migrations) : [];
  const moments = taken.flatMap((entry) => /^\d{14}(?=_)/.exec(entry) ?? []);
  const newest = moments.sort().at(-1);
  return newest === undefined || now > newest ? now : String(BigInt(newest) + 1n);
}
