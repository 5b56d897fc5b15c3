// npm run backup [FILE]   every row as of one moment, in one file, while Onward runs or not
//
// Of the database that DATABASE_URL and DATABASE_OWNER_URL name, or of the embedded one in .data.

import path from "node:path";
import { writeArchive } from "./archive.ts";
import { openDataFolder, readSecrets } from "./data-folder.ts";
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
  const { address, secret, withSecret } = await findDatabase(run);
  const given = process.argv[2];
  const file = given ? path.resolve(given) : nameOfBackup(place);
  const counts = await step("Backup", () => writeArchive(address, file, { secret, withSecret }));
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`\n  ${rows} rows are in ${path.relative(process.cwd(), file)}`);
  console.log(
    withSecret
      ? "  It holds all that members wrote, and this installation's secret: encrypt it before it leaves this machine.\n"
      : "  It holds all that members wrote: encrypt it before it leaves this machine. ONWARD_SECRET is not in it; keep that too.\n",
  );
  return 0;
});

async function findDatabase({ signal, closing }: Run) {
  const given = process.env.DATABASE_URL || process.env.DATABASE_OWNER_URL;
  const running = given ? null : findRunningAddresses(place, "onward");
  const known = running && readSecrets(place);
  if (running && known) return { address: running.owner, secret: known.onward, withSecret: true };

  const folder = openDataFolder(place, given ? "shared" : "alone");
  closing(folder.release);
  if (given) {
    const owner = process.env.DATABASE_OWNER_URL || undefined;
    const addresses = await prepareGivenDatabase(given, owner, folder.secrets);
    if (!addresses.owner) throw new Problem(ASK_OWNER);
    const secret = process.env.ONWARD_SECRET || folder.secrets.onward;
    return { address: addresses.owner, secret, withSecret: !process.env.ONWARD_SECRET };
  }
  const postgres = await startPostgresStep(folder, signal);
  closing(postgres.stop);
  return { address: ownAddresses(postgres, "onward").owner, secret: folder.secrets.onward, withSecret: true };
}
