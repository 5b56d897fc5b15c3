// From a backup to a database that serves: the shape that the rows had, the rows, what this version adds to them,
// who may see them, and without those who were erased since.

import fs from "node:fs";
import path from "node:path";
import { type Counts, hashOfSecret, loadArchive, readHeader, writeArchive } from "./archive.ts";
import { adoptSecrets, type DataFolder } from "./data-folder.ts";
import { ownAddresses, prepareOwnDatabase } from "./database.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { findLeavers, forgetLeavers, type Leavers } from "./leavers.ts";
import { deploy, listMigrations } from "./migrations.ts";
import { readSchema } from "./next-migration.ts";
import { Problem } from "./problem.ts";
import { connect } from "./roles.ts";
import { applyMigrations } from "./schema-engine.ts";
import { requireVaultKey } from "./vault-keys.ts";

export type Restored = { counts: Counts; erased: number };

/**
 * Restores a backup into an empty database.
 *
 * @param address of a superuser, or of somebody in onward_owner.
 * @throws Problem when the backup is damaged or of a newer version.
 */
export async function restoreInto(
  root: string,
  address: string,
  file: string,
  lists: Leavers[],
): Promise<Restored> {
  const { migrations, takenAt } = await readHeader(file);
  const known = listMigrations(root);
  const newer = migrations.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    throw new Problem(
      `This backup is of a newer version of Onward (it has ${newer.join(", ")}). Use that one.`,
    );
  }
  await applyMigrations(address, readSchema(root), path.join(root, "prisma/migrations"), migrations);
  const counts = await loadArchive(address, file);
  await endInvitations(address);
  await endCalendars(address);
  await deploy(root, address);
  const erased = await forgetLeavers(address, new Date(takenAt), lists);
  return { counts, erased };
}

/**
 * Ends the invitations that were open when the backup was made. By one that was taken back since, whoever was asked
 * to leave would be in the circle again. As the owner, while the tables are not closed yet.
 */
async function endInvitations(address: string): Promise<void> {
  await connect(
    address,
    (client) =>
      client.query(
        `update public.invitations i set revoked_at = now()
         where i.revoked_at is null and i.expires_at > now()
           and i.uses > (select count(*) from public.memberships m
                         where m.circle_id = i.circle_id and m.invitation_id = i.id)`,
      ),
    "onward_owner",
  );
}

/**
 * Ends the addresses of calendars: one that was given up since the backup was made, because somebody else had come to
 * know it, would be read again. A backup of an older version has none.
 */
async function endCalendars(address: string): Promise<void> {
  await connect(
    address,
    async (client) => {
      const { rows } = await client.query("select to_regclass('public.calendar_feeds') is not null as has");
      if (rows[0]?.has === true) await client.query("delete from public.calendar_feeds");
    },
    "onward_owner",
  );
}

/**
 * Restores a backup as the database of a data folder, built beside the one that is there and put in its place
 * when it is complete. What was there is kept as a backup of its own.
 *
 * @returns as well the file with what was there, where there was a database.
 */
export async function restoreOwn(
  root: string,
  folder: DataFolder,
  postgres: EmbeddedPostgres,
  database: string,
  file: string,
  lists: Leavers[],
): Promise<Restored & { before: string | null }> {
  const { secret, secretHash, vault, wrapped = [] } = await readHeader(file);
  if (!secret) requireSecret(secretHash, folder.secrets.onward);
  requireVaultKey("This backup", wrapped, process.env.VAULT_KEY || vault || folder.secrets.vault);
  const admin = postgres.address("postgres", "postgres");
  const former = ownAddresses(postgres, database).owner;
  const isThere = await hasTables(admin, database, former);
  const known = isThere ? await findLeavers(former) : null;
  const before = isThere ? nameOfBackup(folder.path, "before-restore") : null;
  if (before) {
    const { onward, vault } = folder.secrets;
    const given = process.env.VAULT_KEY;
    const keys = { secret: onward, withSecret: true, vault: given || vault, withVault: !given };
    await writeArchive(former, before, keys);
  }

  const fresh = `${database}_restored`;
  await connect(admin, (client) => client.query(`drop database if exists ${fresh} with (force)`));
  const { owner } = await prepareOwnDatabase(postgres, fresh, folder.secrets);
  const restored = await restoreInto(root, owner, file, known ? [...lists, known] : lists);
  await putInPlace(admin, database, fresh);
  adoptSecrets(folder, { ...(secret && { onward: secret }), ...(vault && { vault }) });
  return { ...restored, before };
}

/**
 * Puts one database in another's place. Both get their new names in one transaction: killed at any moment, it
 * leaves one of them whole under that name. The former one goes last.
 */
export async function putInPlace(admin: string, database: string, fresh: string): Promise<void> {
  const former = `${database}_former`;
  await connect(admin, async (client) => {
    await client.query(`drop database if exists ${former} with (force)`);
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
      [database],
    );
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    await client.query("begin");
    if (rowCount) await client.query(`alter database ${database} rename to ${former}`);
    await client.query(`alter database ${fresh} rename to ${database}`);
    await client.query("commit");
    await client.query(`drop database if exists ${former} with (force)`);
  });
}

async function hasTables(admin: string, database: string, address: string): Promise<boolean> {
  const is = (at: string, sql: string) =>
    connect(at, async (client) => (await client.query<{ is: boolean }>(sql)).rows[0]?.is === true);
  return (
    (await is(admin, `select exists (select from pg_database where datname = '${database}') as is`)) &&
    (await is(address, "select to_regclass('public._prisma_migrations') is not null as is"))
  );
}

/** @throws Problem when a backup was made with another secret than this one. */
export function requireSecret(secretHash: string, secret: string): void {
  if (hashOfSecret(secret) === secretHash) return;
  throw new Problem(
    "This backup was made with another ONWARD_SECRET. Set that one: without it one-time codes cannot be checked, and\n" +
      "open invitations lead nowhere.",
  );
}

/** Where a new backup goes unless somebody says where. */
export function nameOfBackup(place: string, what = "onward"): string {
  const folder = path.join(place, "backups");
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const moment = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  return path.join(folder, `${what}-${moment}.jsonl.gz`);
}
