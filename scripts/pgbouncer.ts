// A PgBouncer in transaction mode, as many hosts put one before their Postgres: where one is installed, the tests
// in a browser go through it.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { accountForPostgres, giveTo } from "./embedded-postgres.ts";
import { findFreePort } from "./ports.ts";
import { Problem } from "./problem.ts";
import { commandLineOf, ended, endProcess, isAlive, startProcess, waitFor } from "./processes.ts";
import { connect } from "./roles.ts";

export type PgBouncer = {
  /** The address to connect to in place of Postgres's own. */
  address: string;
  stop: () => Promise<void>;
};

/** PgBouncer's program, or null where none is installed. */
export function findPgBouncer(): string | null {
  const places = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];
  return places.map((place) => path.join(place, "pgbouncer")).find((file) => fs.existsSync(file)) ?? null;
}

const FOLDER = "onward-pgbouncer-";

/** Ends those whose command was killed and could not. Their folders are named after it. */
export function stopLeftPgBouncers(): void {
  for (const name of fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(FOLDER))) {
    const folder = path.join(os.tmpdir(), name);
    if (isAlive(Number(name.slice(FOLDER.length).split("-")[0]))) continue;
    const note = path.join(folder, "pid");
    const pid = fs.existsSync(note) ? Number(fs.readFileSync(note, "utf8")) : 0;
    if (pid > 0 && commandLineOf(pid).includes(folder)) process.kill(pid, "SIGTERM");
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Starts PgBouncer before one database, for the user in its address.
 *
 * @param connections to Postgres, which all its clients share.
 */
export async function startPgBouncer(
  program: string,
  address: string,
  { connections }: { connections: number },
): Promise<PgBouncer> {
  const { username, password, hostname, port: postgresPort, pathname } = new URL(address);
  const database = pathname.slice(1);
  const port = await findFreePort();
  const account = accountForPostgres();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${FOLDER}${process.pid}-`));
  const write = (name: string, lines: string[]) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
    giveTo(file, account);
    return file;
  };
  giveTo(folder, account);
  const users = write("users.txt", [`"${username}" "${decodeURIComponent(password)}"`]);
  const settings = write("pgbouncer.ini", [
    "[databases]",
    `${database} = host=${hostname} port=${postgresPort}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = scram-sha-256",
    `auth_file = ${users}`,
    `pidfile = ${path.join(folder, "pid")}`,
    "pool_mode = transaction",
    `default_pool_size = ${connections}`,
    "max_client_conn = 200",
    "log_connections = 0",
    "log_disconnections = 0",
  ]);
  const child = startProcess(program, ["--quiet", settings], { cwd: "/", stdio: "ignore", ...account });
  const stop = async () => {
    await endProcess(child);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  let over = false;
  void ended(child).then(() => (over = true));
  const through = new URL(address);
  through.port = String(port);
  const answers = () =>
    connect(through.href, (client) => client.query("select")).then(
      () => true,
      () => over,
    );
  try {
    await waitFor(answers, { within: 10_000, otherwise: () => new Problem("PgBouncer does not answer.") });
    if (over) throw new Problem("PgBouncer has ended before it was ready.");
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: through.href, stop };
}
