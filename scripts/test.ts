// npm test                        every test: unit, on Postgres, in a browser, and among faults
// npm test -- unit [vitest ...]   the first part
// npm test -- e2e [playwright ..] the part in a browser
// npm test -- faults [part ...]   the short form of npm run test:faults
//
// Brings its own Postgres, server and browser, in a temporary folder, and leaves nothing behind.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuild, ensureClient } from "./build.ts";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { type Addresses, prepareOwnDatabase } from "./database.ts";
import { type EmbeddedPostgres, startPostgres, stopLeftPostgres } from "./embedded-postgres.ts";
import { FAILED_TESTS_FILE, failedTestsIn, readFailedTests } from "./failed-tests.ts";
import { findFaults } from "./find-faults.ts";
import { deploy } from "./migrations.ts";
import { findPgBouncer, startPgBouncer, stopLeftPgBouncers } from "./pgbouncer.ts";
import { findFreePort } from "./ports.ts";
import { Problem } from "./problem.ts";
import { ended, endProcess, startProcess } from "./processes.ts";
import { root, tool } from "./project.ts";
import { serve } from "./serve.ts";
import { shareOut } from "./share-out.ts";
import { type Run, runCommand, secondsSince, step } from "./steps.ts";
import { keepWorking } from "./work.ts";

const TEMPORARY = "onward-test-";

await runCommand(async (run) => {
  const [first, ...rest] = process.argv.slice(2);
  const part = first === "unit" || first === "e2e" || first === "faults" ? first : null;
  const args = part ? rest : process.argv.slice(2);
  if (!part && args.length > 0) {
    throw new Problem(
      "Say which part the rest is for: npm test -- unit, npm test -- e2e or npm test -- faults",
    );
  }

  await clearAwayKilledRuns();
  const { folder, postgres } = await bringPostgres(run);
  const results: [title: string, passed: boolean, took: string][] = [];
  for (const [name, title, test] of [
    ["unit", "Unit and Postgres", testUnits],
    ["e2e", "Browser", testInBrowser],
    ["faults", "Faults", testAmongFaults],
  ] as const) {
    if (part && part !== name) continue;
    const began = performance.now();
    const passed = await test(run, folder, postgres, args);
    results.push([title, passed, secondsSince(began)]);
  }

  console.log(`\n${readFailedTests(failedTestsIn(folder.path))}`);
  for (const [title, passed, took] of results) console.log(`  ${passed ? "✓" : "✗"} ${title}  ${took}`);
  return results.every(([, passed]) => passed) ? 0 : 1;
});

// A run that was killed could not tidy up after itself: its Postgres is still there.
async function clearAwayKilledRuns() {
  stopLeftPgBouncers();
  for (const name of fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(TEMPORARY))) {
    const place = path.join(os.tmpdir(), name);
    try {
      // One that is just being made is not locked yet, but it is young.
      if (Date.now() - fs.statSync(place).mtimeMs < 60_000) continue;
      const left = openDataFolder(place);
      await stopLeftPostgres(left);
      left.release();
      fs.rmSync(place, { recursive: true, force: true });
    } catch {
      // In use, or somebody else's.
    }
  }
}

async function bringPostgres({ signal, closing }: Run) {
  const folder = openDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), TEMPORARY)));
  closing(() => fs.rmSync(folder.path, { recursive: true, force: true, maxRetries: 5 }));
  closing(folder.release);
  const postgres = await step("Postgres for the tests", () =>
    startPostgres(folder, { forgetful: true, signal }),
  );
  closing(postgres.stop);
  return { folder, postgres };
}

async function prepareDatabase(folder: DataFolder, postgres: EmbeddedPostgres, name: string) {
  const addresses = await prepareOwnDatabase(postgres, name, folder.secrets);
  await deploy(root, addresses.owner);
  return environment(folder, postgres, name, addresses);
}

// What the app reads, and for tests that look behind it the addresses of the owner and the superuser.
function environment(
  folder: DataFolder,
  postgres: EmbeddedPostgres,
  name: string,
  { app, owner }: Addresses,
) {
  return {
    DATABASE_URL: app,
    DATABASE_OWNER_URL: postgres.address("onward_owner", name),
    DATABASE_ADMIN_URL: owner,
    ONWARD_SECRET: folder.secrets.onward,
    VAULT_KEY: folder.secrets.vault,
    ONWARD_MAIL_DIR: folder.mail,
    ONWARD_LEAVERS_FILE: path.join(folder.path, "leavers.txt"),
    // Whatever mail server the caller has set up gets no mail from tests.
    SMTP_URL: "",
    // Every browser of the tests says for itself where it is, as a proxy would.
    ONWARD_PROXIES: "1",
    [FAILED_TESTS_FILE]: failedTestsIn(folder.path),
  };
}

