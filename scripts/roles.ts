// The roles that architecture rests on: one that owns, one that the app connects as and that may do
// nothing by itself, and two that it becomes.

import pg from "pg";
import { Problem } from "./problem.ts";

/** Any key will do, as long as nothing else in this database uses it. */
const LOCK_KEY = 7_326_011;

/** Passwords of the roles that sign in. Without one for the owner, it cannot sign in by itself. */
export type Passwords = { owner?: string; app?: string };

/** Runs `work` on a connection of its own, as `role` where one is named. */
export async function connect<T>(
  address: string,
  work: (client: pg.Client) => Promise<T>,
  role?: "onward_owner",
): Promise<T> {
  const client = new pg.Client({ connectionString: address, ...(role && { options: `-c role=${role}` }) });
  // A server that goes away mid-way is reported by the statement that waits for it.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs `work` while no other start or deploy works on this database. */
export async function oneAtATime<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("select pg_advisory_lock($1)", [LOCK_KEY]);
  try {
    return await work();
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK_KEY]);
  }
}

/**
 * Makes what is missing of the roles and gives them this database. Whatever stands already is left alone,
 * so an administrator may have made them by hand.
 *
 * @param address of somebody who may make roles, or for whom they have been made.
 * @throws Problem with the SQL for an administrator, where this user may not.
 */
export async function prepareRoles(address: string, passwords: Passwords): Promise<void> {
  await connect(address, (client) =>
    oneAtATime(client, async () => {
      try {
        for (const sql of await findMissingRoles(client, passwords)) await client.query(sql);
        for (const sql of handOver(await findStanding(client))) await client.query(sql);
      } catch (error) {
        if ((error as pg.DatabaseError).code !== INSUFFICIENT_PRIVILEGE) throw error;
        throw new Problem(
          `Postgres does not let this user make Onward's roles (${(error as Error).message}).\n` +
            "That takes a superuser, or the database's owner with CREATEROLE. Have an administrator run this once, with a\n" +
            `password in place of the stars, connected to the same database:\n\n${await writeAdministratorsSql(client)}\n`,
        );
      }
    }),
  );
}

const INSUFFICIENT_PRIVILEGE = "42501";

/** What `prepareRoles` would do as a superuser, as SQL to be read and run by hand. */
async function writeAdministratorsSql(client: pg.Client): Promise<string> {
  const standing = await findStanding(client);
  const missing = await findMissingRoles(client, { app: "***" });
  return [...missing, ...handOver({ ...standing, superuser: true })].map((sql) => `  ${sql};`).join("\n");
}

async function findMissingRoles(client: pg.Client, { owner, app }: Passwords): Promise<string[]> {
  const signsIn = (password: string | undefined) =>
    password === undefined ? "nologin" : `login password ${client.escapeLiteral(password)}`;
  const roles = {
    onward_owner: signsIn(owner),
    // NOINHERIT: what the app may do hangs on whom it becomes, in each transaction anew.
    onward_app: `noinherit ${signsIn(app)}`,
    onward_member: "nologin",
    onward_system: "nologin",
    onward_backup: "nologin",
  };
  const grants = [
    ["onward_member", "onward_app"],
    ["onward_system", "onward_app"],
    // So that functions which see more than their caller can belong to onward_system.
    ["onward_system", "onward_owner"],
    // So that who looks after the database can copy it.
    ["onward_backup", "onward_owner"],
  ] as const;
  const known = await namesOf(client, "select rolname as name from pg_roles");
  const given = await namesOf(
    client,
    "select roleid::regrole || ' ' || member::regrole as name from pg_auth_members",
  );
  return [
    ...Object.entries(roles)
      .filter(([role]) => !known.has(role))
      .map(([role, rights]) => `create role ${role} ${rights}`),
    ...grants
      .filter(([role, to]) => !given.has(`${role} ${to}`))
      .map(([role, to]) => `grant ${role} to ${to}`),
  ];
}

const namesOf = async (client: pg.Client, sql: string): Promise<Set<string>> =>
  new Set((await client.query<{ name: string }>(sql)).rows.map(({ name }) => name));

function handOver(standing: Standing): string[] {
  // Migrations run as onward_owner, whoever connects, so that everything has one owner.
  const become = standing.becomesOwner ? [] : [`grant onward_owner to ${standing.me}`];
  if (standing.handedOver) return become;
  return [
    ...become,
    ...(standing.superuser || (standing.ownsDatabase && standing.createsDatabases)
      ? [`alter database ${standing.database} owner to onward_owner`]
      : []),
    // Only who may create databases may give one away; without that, these rights come to the same.
    ...(standing.ownsDatabase && !standing.superuser && !standing.createsDatabases
      ? [
          `grant all on database ${standing.database} to onward_owner`,
          "grant all on schema public to onward_owner with grant option",
          "revoke all on schema public from public",
        ]
      : []),
    `revoke all on database ${standing.database} from public`,
    `grant connect on database ${standing.database} to onward_app`,
  ];
}

async function findStanding(client: pg.Client): Promise<Standing> {
  const { rows } = await client.query<Omit<Standing, "becomesOwner">>(
    `select quote_ident(current_user) as me, quote_ident(current_database()) as database, rolsuper as superuser,
            rolcreatedb as "createsDatabases",
            coalesce(datdba = owner
              or has_database_privilege(owner, datname, 'create')
                 and has_schema_privilege(owner, 'public', 'create'), false) as "handedOver",
            pg_has_role(datdba, 'member') as "ownsDatabase"
     from pg_roles, pg_database, cast(to_regrole('onward_owner') as oid) as owner
     where rolname = current_user and datname = current_database()`,
  );
  const [standing] = rows;
  if (!standing) throw new Error("Postgres does not say who is connected to what.");
  return { ...standing, becomesOwner: await becomesOwner(client) };
}

// From Postgres 16 on, who makes a role may administer it without being able to become it. Trying is the
// question that every version understands.
const becomesOwner = (client: pg.Client) =>
  client
    .query("set role onward_owner")
    .then(() => client.query("reset role"))
    .then(
      () => true,
      () => false,
    );

/** Who is connected to which database; names are ready to stand in SQL. */
type Standing = {
  me: string;
  database: string;
  superuser: boolean;
  createsDatabases: boolean;
  handedOver: boolean;
  ownsDatabase: boolean;
  becomesOwner: boolean;
};

/** Makes a database of our own Postgres where it is missing. */
export async function ensureDatabase(address: string, name: string): Promise<void> {
  await connect(address, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}
