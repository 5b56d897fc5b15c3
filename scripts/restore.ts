// npm run restore FILE [LEAVERS]   what a backup holds, without those who were erased since
//
// Into the empty database that DATABASE_URL and DATABASE_OWNER_URL name, or in place of the embedded one in .data,
// which is kept as a backup of its own. LEAVERS is a copy of .data/leavers.txt, the newest there is, for a machine
// that has none.

import path from "node:path";
import { readHeader } from "./archive.ts";
import { adoptSecrets, openDataFolder } from "./data-folder.ts";
import { ASK_OWNER, prepareGivenDatabase, startPostgresStep } from "./database.ts";
import { type Leavers, readLeavers } from "./leavers.ts";
import { Problem } from "./problem.ts";
import { root } from "./project.ts";
import { type Restored, requireSecret, restoreInto, restoreOwn } from "./restoring.ts";
import { connect } from "./roles.ts";
import { type Run, runCommand, step } from "./steps.ts";
import { requireVaultKey } from "./vault-keys.ts";

const place = path.join(root, ".data");

/** With what was there before in a backup of its own. */
type Done = Restored & { before?: string | null };

await runCommand(async (run) => {
  const [file, leavers] = process.argv.slice(2).map((name) => path.resolve(name));
  if (!file) throw new Problem("Say which backup: npm run restore FILE");
  const here = process.env.ONWARD_LEAVERS_FILE || path.join(place, "leavers.txt");
  const lists = [here, leavers].flatMap((name) => (name && readLeavers(name)) || []);
  if (leavers && !readLeavers(leavers)) throw new Problem(`There is no list of who left at ${leavers}.`);
  await readHeader(file);

  const given = process.env.DATABASE_URL || process.env.DATABASE_OWNER_URL;
  const { counts, erased, before } = await (given
    ? restoreGiven(run, given, file, lists)
    : restoreHome(run, file, lists));
  for (const [table, count] of Object.entries(counts)) if (count > 0) console.log(`      ${table}: ${count}`);
  console.log(
    `\n  Restored. ${erased === 1 ? "One member" : `${erased} members`} had left since, and stayed away.`,
  );
  if (lists.length === 0 && !before) {
    console.log("  There was no list of who left: whoever asked to since the backup is back.");
  }
  console.log("  Everybody signs in again, and invitations that were open have ended.\n");
  return 0;
});

async function restoreHome({ signal, closing }: Run, file: string, lists: Leavers[]): Promise<Done> {
  const folder = openDataFolder(place);
  closing(folder.release);
  const postgres = await startPostgresStep(folder, signal);
  closing(postgres.stop);
  const restored = await step("Restoring", () => restoreOwn(root, folder, postgres, "onward", file, lists));
  if (restored.before) console.log(`      what was here is in ${path.relative(root, restored.before)}`);
  return restored;
}

async function restoreGiven({ closing }: Run, given: string, file: string, lists: Leavers[]): Promise<Done> {
  const folder = openDataFolder(place, "shared");
  closing(folder.release);
  const { secret, secretHash, vault, wrapped = [] } = await readHeader(file);
  if (process.env.ONWARD_SECRET || !secret) {
    requireSecret(secretHash, process.env.ONWARD_SECRET || folder.secrets.onward);
  }
  requireVaultKey("This backup", wrapped, process.env.VAULT_KEY || vault || folder.secrets.vault);
  const { owner } = await prepareGivenDatabase(
    given,
    process.env.DATABASE_OWNER_URL || undefined,
    folder.secrets,
  );
  if (!owner) throw new Problem(ASK_OWNER);
  const isEmpty = await connect(owner, async (client) => {
    const { rowCount } = await client.query("select from pg_tables where schemaname = 'public'");
    return rowCount === 0;
  });
  if (!isEmpty) {
    throw new Problem(
      "This database is not empty. Make a new one for what is restored, and point DATABASE_URL there.",
    );
  }
  const restored = await step("Restoring", () => restoreInto(root, owner, file, lists));
  adoptSecrets(folder, {
    ...(secret && !process.env.ONWARD_SECRET && { onward: secret }),
    ...(vault && !process.env.VAULT_KEY && { vault }),
  });
  return restored;
}
