// What is measured: an installation as anybody has it, full of people, and beside it an app of the same framework
// that holds nothing.

import type { ChildProcess, StdioOptions } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { ensureBuild, ensureClient, nextCommand, tiedToUs } from "../scripts/build.ts";
import { type DataFolder, openDataFolder } from "../scripts/data-folder.ts";
import { prepareOwnDatabase } from "../scripts/database.ts";
import { type EmbeddedPostgres, startPostgres } from "../scripts/embedded-postgres.ts";
import { takeLock } from "../scripts/lock.ts";
import { deploy } from "../scripts/migrations.ts";
import { findFreePort } from "../scripts/ports.ts";
import { Problem } from "../scripts/problem.ts";
import { ended, endProcess, runProcess, startProcess, waitFor } from "../scripts/processes.ts";
import { root } from "../scripts/project.ts";
import { type Server, serve } from "../scripts/serve.ts";
import { type Run, step, untilStopped } from "../scripts/steps.ts";
import { recordable } from "./statements.ts";
import { loadWorld, type Person, type Size, type World } from "./world.ts";

/** Something that answers http on this machine. */
export type Served = { url: string; pid: number };

export type BenchSite = {
  world: World;
  /** The production build. */
  app: Served;
  /** Where it says that it is, which a form has to come from. */
  address: string;
  /** What seals its cookies. */
  secret: string;
  /** bench/empty, built and served by the same Next. */
  empty: Served;
  postgres: {
    pid: number;
    /** As Postgres's superuser. */
    admin: string;
    /** As the running app. */
    app: string;
  };
  /** The Cookie header of a browser in which somebody is signed in. */
  cookieOf: (person: Person) => Promise<string>;
  /** Stops app and Postgres, and starts both again. Answers with how long that took until all was well. */
  restart: () => Promise<number>;
};

/**
 * Opens an installation in a temporary folder: a durable Postgres with a world in it, and the production build.
 *
 * @param env of the app besides ours.
 */
export async function openBenchSite(
  run: Run,
  { size, env: more = {} }: { size: Size; env?: Record<string, string> },
): Promise<BenchSite> {
  const { signal, closing } = run;
  await ensureClient(root, signal);
  closing((await ensureBuild(root, signal)).release);
  const emptyApp = await buildEmpty(signal);

  const folder = openDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "onward-test-")));
  closing(() => fs.rmSync(folder.path, { recursive: true, force: true, maxRetries: 5 }));
  closing(folder.release);
  let postgres = await step("Postgres", () => startPostgres(folder, { also: recordable, signal }));
  closing(() => postgres.stop());
  const { owner } = await step("Roles, migrations and policies", () => prepare(postgres, folder));
  const port = await findFreePort();
  const secret = folder.secrets.onward;
  const env = () => ({
    DATABASE_URL: postgres.address("onward_app", "onward"),
    DATABASE_OWNER_URL: "",
    ONWARD_URL: `http://localhost:${port}`,
    ONWARD_SECRET: secret,
    VAULT_KEY: folder.secrets.vault,
    ONWARD_MAIL_DIR: folder.mail,
    SMTP_URL: "",
    NODE_ENV: "production",
    ...more,
  });
  // What the people of this world wrote is sealed by this process, as the app would.
  const { DATABASE_URL, ONWARD_URL, ONWARD_SECRET, VAULT_KEY } = env();
  Object.assign(process.env, { DATABASE_URL, ONWARD_URL, ONWARD_SECRET, VAULT_KEY });
  const world = await step(`The ${size} world`, () =>
    Promise.race([loadWorld({ admin: owner }, size), untilStopped(signal)]),
  );

  const log = path.join(folder.path, "server.log");
  const serveApp = () => serve("start", port, env(), { signal, log });
  let app: Server = await step("Serving", serveApp);
  closing(() => app.stop());
  const empty = await startServer(run, "The empty app", emptyApp, log);

  return {
    world,
    secret,
    address: env().ONWARD_URL,
    empty,
    get app() {
      return { url: `http://127.0.0.1:${port}`, pid: app.pid };
    },
    get postgres() {
      const address = (role: "postgres" | "onward_app") => postgres.address(role, "onward");
      return { pid: postgres.pid, admin: address("postgres"), app: address("onward_app") };
    },
    async cookieOf({ sessionId: sid }) {
      const token = await encode({ token: { sid }, secret, maxAge: 86_400 });
      return `onward.session=${token}`;
    },
    // What scripts/start.ts does, from the first step to the last.
    async restart() {
      await app.stop();
      await postgres.stop();
      const began = performance.now();
      postgres = await startPostgres(folder, { also: recordable, signal });
      await prepare(postgres, folder);
      (await ensureBuild(root, signal)).release();
      app = await serveApp();
      return performance.now() - began;
    },
  };
}

