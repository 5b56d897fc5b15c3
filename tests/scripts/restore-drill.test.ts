import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { signIn } from "@/lib/accounts/actions";
import { eraseMember } from "@/lib/accounts/erase-member";
import { keepLeaversFile } from "@/lib/accounts/leavers-file";
import { asSystem, prisma } from "@/lib/db";
import { privateWords } from "@/lib/private-words";
import { type Counts, writeArchive } from "../../scripts/archive.ts";
import { openDataFolder } from "../../scripts/data-folder.ts";
import { startPostgres } from "../../scripts/embedded-postgres.ts";
import { type Leavers, readLeavers } from "../../scripts/leavers.ts";
import { readSchema } from "../../scripts/next-migration.ts";
import { root } from "../../scripts/project.ts";
import { putInPlace, restoreInto, restoreOwn } from "../../scripts/restoring.ts";
import { connect } from "../../scripts/roles.ts";
import { applyMigrations } from "../../scripts/schema-engine.ts";
import { connected, listTables, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, anInvitation, join, type Member, PASSWORD } from "../factories";
import { anAddress } from "../factories-of-accounts";
import { aDraft } from "../factories-of-drafts";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { submit } from "../people";
import { aFolder } from "./process";

/*
 * The drill: what an operator would do after losing everything, from a backup that was made while members were
 * writing. In a database of its own, which is lost on the way.
 */

let end: () => Promise<void>;
beforeAll(async () => {
  end = await moveToScratchDatabase();
});
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});

const secret = process.env.ONWARD_SECRET ?? "";
const vault = process.env.VAULT_KEY ?? "";
/** As an installation that made up its own, or as one that was given them. */
const keptIn = (itsOwn = true) => ({ secret, withSecret: itsOwn, vault, withVault: itsOwn });
const admin = () => process.env.DATABASE_ADMIN_URL ?? "";

async function aBackup(address = admin(), withSecret = true): Promise<{ file: string; counts: Counts }> {
  const file = path.join(aFolder(), "backup.jsonl.gz");
  return { file, counts: await writeArchive(address, file, keptIn(withSecret)) };
}

async function aFreshDatabase(): Promise<string> {
  const name = `scratch_${crypto.randomUUID().slice(0, 8)}`;
  await connected(
    "admin",
    async (client) => {
      await client.query(`create database ${name} owner onward_owner`);
      await client.query(`grant connect on database ${name} to onward_app`);
    },
    "postgres",
  );
  onTestFinished(async () => {
    await connected(
      "admin",
      (client) => client.query(`drop database if exists ${name} with (force)`),
      "postgres",
    );
  });
  return name;
}

const at = (database: string, address = admin()) => {
  const moved = new URL(address);
  moved.pathname = `/${database}`;
  return moved.href;
};

/** What a file holds below its first line, in no order. */
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().split("\n").slice(1).sort();

const leave = (member: Member, leavesAt: Date | null) =>
  asSystem((db) => db.user.updateMany({ where: { id: member.id }, data: { leavesAt } }));

async function leavers(): Promise<Leavers[]> {
  await keepLeaversFile();
  const list = readLeavers(process.env.ONWARD_LEAVERS_FILE ?? "");
  return list ? [list] : [];
}

/** Every row of every table, as one text. */
const everything = (address: string): Promise<string> =>
  connect(address, async (client) => {
    const texts: string[] = [];
    for (const table of await listTables(client as pg.Client)) {
      const found = await rows<{ text: string }>(client, `select t::text as text from public.${table} t`);
      texts.push(...found.map(({ text }) => text));
    }
    return texts.join("\n");
  });

