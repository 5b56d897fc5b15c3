import { expect, test } from "vitest";
import { asMember, asReader, asSystem, type Db } from "@/lib/db";
import { aCircle, aMember, leave } from "../factories";

/* Where somebody sits, and whom they do not see, is told once to a page that only reads, and anew to whatever writes. */

const circles = async (db: Db): Promise<string[]> => {
  const [row] = await db.$queryRaw<{ mine: string[] }[]>`select app.my_circles() as mine`;
  return row?.mine ?? [];
};

test("what writes is told anew: a seat that is left is gone within the same transaction", async () => {
  const [heron, juniper] = [await aMember({ name: "Heron" }), await aMember()];
  const circle = await aCircle(heron, [juniper]);
  await asMember(juniper.id, async (db) => {
    expect(await circles(db)).toEqual([circle.id]);
    await db.$queryRaw`select app.leave_circle(${circle.id}::uuid)::text`;
    expect(await circles(db)).toEqual([]);
  });
});

test("a page keeps the first answer until it is read, and the next one is told anew", async () => {
  const [heron, juniper] = [await aMember({ name: "Heron" }), await aMember()];
  const circle = await aCircle(heron, [juniper]);
  await asReader(juniper.id, async (db) => {
    expect(await circles(db)).toEqual([circle.id]);
    await leave(juniper, circle);
    expect(await circles(db)).toEqual([circle.id]);
  });
  expect(await asReader(juniper.id, circles)).toEqual([]);
});

test("what was told to one is not told to another", async () => {
  const [heron, wren] = [await aMember({ name: "Heron" }), await aMember({ name: "Wren" })];
  const circle = await aCircle(heron);
  await asReader(heron.id, async (db) => {
    expect(await circles(db)).toEqual([circle.id]);
    await db.$queryRaw`select set_config('app.viewer', ${wren.id}, true)`;
    expect(await circles(db)).toEqual([]);
  });
  // Connections are used again, and keep nothing.
  for (let time = 0; time < 12; time++) expect(await asReader(wren.id, circles)).toEqual([]);
});

test("where nobody looks, on a connection that a page used before, nobody sits anywhere", async () => {
  const heron = await aMember({ name: "Heron" });
  const circle = await aCircle(heron);
  for (let time = 0; time < 12; time++) {
    expect(await asReader(heron.id, circles)).toEqual([circle.id]);
    expect(await asSystem(circles)).toEqual([]);
  }
});
