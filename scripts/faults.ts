// npm run test:faults                      everything: 200 kills, Postgres gone for 30 s
// npm run test:faults -- --short           in a minute or two, as npm test does
// npm run test:faults -- kills --seed 7    one part alone, and the same run of chance again
//
// Brings its own Postgres and server, in temporary folders, and leaves nothing behind.

import { ensureBuild, ensureClient } from "./build.ts";
import { findFaults } from "./find-faults.ts";
import { root } from "./project.ts";
import { runCommand } from "./steps.ts";

await runCommand(async ({ signal, closing }) => {
  await ensureClient(root, signal);
  const build = await ensureBuild(root, signal);
  closing(build.release);
  return (await findFaults(process.argv.slice(2), signal)) ? 0 : 1;
});
