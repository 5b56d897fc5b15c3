import { expect, onTestFinished, test } from "vitest";
import { openDataFolder } from "../../scripts/data-folder.ts";
import { prepareGivenDatabase, prepareSchema } from "../../scripts/database.ts";
import { type EmbeddedPostgres, startPostgres } from "../../scripts/embedded-postgres.ts";
import { deploy } from "../../scripts/migrations.ts";
import { root } from "../../scripts/project.ts";
import { connect } from "../../scripts/roles.ts";
import { rows } from "../database/connect";
import { aFolder } from "./process";

// A Postgres that knows nothing of Onward, as a hosting company hands it over.
async function aGivenPostgres() {
  const folder = openDataFolder(aFolder());
  const postgres = await startPostgres(folder, { forgetful: true });
  onTestFinished(() => postgres.stop());
  const admin = (sql: string) =>
    connect(postgres.address("postgres", "postgres"), (client) => client.query(sql));
  return { postgres, secrets: folder.secrets, admin };
}

const addressOf = (postgres: EmbeddedPostgres, user: string, password: string, database: string) => {
  const address = new URL(postgres.address("postgres", database));
  address.username = user;
  address.password = password;
  return address.href;
};

const whoIs = (address: string) =>
  connect(address, (client) =>
    rows(
      client,
      "select current_user::text as me, rolsuper, rolinherit from pg_roles where rolname = current_user",
    ),
  );

test("the owner of a database who may make roles is all that it takes", async () => {
  const { postgres, secrets, admin } = await aGivenPostgres();
  await admin("create role host login createrole password 'given'");
  await admin("create database given owner host");
  const given = addressOf(postgres, "host", "given", "given");

  const addresses = await prepareGivenDatabase(given, undefined, secrets);
  await deploy(root, addresses.owner ?? "");
  expect(await whoIs(addresses.app)).toEqual([{ me: "onward_app", rolsuper: false, rolinherit: false }]);
  const owners = await connect(given, (client) =>
    rows(client, "select distinct tableowner from pg_tables where schemaname = 'public'"),
  );
  expect(owners).toEqual([{ tableowner: "onward_owner" }]);

  // And again, as the next start does.
  expect(await prepareGivenDatabase(given, undefined, secrets)).toEqual(addresses);
  expect(await deploy(root, addresses.owner ?? "")).toEqual({ migrations: [], policies: false });
});

test("another data folder on the same database gets a password that works", async () => {
  const { postgres, secrets, admin } = await aGivenPostgres();
  await admin("create database given");
  const given = postgres.address("postgres", "given");
  await prepareGivenDatabase(given, undefined, secrets);
  const { app } = await prepareGivenDatabase(given, undefined, { ...secrets, app: "another-password" });
  expect(await whoIs(app)).toMatchObject([{ me: "onward_app" }]);
});

test("onward_app's own address is used as it is, and alone it changes nothing", async () => {
  const { postgres, secrets, admin } = await aGivenPostgres();
  await admin("create database given");
  const owner = postgres.address("postgres", "given");
  await prepareGivenDatabase(owner, undefined, secrets);
  const app = addressOf(postgres, "onward_app", secrets.app, "given");

  expect(await prepareGivenDatabase(app, owner, secrets)).toEqual({ app, owner });
  const alone = await prepareGivenDatabase(app, undefined, secrets);
  expect(alone).toEqual({ app });
  await expect(prepareSchema(alone)).rejects.toThrow(/DATABASE_OWNER_URL/);
  await deploy(root, owner);
  await prepareSchema(alone);
  // A newer version has been deployed meanwhile: what it added serves this one too.
  await connect(owner, (client) =>
    client.query("comment on schema app is 'Policies as of then, after 99991231000000_newer'"),
  );
  await prepareSchema(alone);
});

test("somebody who may not make roles is told what is needed", async () => {
  const { postgres, secrets, admin } = await aGivenPostgres();
  await admin("create role host login password 'given'");
  await admin("create database given owner host");
  const given = addressOf(postgres, "host", "given", "given");
  const refused = await prepareGivenDatabase(given, undefined, secrets).catch((error) => error.message);
  expect(refused).toContain("CREATEROLE");

  // And an administrator is told what to run: after that, it is enough.
  const sql = [...refused.matchAll(/^ {2}(.*;)$/gm)].map(([, line]) => line).join("\n");
  await connect(postgres.address("postgres", "given"), (client) =>
    client.query(sql.replace("***", secrets.app)),
  );
  const addresses = await prepareGivenDatabase(given, undefined, secrets);
  expect(await whoIs(addresses.app)).toMatchObject([{ me: "onward_app" }]);
  expect(await deploy(root, addresses.owner ?? "")).toMatchObject({ policies: true });
});

test.each(["", "mysql://somewhere/onward", "postgresql://somewhere"])(
  "%j is not the address of a database",
  async (given) => {
    const secrets = { onward: "", vault: "", superuser: "", owner: "", app: "", cluster: "" };
    await expect(prepareGivenDatabase(given, undefined, secrets)).rejects.toThrow(/must look like/);
  },
);