// Real ones, of our own, that speak OpenID on a free port.
async function bringProviders({ closing }: Run, site: string): Promise<Record<string, string>> {
  const { startProviders } = await import("../e2e/openid-providers.ts");
  const providers = await step("Providers to sign in through", () => startProviders(site));
  closing(providers.stop);
  return providers.env;
}

async function testUnits(run: Run, folder: DataFolder, postgres: EmbeddedPostgres, args: string[]) {
  const env = await step("Roles, migrations and policies", () =>
    prepareDatabase(folder, postgres, "onward_test"),
  );
  const { signal } = run;
  await step("Prisma's client", () => ensureClient(root, signal));
  const url = "http://localhost:3000";
  const site = { ...env, ...(await bringProviders(run, url)), ONWARD_URL: url, NODE_ENV: "test" };
  return passes(tool("vitest", "run", ...args), site, signal);
}

async function testInBrowser(run: Run, folder: DataFolder, postgres: EmbeddedPostgres, args: string[]) {
  const env = await step("Roles, migrations and policies", () =>
    prepareDatabase(folder, postgres, "onward_e2e"),
  );
  const { signal, closing } = run;
  const build = await ensureBuild(root, signal);
  closing(build.release);
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const site = { ...env, ...(await bringProviders(run, url)), ONWARD_URL: url, NODE_ENV: "production" };
  const log = path.join(folder.path, "server.log");
  // As a real place is: two app processes behind a proxy, on one database behind a pooler.
  const pooled = await bringPooler(env.DATABASE_URL, closing);
  const served = { ...site, ...pooled, ONWARD_PROXIES: "2" };
  const among = [await findFreePort(), await findFreePort()];
  await step("Serving, as two processes behind a proxy", async () => {
    for (const one of among) closing((await serve("start", one, served, { signal, log })).stop);
    closing(await shareOut(port, among));
  });
  closing(keepWorking(served, { log }).stop);
  // Loaded here and not above, since "unit" needs none; found once, so that workers do not unpack it twice.
  const { findBrowser } = await import("../e2e/browser.ts");
  const browser = await step("A browser", () => findBrowser(root));

  const passed = await passes(
    tool("@playwright/test", "test", ...args),
    {
      ...site,
      ONWARD_SERVER_LOG: log,
      ONWARD_CHROMIUM: browser.executablePath,
      // The condition under which "server-only" lets itself be imported by the tests' factories.
      NODE_OPTIONS: "--conditions=react-server",
    },
    signal,
  );
  if (!passed) console.log(`\nWhat the server said:\n${troublesIn(log) || "(nothing)"}`);
  return passed;
}

// Everything is kept for the tests that look for words in it; to be read, what is no mere note is enough.
function troublesIn(log: string): string {
  const lines = fs.readFileSync(log, "utf8").trim().split("\n");
  return lines.filter((line) => !/^\{"level":[123]0,/.test(line)).join("\n");
}

async function bringPooler(address: string, closing: Run["closing"]): Promise<Record<string, string>> {
  const program = findPgBouncer();
  if (!program) {
    console.log("  No PgBouncer is installed: the app speaks to Postgres itself");
    return {};
  }
  const pooler = await step("PgBouncer in transaction mode", () =>
    startPgBouncer(program, address, { connections: 6 }),
  );
  closing(pooler.stop);
  return { DATABASE_URL: pooler.address, DATABASE_NAMED_STATEMENTS: "off" };
}

// They bring a Postgres of their own: this one is made to forget.
async function testAmongFaults(
  { signal, closing }: Run,
  _: DataFolder,
  __: EmbeddedPostgres,
  args: string[],
) {
  const build = await ensureBuild(root, signal);
  closing(build.release);
  return findFaults(["--short", ...args], signal);
}

async function passes(
  [command, args]: [string, string[]],
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<boolean> {
  signal.throwIfAborted();
  const child = startProcess(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  const abort = () => void endProcess(child);
  signal.addEventListener("abort", abort);
  const how = await ended(child);
  signal.removeEventListener("abort", abort);
  signal.throwIfAborted();
  return how === "code 0";
}
