import { createCipheriv, randomBytes } from "node:crypto";
import { cpSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { freshId } from "@/lib/ids";
import { adoptSecrets, openDataFolder, readSecrets } from "../../scripts/data-folder.ts";
import { prepareOwnDatabase } from "../../scripts/database.ts";
import { startPostgres } from "../../scripts/embedded-postgres.ts";
import { deploy } from "../../scripts/migrations.ts";
import { root } from "../../scripts/project.ts";
import { connect } from "../../scripts/roles.ts";
import { freshVaultKey, requireVaultKey, versionsIn } from "../../scripts/vault-keys.ts";
import { aFolder, outcomeOf } from "./process";

/* A new vault key at home and on a host: what is begun, refused, and said. tests/jobs has what becomes of keys. */

/** What runs of this clone, in a folder of its own. */
function aClone(): string {
  const clone = aFolder();
  for (const part of ["scripts", "lib", "prisma", "package.json"])
    cpSync(path.join(root, part), path.join(clone, part), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(clone, "node_modules"), "junction");
  return clone;
}

const vaultOf = (clone: string) => readSecrets(path.join(clone, ".data"))?.vault ?? "";

function setVault(clone: string, vault: string): void {
  const folder = openDataFolder(path.join(clone, ".data"));
  adoptSecrets(folder, { vault });
  folder.release();
}

/** A member's key as lib/private-words.ts wraps it. */
function wrap(id: string, vault: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(vault.slice(2), "base64url"), nonce).setAAD(
    Buffer.from(`users.data_key|${id}`),
  );
  const sealed = Buffer.concat([cipher.update(randomBytes(32)), cipher.final()]);
  return `1:${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

test("at home it makes a new key, wraps every member's with it, and keeps the old one; never while Onward runs", async () => {
  const clone = aClone();
  const rotate = () => outcomeOf(["scripts/vault-rotate.ts"], clone);
  const folder = openDataFolder(path.join(clone, ".data"));
  const before = folder.secrets.vault;
  const postgres = await startPostgres(folder);
  const { owner } = await prepareOwnDatabase(postgres, "onward", folder.secrets);
  await deploy(clone, owner);
  const id = freshId();
  await connect(owner, (client) =>
    client.query(
      `insert into users (id, email, name, password_hash, adult_said_at, time_zone, data_key)
       values ($1, 'plover@example.org', 'Plover', '', now(), 'UTC', $2)`,
      [id, wrap(id, before)],
    ),
  );
  const running = await rotate();
  expect(running).toMatchObject({
    code: 1,
    said: expect.stringContaining("running from this folder already"),
  });
  expect(vaultOf(clone)).toBe(before);
  await postgres.stop();
  folder.release();

  // Refused before anything is changed: a key made now would look like a rotation that was begun.
  setVault(clone, freshVaultKey());
  const wrong = vaultOf(clone);
  const refused = await rotate();
  expect(refused).toMatchObject({
    code: 1,
    said: expect.stringContaining("This database needs another VAULT_KEY, of version 1."),
  });
  expect(vaultOf(clone)).toBe(wrong);
  setVault(clone, before);

  const done = await rotate();
  expect(done.said).toContain("One member's key is under the newest vault key now.");
  expect(done.said).toContain("Only version 2 is needed now.");
  expect(done.said).not.toContain("No new key was made");
  expect(done.code).toBe(0);
  const after = vaultOf(clone);
  expect(versionsIn(after)).toEqual([2, 1]);
  expect(after.endsWith(`,${before}`)).toBe(true);

  const again = await rotate();
  expect(again).toMatchObject({
    code: 0,
    said: expect.stringContaining("under the newest vault key already"),
  });
  expect(again.said).toContain("No new key was made");
  expect(vaultOf(clone)).toBe(after);

  const strange = `5:${"k".repeat(43)},4:${"k".repeat(43)}`;
  expect(await outcomeOf(["scripts/vault-rotate.ts"], clone, { VAULT_KEY: strange })).toMatchObject({
    code: 1,
    said: expect.stringContaining("This database needs another VAULT_KEY, of version 2."),
  });

  const opened = openDataFolder(path.join(clone, ".data"));
  const restarted = await startPostgres(opened);
  const address = restarted.address("postgres", "onward");
  const [row] = await connect(address, async (client) => {
    return (
      await client.query<{ id: string; dataKey: string }>(`select id, data_key as "dataKey" from users`)
    ).rows;
  });
  await restarted.stop();
  opened.release();
  requireVaultKey("It", row ? [row] : [], after.split(",")[0] ?? "");
  expect(row?.dataKey).toMatch(/^2:/);
}, 120_000);

test("on a host it waits until a new key stands beside the old one, and says how to make it", async () => {
  const given = {
    DATABASE_URL: "postgresql://onward_app@db.example.org/onward",
    VAULT_KEY: `3:${"k".repeat(43)}`,
  };
  const { code, said } = await outcomeOf(["scripts/vault-rotate.ts"], aClone(), given);
  expect(code).toBe(1);
  expect(said).toContain("VAULT_KEY holds one key. Put a new one before it");
  expect(said).toContain(`"4:" + crypto`);
  expect(said).not.toContain("kkk");
});
