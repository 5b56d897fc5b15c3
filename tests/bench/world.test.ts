import { afterAll, beforeAll, expect, test } from "vitest";
import { loadWorld, type World } from "../../bench/world.ts";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";

/* What the benchmark loads is an installation as the app would have written it, only faster. */

const counts = { members: 160, circles: 24, posts: 2_400, encouragements: 12_000 };
const now = new Date();
let world: World;
let leave: () => Promise<void>;

beforeAll(async () => {
  leave = await moveToScratchDatabase();
  world = await loadWorld({ admin: process.env.DATABASE_ADMIN_URL ?? "" }, counts, now);
}, 60_000);
afterAll(() => leave());

const ask = <T>(sql: string, values: unknown[] = []) =>
  connected("admin", (client) => rows<T>(client, sql, values));

const numberOf = async (sql: string, values: unknown[] = []) =>
  Number((await ask<{ number: string }>(`select count(*) as number from ${sql}`, values))[0]?.number);

test("there is as much as was asked for, and every table that grows has rows", async () => {
  expect(await numberOf("users where verified_at is not null")).toBe(counts.members);
  expect(await numberOf("circles")).toBe(counts.circles);
  expect(await numberOf("posts")).toBe(counts.posts);
  expect(await numberOf("encouragements")).toBe(counts.encouragements);
  for (const table of [
    "replies",
    "efforts",
    "setbacks",
    "feelings",
    "experiments",
    "wins",
    "goals",
    "pauses",
    "shares",
    "drafts",
  ])
    expect(await numberOf(table), table).toBeGreaterThan(0);
});

test("every key, index and foreign key is there again", async () => {
  const made = (database?: string) =>
    connected(
      "admin",
      (client) =>
        rows(
          client,
          `select conname as name, pg_get_constraintdef(oid) as is from pg_constraint where connamespace = 'public'::regnamespace
           union all select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
        ),
      database,
    );
  const leaveAgain = await moveToScratchDatabase();
  const untouched = await made();
  await leaveAgain();
  expect(await made()).toEqual(untouched);
});

test("whoever says something sits in the circle, and said it after joining", async () => {
  for (const [table, who] of [
    ["posts", "author_id"],
    ["replies", "author_id"],
    ["encouragements", "member_id"],
  ] as const) {
    const stranger = `${table} said where not exists (select from memberships seat where seat.circle_id = said.circle_id
      and seat.user_id = said.${who} and seat.seat is not null and seat.joined_at <= said.created_at)`;
    expect(await numberOf(stranger), table).toBe(0);
  }
});

test("nobody encourages themselves, or with a signal that does not fit", async () => {
  const wrong = `encouragements given join posts post on post.circle_id = given.circle_id and post.id = given.post_id
    where given.member_id = post.author_id
       or (given.kind = 'glad') <> (post.kind in ('win', 'progress'))`;
  expect(await numberOf(wrong)).toBe(0);
});

test("nothing lies ahead, and ids fit their moments", async () => {
  for (const [table, moment] of [
    ["posts", "created_at"],
    ["replies", "created_at"],
    ["efforts", "created_at"],
    ["setbacks", "created_at"],
    ["wins", "created_at"],
    ["security_events", "at"],
  ] as const) {
    const off = `${table} where ${moment} > $1
      or abs(extract(epoch from ${moment} - uuid_extract_timestamp(id))) > 0.001`;
    expect(await numberOf(off, [now]), table).toBe(0);
  }
  const [newest] = await ask<{ at: Date }>("select max(created_at) as at from posts");
  expect(now.getTime() - Number(newest?.at)).toBeLessThan(86_400_000);
});

test("the people are as they are called", async () => {
  const { median, largest, newcomer, veteran, devoted, many } = world.people;
  const said = ({ circleId }: typeof median) => numberOf("posts where circle_id = $1", [circleId]);
  expect((await said(largest)) / (await said(median))).toBeCloseTo(20, 0);
  expect([newcomer.circleId, veteran.circleId]).toEqual([median.circleId, median.circleId]);
  const logged = ({ id }: typeof median) => numberOf("efforts where user_id = $1", [id]);
  expect(await logged(newcomer)).toBe(1);
  expect(await logged(median)).toBeGreaterThan(30);
  expect(await logged(veteran)).toBeGreaterThan(500);
  const of = (table: string) => numberOf(`${table} where user_id = $1`, [devoted.id]);
  expect([await of("efforts"), await of("wins"), await of("setbacks")]).toEqual([10_000, 400, 200]);
  expect(new Set(many.map(({ id }) => id)).size).toBe(many.length);
  for (const { id, sessionId, circleId, goalId, email } of [
    median,
    largest,
    newcomer,
    veteran,
    devoted,
    ...many,
  ]) {
    const there = `users person join sessions on sessions.user_id = person.id join memberships on memberships.user_id = person.id
      join goals on goals.user_id = person.id
      where (person.id, sessions.id, circle_id, goals.id, email) = ($1, $2, $3, $4, $5)
        and expires_at > now() and role = 'member' and seat is not null and finished_at is null`;
    expect(await numberOf(there, [id, sessionId, circleId, goalId, email])).toBe(1);
  }
});
