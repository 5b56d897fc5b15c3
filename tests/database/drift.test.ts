import { readdirSync } from "node:fs";
import type { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { readSchema } from "../../scripts/next-migration.ts";
import { root } from "../../scripts/project.ts";
import { applyMigrations, writeMigrationSql } from "../../scripts/schema-engine.ts";
import { connected, rows } from "./connect";

test("the migrations lead to the very schema that the models describe", async () => {
  const [migrated, described] = [await aScratchDatabase(), await aScratchDatabase()];

  await applyMigrations(addressOf(migrated), readSchema(root), `${root}/prisma/migrations`);
  const sql = await writeMigrationSql([], readSchema(root));
  await connected("admin", (admin) => admin.query(sql ?? ""), described);

  const shape = await connected("admin", shapeOf, described);
  expect(shape.length).toBeGreaterThan(150);
  expect(await connected("admin", shapeOf, migrated)).toEqual(shape);
});

test("each migration that was applied is in Prisma's own list", async () => {
  const applied = await connected("admin", (admin) =>
    rows<{ name: string }>(
      admin,
      "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1",
    ),
  );
  const folders = readdirSync("prisma/migrations").filter((entry) => /^\d{14}_/.test(entry));
  expect(applied.map(({ name }) => name)).toEqual(folders.sort());
});

// Check constraints are left out: the schema language has no word for them.
async function shapeOf(client: Client): Promise<string[]> {
  const lines = await rows<{ line: string }>(
    client,
    `select format('%s.%s %s %s default %s', relname, attname, format_type(atttypid, atttypmod),
                   case when attnotnull then 'required' end, pg_get_expr(adbin, adrelid)) as line
       from pg_attribute a join pg_class c on c.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped and relname <> '_prisma_migrations'
     union all
     select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace and contype not in ('c', 'n') and conrelid::regclass::text <> '_prisma_migrations'
     union all
     select indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
     union all
     select format('%s %s', enumtypid::regtype, string_agg(enumlabel, ',' order by enumsortorder)) from pg_enum group by enumtypid
     order by 1`,
  );
  return lines.map(({ line }) => line);
}

async function aScratchDatabase(): Promise<string> {
  const name = `scratch_${crypto.randomUUID().slice(0, 8)}`;
  await connected("admin", (admin) => admin.query(`create database ${name} owner onward_owner`));
  onTestFinished(async () => {
    await connected("admin", (admin) => admin.query(`drop database ${name} with (force)`));
  });
  return name;
}

function addressOf(database: string): string {
  const address = new URL(process.env.DATABASE_ADMIN_URL ?? "");
  address.pathname = `/${database}`;
  return address.href;
}
