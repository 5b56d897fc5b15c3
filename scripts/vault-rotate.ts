// npm run vault:rotate   a new vault key for this installation, and every member's key wrapped with it
//
// At home it makes the key, while Onward does not run. On a host the new one stands first in VAULT_KEY already, in
// every process that runs (docs/operations.md). Stopped or killed, it goes on where it was when it is run again.

import path from "node:path";
import { adoptSecrets, openDataFolder } from "./data-folder.ts";
import {
  prepareGivenDatabase,
  prepareOwnDatabase,
  prepareSchema,
  requireVaultOf,
  startPostgresStep,
} from "./database.ts";
import { Problem } from "./problem.ts";
import { ended, endProcess } from "./processes.ts";
import { root } from "./project.ts";
import { type Run, runCommand, untilStopped } from "./steps.ts";
import { versionsIn, withNewer } from "./vault-keys.ts";
import { PATIENCE, runFromSource } from "./work.ts";

const place = path.join(root, ".data");

// Both settings ask for the vault that the database needs, before a key is made or wrapped: with keys that open
// nothing, every member's would be said to be stuck, and a new one would look like a rotation that was begun.
await runCommand(async (run) => {
  const given = process.env.DATABASE_URL || undefined;
  if (process.env.VAULT_KEY) requireSeveral(process.env.VAULT_KEY, "VAULT_KEY");
  const { goesOn, ...settings } = await (given ? settingsGiven(run, given) : settingsHome(run));
  const child = runFromSource("lib/jobs/rotate.ts", settings);
  run.closing(() => endProcess(child, PATIENCE));
  await Promise.race([untilStopped(run.signal), ended(child)]);
  if (child.exitCode === 2) {
    throw new Problem(
      "Some members' keys open with no vault key that is named here, and stay as they were; the log says whose. Nothing is\n" +
        "lost: find the key they were made with, add it, and run this once more. Until then no old key can go.",
    );
  }
  if (child.exitCode !== 0) {
    throw new Problem(
      "Not every member's key is under the new vault key yet. Nothing is lost: both keys go on opening. Run this once more.",
    );
  }
  const [newest, ...old] = versionsIn(settings.VAULT_KEY);
  const where = process.env.VAULT_KEY ? "VAULT_KEY" : `"vault" in ${path.relative(root, place)}/secrets.json`;
  console.log(
    `  Only version ${newest} is needed now. Once a backup has been made, ${old.join(" and ")} can go from ${where}.\n` +
      "  A backup from before needs the old one: keep it as long, apart from here.\n",
  );
  if (goesOn) {
    console.log(
      "  No new key was made: this went on with the one that stood there already. To make another, take the old one\n" +
        "  out first, and run this once more.\n",
    );
  }
  return 0;
});

async function settingsGiven({ closing }: Run, given: string) {
  const folder = openDataFolder(place, "shared");
  closing(folder.release);
  const vault = process.env.VAULT_KEY || folder.secrets.vault;
  requireSeveral(vault, "VAULT_KEY");
  const owner = process.env.DATABASE_OWNER_URL || undefined;
  const { app } = await prepareGivenDatabase(given, owner, folder.secrets);
  await requireVaultOf(app, vault);
  return settingsFor(app, process.env.ONWARD_SECRET || folder.secrets.onward, vault);
}

async function settingsHome({ signal, closing }: Run) {
  // While Onward runs from here the folder is taken, and this ends: what runs would not know the new key.
  const folder = openDataFolder(place);
  closing(folder.release);
  // Several stand there when a rotation was begun: then it goes on.
  const goesOn = !process.env.VAULT_KEY && versionsIn(folder.secrets.vault).length > 1;
  const postgres = await startPostgresStep(folder, signal);
  closing(postgres.stop);
  const addresses = await prepareOwnDatabase(postgres, "onward", folder.secrets);
  await prepareSchema(addresses);
  await requireVaultOf(addresses.app, process.env.VAULT_KEY || folder.secrets.vault);
  if (!process.env.VAULT_KEY && !goesOn) {
    // On the disk before anything is wrapped with it.
    adoptSecrets(folder, { vault: withNewer(folder.secrets.vault) });
  }
  const vault = process.env.VAULT_KEY || folder.secrets.vault;
  return settingsFor(addresses.app, process.env.ONWARD_SECRET || folder.secrets.onward, vault, goesOn);
}

function settingsFor(app: string, secret: string, vault: string, goesOn = false) {
  return {
    goesOn,
    DATABASE_URL: app,
    DATABASE_OWNER_URL: "",
    ONWARD_SECRET: secret,
    VAULT_KEY: vault,
    ONWARD_URL: process.env.ONWARD_URL || "http://localhost:3000",
    NODE_ENV: "production",
  };
}

function requireSeveral(vault: string, name: string): void {
  if (versionsIn(vault).length > 1) return;
  const [version = 1] = versionsIn(vault);
  throw new Problem(
    `${name} holds one key. Put a new one before it, parted by a comma, and start every process with both first:\n` +
      `  node -p '"${version + 1}:" + crypto.randomBytes(32).toString("base64url")'`,
  );
}
