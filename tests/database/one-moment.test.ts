import { expect, test } from "vitest";
import { asReader, type Db } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { saveSetback } from "@/lib/setbacks/actions";
import { aMember, type Member } from "../factories";
import { submit } from "../people";

/* A page is read by several statements, and what they find fits together. */

const logged = (db: Db) => db.setback.count();
const log = (member: Member) =>
  submit(member, saveSetback, { id: freshId(), happened: "They took somebody else." });

test("what is written while a page is read is on the next one, and not on half of this one", async () => {
  const heron = await aMember();
  await asReader(heron.id, async (db) => {
    expect(await logged(db)).toBe(0);
    expect(await log(heron)).toMatchObject({ status: "went" });
    expect(await logged(db)).toBe(0);
  });
  expect(await asReader(heron.id, logged)).toBe(1);
});

test("reading a page writes nothing", async () => {
  const wren = await aMember({ name: "Wren" });
  await log(wren);
  await expect(
    asReader(wren.id, (db) => db.setback.updateMany({ data: { happened: "Changed by looking." } })),
  ).rejects.toThrow(/read-only transaction/);
});