async function prepare(postgres: EmbeddedPostgres, folder: DataFolder) {
  const addresses = await prepareOwnDatabase(postgres, "onward", folder.secrets);
  await deploy(root, addresses.owner);
  return addresses;
}

/**
 * Starts a program that serves http on the port it is given, and waits until it answers. It ends with the run.
 */
export async function startServer(
  { signal, closing }: Run,
  name: string,
  commandFor: (port: number) => [command: string, args: string[]],
  log: string,
  env: Record<string, string> = {},
): Promise<Served> {
  const port = await findFreePort();
  const [command, args] = commandFor(port);
  const output = fs.openSync(log, "a");
  const stdio: StdioOptions = ["ignore", output, output, "ipc"];
  const child: ChildProcess = startProcess(command, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...env, ...tiedToUs },
    stdio,
  });
  fs.closeSync(output);
  closing(() => endProcess(child));
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(url, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  await waitFor(async () => signal.aborted || isOver() || (await answers()), {
    within: 30_000,
    otherwise: () => new Problem(`${name} does not answer. It says:\n${fs.readFileSync(log, "utf8")}`),
  });
  signal.throwIfAborted();
  if (isOver())
    throw new Problem(`${name} has ended (${await ended(child)}). It says:\n${fs.readFileSync(log, "utf8")}`);
  return { url, pid: child.pid as number };
}

/**
 * Builds bench/empty where that is not done already. It is built from a copy in .cache, since Next writes
 * settings for TypeScript beside what it builds.
 *
 * @returns the command that serves it on a port.
 */
async function buildEmpty(signal: AbortSignal) {
  const place = path.join(root, ".cache/empty");
  fs.mkdirSync(place, { recursive: true });
  const stamp = path.join(place, "built-from");
  const turn = await waitFor(() => signal.aborted || takeLock(path.join(root, ".cache/building-empty")), {
    within: 120_000,
    otherwise: () => new Problem("Another build of the empty app has not ended within two minutes."),
  });
  if (turn === true) throw signal.reason;
  try {
    const state = hashOfEmpty();
    if (!fs.existsSync(stamp) || fs.readFileSync(stamp, "utf8") !== state) {
      fs.rmSync(place, { recursive: true });
      fs.cpSync(path.join(root, "bench/empty"), place, { recursive: true });
      const [command, args] = nextCommand("build", place);
      await step("Building the empty app", () =>
        runProcess(command, args, {
          cwd: root,
          env: { ...process.env, ...tiedToUs, NODE_ENV: "production" },
          stdio: ["ignore", "pipe", "pipe", "ipc"],
          signal,
        }),
      );
      fs.writeFileSync(stamp, state);
    }
  } finally {
    turn.release();
  }
  return (port: number) => nextCommand("start", place, "--hostname", "127.0.0.1", "--port", String(port));
}

function hashOfEmpty(): string {
  const hash = createHash("sha256");
  for (const file of ["app/layout.tsx", "app/page.tsx"])
    hash.update(fs.readFileSync(path.join(root, "bench/empty", file)));
  for (const name of ["next", "react", "react-dom"])
    hash.update(fs.readFileSync(path.join(root, "node_modules", name, "package.json")));
  return hash.digest("hex");
}
