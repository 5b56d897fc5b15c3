// npm start          Onward, on an embedded Postgres or the one that DATABASE_URL names
// npm run dev        the same, reloading as the source changes
// npm run demo       the same with a story in it, in a folder and a database of its own

import path from "node:path";
import { ensureBuild, ensureClient } from "./build.ts";
import { openDataFolder } from "./data-folder.ts";
import {
  prepareGivenDatabase,
  prepareOwnDatabase,
  prepareSchema,
  requireVaultOf,
  startPostgresStep,
} from "./database.ts";
import { freshDemoDatabase, seedDemo } from "./demo.ts";
import { isPortTaken } from "./ports.ts";
import { Problem } from "./problem.ts";
import { waitFor } from "./processes.ts";
import { root } from "./project.ts";
import { serve } from "./serve.ts";
import { requireHostedSettings } from "./settings.ts";
import { runCommand, secondsSince, step, untilStopped } from "./steps.ts";
import { keepWorking } from "./work.ts";

await runCommand(async ({ signal, closing }) => {
  const began = performance.now();
  const demo = process.argv.includes("--demo");
  const mode = process.argv.includes("--dev") ? "dev" : "start";
  console.log(demo ? "Onward, with a story in it" : "Onward");
  // Settings that are there but empty are as good as not there, here and in lib/env.ts.
  const given = demo ? undefined : process.env.DATABASE_URL || undefined;
  const hosted = given !== undefined && mode === "start" && process.env.NODE_ENV === "production";
  if (hosted) requireHostedSettings(process.env);
  const folder = openDataFolder(path.join(root, demo ? ".data/demo" : ".data"), given ? "shared" : "alone");
  closing(folder.release);
  const port = await choosePort();

  const database = demo ? "onward_demo" : "onward";
  const postgres = given ? null : await startPostgresStep(folder, signal);
  if (postgres) closing(postgres.stop);
  signal.throwIfAborted();

  if (demo && postgres) await freshDemoDatabase(folder, postgres);
  const addresses = await step("Roles", async () =>
    postgres
      ? prepareOwnDatabase(postgres, database, folder.secrets)
      : prepareGivenDatabase(given ?? "", process.env.DATABASE_OWNER_URL || undefined, folder.secrets),
  );
  await prepareSchema(addresses);
  signal.throwIfAborted();

  const env = {
    DATABASE_URL: addresses.app,
    // The app never needs the owner's address, so it does not get it.
    DATABASE_OWNER_URL: "",
    ONWARD_URL: process.env.ONWARD_URL || `http://localhost:${port}`,
    ONWARD_SECRET: process.env.ONWARD_SECRET || folder.secrets.onward,
    VAULT_KEY: process.env.VAULT_KEY || folder.secrets.vault,
    ONWARD_MAIL_DIR: process.env.ONWARD_MAIL_DIR || folder.mail,
    ONWARD_LEAVERS_FILE: process.env.ONWARD_LEAVERS_FILE || path.join(folder.path, "leavers.txt"),
    NODE_ENV: mode === "dev" ? "development" : "production",
  };
  await requireVaultOf(env.DATABASE_URL, env.VAULT_KEY);
  if (mode === "dev") await step("Prisma's client", () => ensureClient(root, signal));
  else {
    const build = await ensureBuild(root, signal, hosted ? env.ONWARD_SECRET : undefined);
    closing(build.release);
  }
  const story = demo ? await seedDemo(folder, env, signal) : "";

  console.log("  Serving");
  const server = await serve(mode, port, env, { signal });
  closing(server.stop);
  if (process.env.ONWARD_WORKER !== "apart") closing(keepWorking(env).stop);
  folder.announce(env.ONWARD_URL);

  const mail = process.env.SMTP_URL
    ? "through SMTP_URL"
    : `written to ${path.relative(root, env.ONWARD_MAIL_DIR)}`;
  console.log(`\n  ${env.ONWARD_URL}   (ready after ${secondsSince(began)})`);
  console.log(`  Mail is ${mail}. Ctrl-C stops everything.\n`);
  if (story) console.log(`${story.trim()}\n`);

  const ending = await Promise.race([
    untilStopped(signal),
    server.ended.then((how) => `The server has ended by itself (${how}).`),
    ...(postgres ? [postgres.ended.then((how) => `Postgres has ended by itself (${how}).`)] : []),
  ]);
  throw new Problem(`${ending} Stopping the rest. Start again to go on: nothing that was saved is lost.`);
});

async function choosePort(): Promise<number> {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  }
  const command = process.env.npm_lifecycle_event ?? "start";
  const words = command === "start" ? "npm start" : `npm run ${command}`;
  // Right after a crash, the server that was left behind needs a moment to notice.
  await waitFor(async () => !(await isPortTaken(port)), {
    within: 2_000,
    otherwise: () =>
      new Problem(
        `Something else listens on port ${port} already. Stop it, or choose another port: PORT=${port === 3000 ? 3001 : 3000} ${words}`,
      ),
  });
  return port;
}
