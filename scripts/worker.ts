// npm run worker   background work in a process of its own, for an Onward that runs elsewhere (ONWARD_WORKER=apart)

import { requireVaultOf, workSettings } from "./database.ts";
import { Problem } from "./problem.ts";
import { ended, endProcess } from "./processes.ts";
import { runCommand, untilStopped } from "./steps.ts";
import { PATIENCE, startWorker } from "./work.ts";

await runCommand(async ({ signal, closing }) => {
  const settings = workSettings();
  // With another key it would seal words that the app cannot open.
  if (settings.DATABASE_URL && settings.VAULT_KEY)
    await requireVaultOf(settings.DATABASE_URL, settings.VAULT_KEY);
  const worker = startWorker(settings);
  closing(() => endProcess(worker, PATIENCE));
  const how = await Promise.race([untilStopped(signal), ended(worker)]);
  throw new Problem(
    `The worker has ended by itself (${how}). What it had not finished waits for the next one.`,
  );
});
