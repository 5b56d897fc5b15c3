// npm run backup [FILE]   every row as of one moment, in one file, while Onward runs or not
//
// Of the database that DATABASE_URL and DATABASE_OWNER_URL name, or of the embedded one in .data.

import path from "node:path";
import { type Kept, writeArchive } from "./archive.ts";
import { openDataFolder, readSecrets, type Secrets } from "./data-folder.ts";
import {
  ASK_OWNER,
  findRunningAddresses,
  ownAddresses,
  prepareGivenDatabase,
  startPostgresStep,
} from "./database.ts";
import { Problem } from "./problem.ts";
import { root } from "./project.ts";
import { nameOfBackup } from "./restoring.ts";
import { type Run, runCommand, step } from "./steps.ts";

const place = path.join(root, ".data");

await runCommand(async (run) => {
  const { address, kept } = await findDatabase(run);
  const given = process.argv[2];
  const file = given ? path.resolve(given) : nameOfBackup(place);
  const counts = await step("Backup", () => writeArchive(address, file, kept));
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`\n  ${rows} rows are in ${path.relative(process.cwd(), file)}`);
  const along = [kept.withSecret && "secret", kept.withVault && "vault key"].filter(Boolean).join(" and ");
  const apart = [!kept.withSecret && "ONWARD_SECRET", !kept.withVault && "VAULT_KEY"].filter(Boolean);
  console.log(
    along
      ? `  It holds all that members wrote, and this installation's ${along}: encrypt it before it leaves this machine.`
      : "  It holds all that members wrote: encrypt it before it leaves this machine.",
  );
  for (const name of apart)
    console.log(`  ${name} is not in it. Keep that too, elsewhere: without it this opens little.`);
  console.log();
  return 0;
});

async function findDatabase({ signal, closing }: Run) {
  const given = process.env.DATABASE_URL || process.env.DATABASE_OWNER_URL;
  const running = given ? null : findRunningAddresses(place, "onward");
  const known = running && readSecrets(place);
  if (running && known) return { address: running.owner, kept: keptIn(known, givenKeys()) };

  const folder = openDataFolder(place, given ? "shared" : "alone");
  closing(folder.release);
  if (given) {
    const owner = process.env.DATABASE_OWNER_URL || undefined;
    const addresses = await prepareGivenDatabase(given, owner, folder.secrets);
    if (!addresses.owner) throw new Problem(ASK_OWNER);
    return { address: addresses.owner, kept: keptIn(folder.secrets, givenKeys()) };
  }
  const postgres = await startPostgresStep(folder, signal);
  closing(postgres.stop);
  return { address: ownAddresses(postgres, "onward").owner, kept: keptIn(folder.secrets, givenKeys()) };
}

// As `npm start` takes them, at home too.
const givenKeys = () => ({ secret: process.env.ONWARD_SECRET, vault: process.env.VAULT_KEY });

/** What goes along is what the installation made up itself. */
function keptIn(
  secrets: Secrets,
  given: { secret?: string | undefined; vault?: string | undefined } = {},
): Kept {
  return {
    secret: given.secret || secrets.onward,
    withSecret: !given.secret,
    vault: given.vault || secrets.vault,
    withVault: !given.vault,
  };
}
