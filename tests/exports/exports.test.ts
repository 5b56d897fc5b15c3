import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/export/route";
import { prisma } from "@/lib/db";
import { staysHere, yours } from "@/lib/exports/what-is-yours";
import { everythingOf } from "@/lib/exports/write-file";
import { findPictureBytes } from "@/lib/win-pictures/queries";
import { aCanaryWorld, type CanaryWorld, sight } from "../../e2e/canary-world";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aPost, aReply } from "../factories-of-posts";
import { aDecision, aModerator, aReport } from "../factories-of-safety";
import { aWinPicture } from "../factories-of-wins";
import { as, visit } from "../people";

/* In a database of its own, for the world in which every text says whose it is. */

let end: () => Promise<void>;
let world: CanaryWorld;
beforeAll(async () => {
  end = await moveToScratchDatabase();
  world = await aCanaryWorld();
}, 120_000);
afterAll(async () => {
  await prisma().$disconnect();
  await end();
});

async function fileOf(member: Member): Promise<string> {
  let file = "";
  for await (const piece of everythingOf(member)) file += piece;
  return file;
}
type File = Record<string, Record<string, unknown>[]>;
const readFile = async (member: Member): Promise<File> => JSON.parse(await fileOf(member));

describe("everything of mine", () => {
  test("names every table in which something says whose it is: as what comes along, or why it stays", async () => {
    const found = await connected("admin", (admin) =>
      rows<{ table: string }>(
        admin,
        `select k.conrelid::regclass::text as table from pg_constraint k
         where k.contype = 'f' and k.connamespace = 'public'::regnamespace
           and k.confrelid in ('users'::regclass, 'memberships'::regclass)
         union select source::text from app.says_whose()`,
      ),
    );
    // What names people, and is nobody's own: what moderators did, who keeps whom apart.
    const others = ["decisions"];
    const known = [...yours.map(({ table }) => table), ...Object.keys(staysHere), ...others];
    expect(found.map(({ table }) => table).filter((table) => !known.includes(table))).toEqual([]);
  });

  test("holds every word that is mine and no word of anybody else's", async () => {
    const file = await fileOf(world.people.author);
    const found = world.canariesIn(file);
    const mine = found.filter(([owner]) => owner === "author").map(([, field]) => field);
    const stays = yours.flatMap(({ table, without = [] }) => without.map((name) => `${table}.${name}`));
    const texts = await connected("admin", (admin) =>
      rows<{ field: string }>(
        admin,
        `select c.relname || '.' || a.attname as field from pg_attribute a
         join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
         where c.relname = any ($1) and t.typname in ('text', 'varchar', '_text', 'jsonb') and a.attnum > 0`,
        [yours.map(({ table }) => table)],
      ),
    );
    const marked = await connected("admin", async (admin) => {
      const lines: string[] = [];
      for (const { field } of texts) {
        const [table, name] = field.split(".");
        const [row] = await rows<{ is: boolean }>(
          admin,
          `select exists (select from ${table} where ${name}::text like '%canary-%-author-%' or ${name}::text like '%sealed:1:%') as is`,
        );
        if (row?.is) lines.push(field);
      }
      return lines;
    });
    const missing = marked.filter((field) => !stays.includes(field) && !mine.includes(field));
    expect(missing).toEqual([]);
    for (const field of stays) expect(mine).not.toContain(field);
    // Of others there are ids of what is shared with them, and what a circle is called; no words.
    const others = file.match(/canary-[0-9a-f]+-(?!author)[a-z]+-[a-z_]+-[a-z_]+/g) ?? [];
    expect(others.filter((one) => !one.endsWith("-circles-name"))).toEqual([]);
    expect(found.filter(([owner]) => owner === "nobody")).toEqual([]);
    expect(file).not.toContain("sealed:1:");
    expect(Object.keys(sight).length).toBeGreaterThan(0);
  });

  test("names no other person, whatever somebody shares with them", async () => {
    const { people } = world;
    const file = await fileOf(people.author);
    for (const [name, other] of Object.entries(people))
      if (name !== "author" && name !== "circle") expect(file, name).not.toContain(other.id);
  });
});

