import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explain, timeStatements } from "../../bench/plans.ts";
import { recordable, recordStatements, type Statement } from "../../bench/statements.ts";
import { openDataFolder } from "../../scripts/data-folder.ts";
import { prepareOwnDatabase } from "../../scripts/database.ts";
import { type EmbeddedPostgres, startPostgres } from "../../scripts/embedded-postgres.ts";
import { connect } from "../../scripts/roles.ts";

/* What the benchmark says about statements, it has from Postgres. */

const place = mkdtempSync(path.join(tmpdir(), "onward-bench-"));
let postgres: EmbeddedPostgres;
let site: { postgres: { admin: string; app: string } };

beforeAll(async () => {
  const folder = openDataFolder(place);
  postgres = await startPostgres(folder, { forgetful: true, also: recordable });
  const { owner, app } = await prepareOwnDatabase(postgres, "onward", folder.secrets);
  site = { postgres: { admin: owner, app } };
  await connect(owner, (client) =>
    client.query(`
      create table grown (id int primary key, word text);
      insert into grown select number, 'a word' from generate_series(1, 2000) number;
      create table small (id int);
      insert into small values (1), (2);
      create function hidden(wanted text) returns bigint language plpgsql security definer as $$
        begin return (select count(*) from grown where word = wanted); end $$;
      grant select on grown, small to onward_app;
      grant usage on schema public to onward_app;
    `),
  );
  await connect(owner, (client) => client.query("vacuum analyze"));
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
});

const sent = (sql: string, ...parameters: Statement["parameters"]): Statement => ({
  sql,
  parameters,
  transaction: 0,
});

test("every statement of the app is recorded with its parameters, and nobody else's", async () => {
  const words = "it's\na 'word', $2 = NULL";
  const recorded = await connect(site.postgres.app, (client) =>
    recordStatements(site, async () => {
      await client.query("select 1");
      await client.query("begin");
      await client.query("select $1::text, $2::int", [words, null]);
      await client.query({ name: "known", text: "select $1::int[]", values: [[1, 2]] });
      await client.query("commit");
      await connect(site.postgres.admin, (admin) => admin.query("select 'not this'"));
    }),
  );
  expect(recorded).toEqual([
    { sql: "select 1", parameters: [], transaction: 0 },
    { sql: "select $1::text, $2::int", parameters: [words, null], transaction: 1 },
    { sql: "select $1::int[]", parameters: ["{1,2}"], transaction: 1 },
  ]);
});

test("nothing is written down before or afterwards", async () => {
  const recorded = await connect(site.postgres.app, async (client) => {
    await client.query("select 'before'");
    const recorded = await recordStatements(site, () => client.query("select 'meanwhile'"));
    await client.query("select 'afterwards'");
    return recorded;
  });
  expect(recorded.map(({ sql }) => sql)).toEqual(["select 'meanwhile'"]);
});

test("a grown table that is read from end to end is found, in a function too", async () => {
  const byKey = await explain(site, [
    sent("select word from grown where id = $1", "7"),
    sent("select * from small"),
  ]);
  expect(byKey).toMatchObject({ statements: 2, sequentialScans: [] });
  const whole = await explain(site, [sent("select id from grown where word = $1", "a word")]);
  expect(whole.sequentialScans).toEqual(["grown"]);
  expect(whole.buffers).toBeGreaterThan(byKey.buffers);
  expect(await explain(site, [sent("select hidden($1)", "a word")])).toMatchObject({
    sequentialScans: ["grown"],
  });
});

test("what was replayed is undone", async () => {
  await connect(site.postgres.admin, (admin) => admin.query("grant insert on small to onward_app"));
  const write = [sent("insert into small values ($1)", "3")];
  await explain(site, write);
  expect(await timeStatements(site, { one: write, other: write }, 5)).toEqual({
    one: expect.any(Number),
    other: expect.any(Number),
  });
  const { rows } = await connect(site.postgres.admin, (admin) =>
    admin.query("select id from small order by 1"),
  );
  expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
});
