import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { deploy } from "../../scripts/migrations.ts";
import { findPendingSql, inSnakeCase, writeMigration } from "../../scripts/next-migration.ts";
import { connect } from "../../scripts/roles.ts";
import { connected, rows } from "../database/connect";
import { aFolder } from "./process";

const MODEL = `model Lantern {\n  id String @id @db.Uuid\n\n  @@map("lanterns")\n}\n`;
const POLICY = `
alter table lanterns enable row level security;
drop policy if exists "lit" on lanterns;
create policy "lit" on lanterns for select to onward_member using (true);
`;

// A project as small as one can be: one model, its first migration, one policy.
async function aProject(): Promise<string> {
  const project = aFolder();
  mkdirSync(path.join(project, "prisma/models"), { recursive: true });
  mkdirSync(path.join(project, "prisma/policies"));
  cpSync("prisma/schema.prisma", path.join(project, "prisma/schema.prisma"));
  write(project, "models/lantern.prisma", MODEL);
  write(project, "policies/lantern.sql", POLICY);
  await migrate(project, "init");
  return project;
}

const write = (project: string, file: string, text: string) =>
  writeFileSync(path.join(project, "prisma", file), text);

async function migrate(project: string, name: string): Promise<string> {
  return writeMigration(project, name, (await findPendingSql(project)) ?? "-- nothing\n");
}

async function aDatabase(): Promise<string> {
  const name = `scratch_${crypto.randomUUID().replaceAll("-", "")}`;
  await connected("admin", (admin) => admin.query(`create database ${name} owner onward_owner`));
  onTestFinished(async () => {
    await connected("admin", (admin) => admin.query(`drop database ${name} with (force)`));
  });
  const address = new URL(process.env.DATABASE_OWNER_URL ?? "");
  address.pathname = `/${name}`;
  return address.href;
}

test("what has been deployed is not deployed again", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  expect(await deploy(project, database)).toMatchObject({
    migrations: [expect.stringMatching(/^\d{14}_init$/)],
    policies: true,
  });
  expect(await deploy(project, database)).toEqual({ migrations: [], policies: false });
});

test("several deploys at once wait for each other", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  const all = await Promise.all([1, 2, 3].map(() => deploy(project, database)));
  expect(all.flatMap(({ migrations }) => migrations)).toHaveLength(1);
  expect(all.filter(({ policies }) => policies)).toHaveLength(1);
});

test("everything belongs to onward_owner, whoever deployed it", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  const admin = new URL(process.env.DATABASE_ADMIN_URL ?? "");
  admin.pathname = new URL(database).pathname;
  await deploy(project, admin.href);
  const owners = await connect(admin.href, (client) =>
    rows(client, "select distinct tableowner from pg_tables where schemaname = 'public'"),
  );
  expect(owners).toEqual([{ tableowner: "onward_owner" }]);
});

test("a policy that fails changes nothing, says where, and is tried again", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  await deploy(project, database);
  write(project, "policies/lantern.sql", `drop policy "lit" on lanterns;\n\ncreate nonsense;\n`);
  await expect(deploy(project, database)).rejects.toThrow(/prisma\/policies\/lantern\.sql:3: syntax error/);
  const names = () =>
    connect(database, (client) =>
      rows(client, "select policyname from pg_policies where tablename = 'lanterns'"),
    );
  expect(await names()).toEqual([{ policyname: "lit" }]);

  write(
    project,
    "policies/lantern.sql",
    POLICY.replaceAll('"lit"', '"bright"').replace("drop", `drop policy "lit" on lanterns; drop`),
  );
  expect(await deploy(project, database)).toMatchObject({ policies: true });
  expect(await names()).toEqual([{ policyname: "bright" }]);
});

test("a migration that fails is undone, and once mended is applied", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  await deploy(project, database);
  write(project, "models/lantern.prisma", MODEL.replace("\n\n", "\n  light String?\n\n"));
  const file = path.join(project, await migrate(project, "light"));
  const sql = readFileSync(file, "utf8");
  writeFileSync(file, `${sql}\nselect 1 / 0;`);
  await expect(deploy(project, database)).rejects.toThrow(/division by zero/);

  writeFileSync(file, sql);
  expect(await deploy(project, database)).toMatchObject({ migrations: [path.basename(path.dirname(file))] });
});

