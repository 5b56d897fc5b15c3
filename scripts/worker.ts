// npm run worker   background work in a process of its own, for an Onward that runs elsewhere (ONWARD_WORKER=apart)

import { workSettings } from "./database.ts";
import { Problem } from "./problem.ts";
import { ended, endProcess } from "./processes.ts";
import { runCommand, untilStopped } from "./steps.ts";
import { PATIENCE, startWorker } from "./work.ts";

await runCommand(async ({ signal, closing }) => {
  const worker = startWorker(workSettings());
  closing(() => endProcess(worker, PATIENCE));
  const how = await Promise.race([untilStopped(signal), ended(worker)]);
  throw new Problem(
    `The worker has ended by itself (${how}). What it had not finished waits for the next one.`,
  );
});
