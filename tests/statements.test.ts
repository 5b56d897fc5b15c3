import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import CirclePage from "@/app/(member)/circles/[circleId]/page";
import TodayPage from "@/app/(member)/today/page";
import { addDays, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import {
  aCircle,
  aGoal,
  aMember,
  anEffort,
  anEncouragement,
  aPost,
  aReply,
  aSetback,
  aWin,
  type Member,
} from "./factories";
import { visit } from "./people";

/* How often a page asks Postgres: a few times, and as often for a long history as for a short one. */

// Every statement goes through here, whoever sends it.
const asked: string[] = [];
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [first] = args as [string | { text: string }];
  asked.push((typeof first === "string" ? first : first.text).trim());
  return Reflect.apply(query, this, args);
} as typeof query;

beforeEach(() => {
  asked.length = 0;
});

const isTransaction = (sql: string) => /^(begin|commit|start transaction)/i.test(sql);

async function countStatements(open: () => Promise<unknown>) {
  asked.length = 0;
  await open();
  return {
    transactions: asked.filter((sql) => /^(begin|start transaction)/i.test(sql)).length,
    statements: asked.filter((sql) => !isTransaction(sql)).length,
  };
}

async function aLongHistory(juniper: Member, heron: Member, circle: { id: string }) {
  const posts = Array.from({ length: 200 }, () => ({ circleId: circle.id, id: freshId() }));
  await asMember(heron.id, (db) =>
    db.post.createMany({
      data: posts.map((post) => ({
        ...post,
        authorId: heron.id,
        kind: "ask" as const,
        need: "listen" as const,
        body: "No offer.",
      })),
    }),
  );
  for (const post of posts.slice(-20)) {
    await aReply(heron, post);
    await anEncouragement(juniper, post);
  }
  for (let n = 0; n < 20; n++) {
    const goal = await aGoal(juniper);
    for (let day = 0; day < 3; day++)
      await anEffort(juniper, goal, addDays(dayIn(juniper.timeZone, new Date()), -day));
    await aSetback(juniper);
    await aWin(juniper);
  }
}

test("a circle's page asks at most eight times in one transaction, for 1 post as for 200", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  await aPost(heron, circle);
  const open = () =>
    visit(juniper, () =>
      CirclePage({ params: Promise.resolve({ circleId: circle.id }), searchParams: Promise.resolve({}) }),
    );
  const few = await countStatements(open);
  expect(few.transactions).toBe(1);
  expect(few.statements).toBeLessThanOrEqual(8);

  await aLongHistory(juniper, heron, circle);
  expect(await countStatements(open)).toEqual(few);
});

test("Today asks at most eight times in one transaction, on the first day as after a long while", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  await aGoal(juniper);
  await aPost(heron, circle);
  const open = () =>
    visit(juniper, () => TodayPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }));
  const few = await countStatements(open);
  expect(few.transactions).toBe(1);
  expect(few.statements).toBeLessThanOrEqual(8);

  await aLongHistory(juniper, heron, circle);
  expect(await countStatements(open)).toEqual(few);
});
