// npm run db:deploy: migrations and policies, on DATABASE_URL or on the embedded Postgres in .data, whether
// Onward is running on it or not.

import path from "node:path";
import { openDataFolder } from "./data-folder.ts";
import {
  ASK_OWNER,
  deployStep,
  findRunningAddresses,
  prepareGivenDatabase,
  prepareOwnDatabase,
  startPostgresStep,
} from "./database.ts";
import { Problem } from "./problem.ts";
import { root } from "./project.ts";
import { runCommand } from "./steps.ts";

await runCommand(async ({ signal, closing }) => {
  const given = process.env.DATABASE_URL || undefined;
  const place = path.join(root, ".data");
  const running = given ? null : findRunningAddresses(place, "onward");
  if (running) {
    await deployStep(running);
    return 0;
  }
  const folder = openDataFolder(place, given ? "shared" : "alone");
  closing(folder.release);
  if (given) {
    const owner = process.env.DATABASE_OWNER_URL || undefined;
    const addresses = await prepareGivenDatabase(given, owner, folder.secrets);
    if (!addresses.owner) throw new Problem(ASK_OWNER);
    await deployStep({ ...addresses, owner: addresses.owner });
  } else {
    const postgres = await startPostgresStep(folder, signal);
    closing(postgres.stop);
    await deployStep(await prepareOwnDatabase(postgres, "onward", folder.secrets));
  }
  return 0;
});