const policiesAt = (address: string) =>
  connect(address, (client) =>
    rows(
      client,
      `select relname, relrowsecurity, relforcerowsecurity, relacl::text,
              (select json_agg(format('%s %s %s', polname, polcmd, pg_get_expr(polqual, polrelid)) order by polname)
               from pg_policy where polrelid = c.oid) as policies
       from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    ),
  );

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000);

/** What a member's setbacks say, opened with the key that lies there. */
async function setbacksOf({ id }: Member, address: string): Promise<string[]> {
  const found = await connect(address, (client) =>
    rows<{ id: string; happened: string; dataKey: string }>(
      client,
      `select s.id, happened, data_key as "dataKey" from setbacks s join users u on u.id = user_id where user_id = $1`,
      [id],
    ),
  );
  return found.map(({ dataKey, ...row }) =>
    privateWords({ id, dataKey, sealedAt: new Date() }).open("setbacks.happened", row.id, row.happened),
  );
}

/** A member who has written something of every kind. */
async function aLife(name: string): Promise<Member> {
  const member = await aMember({ name });
  const circle = await aCircle(member, [], { name: `The circle of ${name}` });
  await aPost(member, circle, { body: `The post of ${name}` });
  await aSetback(member, { happened: `${name}: “no”,\n\ttab, \\N and \\. and 🕯️`, feelings: { deflated: 8 } });
  await anEffort(member, await aGoal(member, { title: `The goal of ${name}` }));
  await aWin(member, `The win of ${name}`);
  await aDraft(member, "setback", { happened: [`The draft of ${name}`], nothing: [] });
  return member;
}

test("after everything was lost, all is there again but for those who were erased since", async () => {
  const juniper = await aMember({ name: "Juniper" });
  const shared = await aCircle(juniper);
  const [wren, heron] = [await aLife("Wren"), await aLife("Heron")];
  const robin = await aMember({ name: "Robin" });
  await leave(robin, inAWeek());

  // Members go on writing meanwhile.
  let written = 0;
  let writing = true;
  const writer = (async () => {
    while (writing) {
      const told = await aPost(juniper, shared, { body: `Line ${written}` });
      await aReply(juniper, told, { body: `To line ${written}` });
      await anEncouragement(juniper, told);
      written++;
    }
  })();
  await expect.poll(() => written).toBeGreaterThan(2);
  const before = written;
  const { file, counts } = await aBackup();
  await expect.poll(() => written).toBeGreaterThan(before);
  writing = false;
  await writer;
  expect(statSync(file).mode & 0o777).toBe(0o600);

  // One is erased afterwards, one asks to be, and one who had asked comes back.
  await leave(wren, new Date(Date.now() - 1000));
  expect(await asSystem((db) => eraseMember(db, wren.id))).toBe(true);
  const heronLeaves = inAWeek();
  await leave(heron, heronLeaves);
  await leave(robin, null);
  const lists = await leavers();

  const folder = openDataFolder(aFolder());
  const postgres = await startPostgres(folder, { forgetful: true });
  onTestFinished(() => postgres.stop());
  // Where its keys are not at hand, nothing is touched.
  vi.stubEnv("VAULT_KEY", "");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { file: withoutKeys } = await aBackup(admin(), false);
  const attempt = () => restoreOwn(root, folder, postgres, "onward", withoutKeys, lists);
  await expect(attempt()).rejects.toThrow("another ONWARD_SECRET");
  folder.secrets.onward = secret;
  await expect(attempt()).rejects.toThrow("another VAULT_KEY, of version 1");
  folder.secrets.onward = "another";
  const restored = await restoreOwn(root, folder, postgres, "onward", file, lists);
  expect(restored).toEqual({ counts, erased: 1, before: null });
  expect(folder.secrets).toMatchObject({ onward: secret, vault });

  const address = postgres.address("postgres", "onward");
  const text = await everything(address);
  expect(text).not.toContain("Wren");
  expect(text).not.toContain(wren.id);
  expect(text).toContain("The win of Heron");
  expect(text).toContain(`Line ${before - 1}`);
  expect(await setbacksOf(heron, address)).toEqual(["Heron: “no”,\n\ttab, \\N and \\. and 🕯️"]);
  const standing = await connect(address, (client) =>
    rows(client, "select name, leaves_at from users where name <> 'Juniper' order by name"),
  );
  expect(standing).toEqual([
    { name: "Heron", leaves_at: heronLeaves },
    { name: "Robin", leaves_at: null },
  ]);
  // As of one moment: nothing hangs in the air, and the last line written is whole.
  const replies = await connect(address, (client) =>
    rows<{ all: number; answered: number }>(
      client,
      `select count(*)::int as all, count(reply.id)::int as answered from posts left join replies reply on reply.post_id = posts.id
       where posts.body like 'Line %'`,
    ),
  );
  expect(replies[0]?.all).toBeGreaterThanOrEqual(before);
  expect((replies[0]?.all ?? 0) - (replies[0]?.answered ?? 0)).toBeLessThanOrEqual(1);

  const policies = await policiesAt(address);
  expect(policies).toEqual(await policiesAt(admin()));
  expect(policies.length).toBeGreaterThan(20);
  for (const table of policies)
    expect(table).toMatchObject({ relrowsecurity: true, relforcerowsecurity: true });

  // Once more, over what is there now: it is kept, and whoever is gone there stays away without any list.
  const again = await restoreOwn(root, folder, postgres, "onward", file, []);
  expect(again).toMatchObject({ counts, erased: 1, before: expect.stringContaining("before-restore") });
  expect(linesOf(again.before ?? "").join()).toContain("The win of Heron");
  expect(await everything(address)).not.toContain("Wren");
});

test("whoever may sign in could sign in again, and their sessions and links from before are dead", async () => {
  const finch = await aLife("Finch");
  // As who looks after a database with a host, who is no superuser.
  const owner = process.env.DATABASE_OWNER_URL ?? "";
  const { file } = await aBackup(owner);
  const lost = new URL(owner).pathname.slice(1);

  const fresh = await aFreshDatabase();
  await restoreInto(root, at(fresh, owner), file, []);
  await prisma().$disconnect();
  await connected(
    "admin",
    async (client) => {
      await client.query(`drop database ${lost} with (force)`);
      await client.query(`alter database ${fresh} rename to ${lost}`);
    },
    "postgres",
  );

  expect(await asSystem((db) => db.session.findMany())).toEqual([]);
  const fields = { email: finch.email, password: PASSWORD, next: "/today" };
  expect(await submit(null, signIn, fields)).toMatchObject({ status: "went" });
  expect(await submit(null, signIn, { ...fields, password: "another lantern" })).toMatchObject({
    status: "refused",
  });
});

test("a backup is for its user's eyes, whoever had laid a file in its way", async () => {
  const file = path.join(aFolder(), "backup.jsonl.gz");
  for (const waiting of [file, `${file}.unfinished`]) {
    writeFileSync(waiting, "here before");
    chmodSync(waiting, 0o666);
  }
  await writeArchive(admin(), file, keptIn());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const lent = path.join(aFolder(), "somebody else's");
  writeFileSync(lent, "here before");
  symlinkSync(lent, `${file}.unfinished`);
  await writeArchive(admin(), file, keptIn());
  expect(readFileSync(lent, "utf8")).toBe("here before");
});

// Before anybody has an open invitation: those come back ended.
test("what comes out of a backup is what went in, to the letter", async () => {
  await aLife("Lark");
  const first = await aBackup();
  const fresh = await aFreshDatabase();
  await restoreInto(root, at(fresh), first.file, []);
  const second = await aBackup(at(fresh));
  expect(linesOf(second.file)).toEqual(linesOf(first.file));
});

test("no invitation that was open when the backup was made opens its circle after a restore", async () => {
  const dunlin = await aMember({ name: "Dunlin" });
  const circle = await aCircle(dunlin);
  const [open, once] = [await anInvitation(dunlin, circle), await anInvitation(dunlin, circle, { uses: 1 })];
  await join(await aMember({ name: "Teal" }), circle, once);
  const { file } = await aBackup();
  const fresh = await aFreshDatabase();
  await restoreInto(root, at(fresh), file, []);
  const ended = await connect(at(fresh), (client) =>
    rows<{ id: string; ended: boolean }>(
      client,
      "select id, revoked_at is not null as ended from invitations where circle_id = $1 order by id",
      [circle.id],
    ),
  );
  // What was used up opens nothing, and is still called that.
  expect(ended).toEqual([
    { id: open.id, ended: true },
    { id: once.id, ended: false },
  ]);
});

test("no address of a calendar that was in use when the backup was made is read after a restore", async () => {
  await anAddress(await aMember({ name: "Dunlin" }));
  const { file } = await aBackup();
  const fresh = await aFreshDatabase();
  await restoreInto(root, at(fresh), file, []);
  const left = await connect(at(fresh), (client) =>
    rows<{ left: number }>(client, "select count(*)::int as left from calendar_feeds"),
  );
  expect(left).toEqual([{ left: 0 }]);
});

test("a backup of an older version is brought up to this one", async () => {
  const [old, fresh] = [await aFreshDatabase(), await aFreshDatabase()];
  await applyMigrations(at(old), readSchema(root), path.join(root, "prisma/migrations"), [
    "20261122063348_init",
  ]);
  await connect(at(old), (client) =>
    client.query(
      `insert into users (id, email, name, password_hash, adult_said_at, time_zone)
       values (gen_random_uuid(), 'plover@example.org', 'Plover', '', now(), 'UTC')`,
    ),
  );
  const { file } = await aBackup(at(old));
  await restoreInto(root, at(fresh), file, []);
  const found = await connect(at(fresh), (client) =>
    rows(client, "select name, leaves_at, data_key, sealed_at from users"),
  );
  // What they wrote then is still to be sealed.
  expect(found).toEqual([{ name: "Plover", leaves_at: null, data_key: null, sealed_at: null }]);
});

test("whatever happens while a restored database is put in place, the former one or it is there", async () => {
  const [home, restored] = [await aFreshDatabase(), await aFreshDatabase()];
  const names = async () => (await rowsAtHome()).map(({ datname }) => datname);
  const rowsAtHome = () =>
    connect(at("postgres"), (client) =>
      rows<{ datname: string }>(
        client,
        "select datname from pg_database where datname = any ($1) order by 1",
        [[home, `${home}_former`, restored]],
      ),
    );
  await connect(at(home), (client) => client.query("create table former ()"));
  await expect(putInPlace(at("postgres"), home, "scratch_that_is_not_there")).rejects.toThrow(
    "does not exist",
  );
  await connect(at(home), (client) => client.query("select from former"));

  await putInPlace(at("postgres"), home, restored);
  expect(await names()).toEqual([home]);
  await expect(connect(at(home), (client) => client.query("select from former"))).rejects.toThrow();
});

test("half a backup, a damaged one, and something else are refused, and nothing is restored from them", async () => {
  await aMember();
  const { file } = await aBackup();
  const whole = gunzipSync(readFileSync(file)).toString();
  const fresh = await aFreshDatabase();
  const attempt = async (content: Uint8Array) => {
    const broken = path.join(aFolder(), "broken.jsonl.gz");
    writeFileSync(broken, content);
    return restoreInto(root, at(fresh), broken, []).then(
      () => "restored",
      (error) => error.message,
    );
  };
  expect(await attempt(gzipSync(whole.replace(/\n.*\n$/, "\n")))).toContain("not whole");
  expect(await attempt(readFileSync(file).subarray(0, -20))).toContain("cannot be read to its end");
  expect(
    await attempt(gzipSync(whole.replace('"migrations":["', '"migrations":["99991231000000_newer","'))),
  ).toContain("newer version");
  expect(await attempt(gzipSync('{"not":"ours"}\n'))).toContain("is no backup");
  expect(await attempt(Buffer.from("words"))).toContain("cannot be read");
  const left = await connect(at(fresh), (client) => rows(client, "select from users"));
  expect(left).toEqual([]);
});
