// Which Postgres an installation lives in: its own, in the data folder, or the one that DATABASE_URL names.

import path from "node:path";
import type { DataFolder, Secrets } from "./data-folder.ts";
import { readSecrets } from "./data-folder.ts";
import { type EmbeddedPostgres, findRunningPort, startPostgres } from "./embedded-postgres.ts";
import { compareWithDeployed, type Deployed, deploy } from "./migrations.ts";
import { Problem, wordsOf } from "./problem.ts";
import { root } from "./project.ts";
import { connect, ensureDatabase, prepareRoles } from "./roles.ts";
import { step } from "./steps.ts";
import { requireVaultKey, SOME_OF_EACH, type WrappedKey } from "./vault-keys.ts";

export type Addresses = {
  /** For the running app, as onward_app. */
  app: string;
  /** For roles, migrations and policies. */
  owner: string;
};

/** In production the running app may be all that a start is trusted with. */
export type GivenAddresses = Pick<Addresses, "app"> & Partial<Addresses>;

/** The addresses in a Postgres of our own. */
export const ownAddresses = (postgres: EmbeddedPostgres, database: string): Addresses => ({
  app: postgres.address("onward_app", database),
  owner: postgres.address("postgres", database),
});

/**
 * Makes the roles in our own Postgres and one database that they own.
 */
export async function prepareOwnDatabase(
  postgres: EmbeddedPostgres,
  database: string,
  secrets: Secrets,
): Promise<Addresses> {
  const addresses = ownAddresses(postgres, database);
  await ensureDatabase(postgres.address("postgres", "postgres"), database);
  await prepareRoles(addresses.owner, secrets);
  return addresses;
}

/**
 * The addresses in the Postgres that DATABASE_URL names, with the roles made where that is allowed. Where
 * DATABASE_URL is onward_app's own it is used as it is, and without an owner beside it nothing is made or
 * changed; otherwise the app gets a password of its own.
 *
 * @throws Problem when it cannot be reached.
 */
export async function prepareGivenDatabase(
  given: string,
  ownerGiven: string | undefined,
  secrets: Secrets,
): Promise<GivenAddresses> {
  const app = parse("DATABASE_URL", given);
  const isApp = app.username === "onward_app";
  if (isApp && !ownerGiven) {
    await reach(app.href);
    return { app: app.href };
  }
  const owner = parse("DATABASE_OWNER_URL", ownerGiven ?? given).href;
  await reach(owner);
  await prepareRoles(owner, isApp ? {} : { app: secrets.app });
  if (!isApp) {
    app.username = "onward_app";
    app.password = secrets.app;
    await adoptPassword(app.href, owner, secrets.app);
  }
  return { app: app.href, owner };
}

// The role may have been made from another data folder, with another password.
async function adoptPassword(app: string, owner: string, password: string): Promise<void> {
  const accepted = await connect(app, async () => true).catch((error) => {
    if (/^28/.test((error as { code?: string }).code ?? "")) return false;
    throw error;
  });
  if (accepted) return;
  await connect(owner, (client) =>
    client.query(`alter role onward_app login password ${client.escapeLiteral(password)}`),
  ).catch((error) => {
    throw new Problem(
      `onward_app has a password that this folder does not know, and it may not be changed (${wordsOf(error)}).\n` +
        "Set DATABASE_URL to onward_app's own address, and DATABASE_OWNER_URL to the owner's.",
    );
  });
}

function parse(name: string, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new Problem(`${name} must look like postgresql://user:password@host:5432/database.`);
  }
  return url;
}

async function reach(address: string): Promise<void> {
  await connect(address, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    if ((rows[0]?.version ?? 0) < 150_000) throw new Problem("Onward needs Postgres 15 or newer.");
  }).catch((error) => {
    if (error instanceof Problem) throw error;
    const { host, pathname } = new URL(address);
    throw new Problem(
      `Postgres at ${host}${pathname} cannot be reached: ${wordsOf(error) || (error as { code: string }).code}.`,
    );
  });
}

/**
 * Brings a database up to date, as one step that says what it did. Who may not change it makes sure that it
 * is new enough: a newer one serves older versions too (CONTRIBUTING.md, "Changing the data").
 *
 * @throws Problem when the database lacks something that this version needs, and nobody is named who may add it.
 */
export async function prepareSchema(addresses: GivenAddresses): Promise<void> {
  const { app, owner } = addresses;
  if (owner) await deployStep({ app, owner });
  else {
    const standing = await step("The schema is this version's or newer", () =>
      compareWithDeployed(root, app),
    );
    if (standing === "behind") throw new Problem(`The database lacks what this version adds. ${ASK_OWNER}`);
  }
}

/** How somebody helps who is connected as onward_app alone. */
export const ASK_OWNER =
  "onward_app may not change tables.\n" +
  "Run `npm run db:deploy` first, with DATABASE_OWNER_URL: the same database, as a user who may make roles or is in onward_owner.";

/** Brings a database up to date, as one step that says what it did. */
export async function deployStep(addresses: Addresses): Promise<Deployed> {
  const done = await step("Migrations and policies", () => deploy(root, addresses.owner));
  for (const name of done.migrations) console.log(`      applied ${name}`);
  return done;
}

/**
 * Makes sure that what members wrote can be opened here.
 *
 * @param app onward_app's address.
 * @throws Problem when a vault key is missing with which some of it was sealed.
 */
export async function requireVaultOf(app: string, vault: string): Promise<void> {
  const wrapped = await connect(app, async (client) => {
    await client.query("begin; set local role onward_system");
    return (await client.query<WrappedKey>(SOME_OF_EACH)).rows;
  });
  requireVaultKey("This database", wrapped, vault);
}

/** The Postgres of a data folder that is being served right now, or null. */
export function findRunningAddresses(folder: string, database: string): Addresses | null {
  const secrets = readSecrets(folder);
  const port = secrets && findRunningPort(folder, secrets.cluster);
  if (!secrets || !port) return null;
  const address = (role: string, password: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return { app: address("onward_app", secrets.app), owner: address("postgres", secrets.superuser) };
}

/**
 * What somebody needs to work beside an Onward that runs: nothing where the environment names the database,
 * and otherwise what the Onward that runs from this folder has.
 */
export function workSettings(): Record<string, string> {
  if (process.env.DATABASE_URL) return {};
  const folder = path.join(root, ".data");
  const [addresses, secrets] = [findRunningAddresses(folder, "onward"), readSecrets(folder)];
  if (!addresses || !secrets) {
    throw new Problem("Nothing runs here. Start it (npm start), or name its database: DATABASE_URL.");
  }
  return {
    DATABASE_URL: addresses.app,
    ONWARD_SECRET: process.env.ONWARD_SECRET || secrets.onward,
    VAULT_KEY: process.env.VAULT_KEY || secrets.vault,
    ONWARD_URL: process.env.ONWARD_URL || `http://localhost:${process.env.PORT || 3000}`,
    ONWARD_MAIL_DIR: process.env.ONWARD_MAIL_DIR || path.join(folder, "mail"),
    NODE_ENV: "production",
  };
}

/** Starts the Postgres of a data folder as one step. */
export const startPostgresStep = (folder: DataFolder, signal: AbortSignal) =>
  step(`Postgres, in ${path.relative(root, folder.path)}`, () => startPostgres(folder, { signal }));