test("a table in use is waited for in short turns, and nobody has to queue up behind", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  await deploy(project, database);
  write(project, "models/lantern.prisma", MODEL.replace("\n\n", "\n  light String?\n\n"));
  const file = await migrate(project, "light");

  await connect(database, async (member) => {
    await member.query("begin; lock table lanterns in access share mode");
    const deployed = deploy(project, database);
    // Begins to wait, and lets whoever comes after it through before long.
    await connect(database, async (watcher) => {
      const isWaiting = () =>
        rows(watcher, "select from pg_locks where not granted and relation = 'lanterns'::regclass");
      await expect.poll(isWaiting, { timeout: 10_000 }).not.toEqual([]);
      const began = performance.now();
      await watcher.query("select from lanterns");
      expect(performance.now() - began).toBeLessThan(2_000);
    });
    await member.query("commit");
    expect(await deployed).toMatchObject({ migrations: [path.basename(path.dirname(file))] });
  });
});

test("a migration may hold functions, and semicolons in what people read", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  const sql = `-- Lights; all of them.
    create function light() returns text language plpgsql as $$ begin return 'one; two'; end $$;`;
  writeMigration(project, "light", sql);
  await deploy(project, database);
  expect(await connect(database, (client) => rows(client, "select light()"))).toEqual([
    { light: "one; two" },
  ]);
});

test("a migration cut off in the middle is begun again", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  await deploy(project, database);
  write(project, "models/lantern.prisma", MODEL.replace("\n\n", "\n  light String?\n\n"));
  const name = path.basename(path.dirname(await migrate(project, "light")));
  await connect(database, (client) =>
    client.query("insert into _prisma_migrations (id, checksum, migration_name) values ($1, 'cut off', $2)", [
      crypto.randomUUID(),
      name,
    ]),
  );
  expect(await deploy(project, database)).toMatchObject({ migrations: [name] });
});

test("a database of a newer version is left alone", async () => {
  const [project, database] = [await aProject(), await aDatabase()];
  await migrate(project, "newer");
  await deploy(project, database);
  const newest =
    readdirSync(path.join(project, "prisma/migrations")).find((entry) => /_newer$/.test(entry)) ?? "";
  rmSync(path.join(project, "prisma/migrations", newest), { recursive: true });
  await expect(deploy(project, database)).rejects.toThrow(newest);
});

test("a migration is written from the change in the schema, once", async () => {
  const project = await aProject();
  expect(await findPendingSql(project)).toBeNull();
  write(project, "models/lantern.prisma", MODEL.replace("\n\n", "\n  light String?\n\n"));
  expect(await findPendingSql(project)).toContain(`ALTER TABLE "lanterns" ADD COLUMN     "light" TEXT`);
  await migrate(project, "light");
  expect(await findPendingSql(project)).toBeNull();
});

test("migrations sort in the order in which they were written, however fast and whatever the clock", async () => {
  const project = await aProject();
  const migrations = path.join(project, "prisma/migrations");
  const first = readdirSync(migrations).find((entry) => entry.endsWith("_init")) ?? "";
  renameSync(path.join(migrations, first), path.join(migrations, "29990101235959_init"));
  const written = [await migrate(project, "b"), await migrate(project, "a")].map((file) =>
    path.basename(path.dirname(file)),
  );
  const folders = readdirSync(migrations).filter((entry) => /^\d{14}_/.test(entry));
  expect(folders.sort()).toEqual(["29990101235959_init", ...written]);
});

test.each([
  ["add contacts", "add_contacts"],
  ["Add-Contacts!", "add_contacts"],
  ["  ", ""],
  ["../../etc", "etc"],
])("a migration called %j is named %j", (given, expected) => {
  expect(inSnakeCase(given)).toBe(expected);
});
