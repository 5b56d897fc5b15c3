// A data folder holds one installation: its database, its secrets, its mail while there is no mail server.

import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { takeLock } from "./lock.ts";
import { Problem } from "./problem.ts";
import { freshVaultKey } from "./vault-keys.ts";

export type Secrets = {
  /** Seals cookies and derives invitation links. */
  onward: string;
  /** Wraps what seals members' words: "1:...", and after a rotation others before it. */
  vault: string;
  /** Passwords of the roles in Postgres. */
  superuser: string;
  owner: string;
  app: string;
  /** Tells this folder's Postgres from every other process on the machine. */
  cluster: string;
};

export type DataFolder = {
  path: string;
  mail: string;
  secrets: Secrets;
  /** Remembers where this installation can be reached, for whoever tries to start it again. */
  announce: (address: string) => void;
  release: () => void;
};

/**
 * Takes the folder for this process, making it and its secrets where they are missing. Nobody but the
 * current user can look inside. With a database elsewhere, several processes may share one.
 *
 * @throws Problem while another process has it.
 */
export function openDataFolder(folder: string, mode: "alone" | "shared" = "alone"): DataFolder {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
  const lock = takeLock(path.join(folder, "lock"), mode);
  const note = path.join(folder, "running.txt");
  if (!lock) {
    const where = fs.existsSync(note)
      ? fs.readFileSync(note, "utf8").trim()
      : "it is just starting or stopping";
    throw new Problem(
      `Onward is running from this folder already (${where}).\nStop it first (Ctrl-C where it runs).`,
    );
  }
  fs.rmSync(note, { force: true });
  const mail = path.join(folder, "mail");
  fs.mkdirSync(mail, { recursive: true, mode: 0o700 });
  return {
    path: folder,
    mail,
    secrets: keepSecrets(folder),
    announce: (address) => fs.writeFileSync(note, `${address}, process ${process.pid}\n`),
    release: () => {
      fs.rmSync(note, { force: true });
      lock.release();
    },
  };
}

/** The folder's secrets, or null before its first start. */
export function readSecrets(folder: string): Secrets | null {
  const file = path.join(folder, "secrets.json");
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;
}

/** Takes over what the installation that a backup was made of had, or what was made anew. */
export function adoptSecrets(folder: DataFolder, kept: Partial<Pick<Secrets, "onward" | "vault">>): void {
  Object.assign(folder.secrets, kept);
  writeSecrets(folder.path, folder.secrets);
}

function keepSecrets(folder: string): Secrets {
  const known = readSecrets(folder);
  if (known?.vault) return known;
  // Kept before there was a vault.
  if (known) {
    const secrets = { ...known, vault: freshVaultKey() };
    writeSecrets(folder, secrets);
    return secrets;
  }
  if (fs.existsSync(path.join(folder, "postgres"))) {
    throw new Problem(
      `${path.join(folder, "secrets.json")} is missing, and the database cannot be opened without it.\n` +
        `Put it back from a backup, or move ${folder} away to begin anew.`,
    );
  }
  const secrets: Secrets = {
    onward: secret(),
    vault: freshVaultKey(),
    superuser: secret(),
    owner: secret(),
    app: secret(),
    cluster: `onward-${randomBytes(8).toString("hex")}`,
  };
  writeSecrets(folder, secrets);
  return secrets;
}

const secret = () => randomBytes(32).toString("base64url");

// Renamed into place when complete: a crash leaves either no secrets or all of them.
function writeSecrets(folder: string, secrets: Secrets): void {
  const file = path.join(folder, "secrets.json");
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}