describe("whoever takes everything along", () => {
  test("finds what they said in a circle that they left, and nothing of what others answered", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    const post = await aPost(heron, circle, { body: "What Heron said" });
    await aReply(juniper, post, { body: "What Juniper answered" });
    await leave(heron, circle);
    const file = await readFile(heron);
    expect(file.posts).toMatchObject([{ body: "What Heron said" }]);
    expect(file.names_of_circles).toEqual([{ id: circle.id, name: "Thursday lanterns" }]);
    expect(JSON.stringify(file)).not.toContain("What Juniper answered");
  });

  test("finds the pictures beside their wins, whole", async () => {
    const juniper = await aMember();
    const win = await aWin(juniper);
    await aWinPicture(juniper, win);
    const shown = await as(juniper, (viewer) => findPictureBytes(viewer, win.id));
    const [row] = (await readFile(juniper)).win_pictures ?? [];
    expect(row).toMatchObject({ win_id: win.id, alt: "A small desk", picture: expect.any(String) });
    expect(Buffer.from(String(row?.picture), "base64").equals(shown ?? Buffer.alloc(0))).toBe(true);
  });

  test("can do so while their account rests and when it is closed, and reads the letters, too", async () => {
    const [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    const post = await aPost(heron, circle, { body: "What Heron said" });
    const it = await aReport(juniper, post, { reportedId: heron.id });
    await aDecision(await aModerator(), it, "close");
    const answer = await visit(heron, () => get());
    if (!("shown" in answer)) throw new Error(JSON.stringify(answer));
    expect(answer.shown.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.shown.headers.get("content-disposition")).toMatch(
      /^attachment; filename="onward-[\d-]+\.json"$/,
    );
    const file: File = await answer.shown.json();
    expect(file.posts).toMatchObject([{ body: "What Heron said" }]);
    expect(file.decision_letters).toMatchObject([{ words: "That was too much.", side: "reported" }]);
    expect(JSON.stringify(file)).not.toContain(juniper.id);
    const theirs = await readFile(juniper);
    expect(theirs.reports).toMatchObject([{ words: "Please look at this." }]);
    expect(JSON.stringify(theirs)).not.toContain(heron.id);
  });

  test("gets all of ten thousand rows, each once", async () => {
    const juniper = await aMember({ name: "Juniper" });
    const goal = await aGoal(juniper);
    await anEffort(juniper, goal);
    await connected("admin", (admin) =>
      admin.query(
        `insert into efforts select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
         from efforts e, generate_series(2, 10000) where user_id = $1`,
        [juniper.id],
      ),
    );
    const file = await readFile(juniper);
    expect(file.efforts).toHaveLength(10_000);
    expect(new Set(file.efforts?.map(({ id }) => id)).size).toBe(10_000);
  }, 60_000);

  test("is asked to wait after six times in an hour, and signs in first", async () => {
    const juniper = await aMember({ name: "Juniper" });
    for (let times = 0; times < 6; times++)
      expect("shown" in (await visit(juniper, async () => (await get()).text()))).toBe(true);
    expect(await visit(juniper, () => get())).toEqual({ went: "/settings/export?later=1" });
    expect(await visit(null, () => get())).toEqual({ went: "/sign-in?next=%2Fsettings%2Fexport" });
    const led = () => get({ "sec-fetch-site": "cross-site" });
    expect(await visit(await aMember(), led)).toEqual({ went: "/sign-in?next=%2Fsettings%2Fexport" });
  });
});

test("no member reaches another's rows, nor a column that says whom somebody reported", async () => {
  const juniper = await aMember({ name: "Juniper" });
  for (const [table, owner] of [
    ["reports", "reported_id"],
    ["blocks", "blocked_id"],
    ["decisions", "moderator_id"],
    ["limits", "key"],
    ["users; select 1", "id"],
  ])
    await connected("app", async (app) => {
      await app.query("begin; set local role onward_member");
      await app.query("select set_config('app.viewer', $1, true)", [juniper.id]);
      const asked = app.query("select from app.take_along($1, $2, '{}', null, 10)", [table, owner]);
      await expect(asked, `${table}.${owner}`).rejects.toMatchObject({ code: "42501" });
    });
});

/** Asks for the file as a browser does. */
async function get(headers: Record<string, string> = {}) {
  const { NextRequest } = await import("next/server");
  return GET(new NextRequest("http://localhost:3000/api/export", { headers }));
}
