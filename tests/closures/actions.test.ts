import { beforeAll, expect, test } from "vitest";
import { letSetbackGo, openSetbackAgain } from "@/lib/closures/actions";
import { asMember } from "@/lib/db";
import { isSealed } from "@/lib/private-words";
import { findSetback } from "@/lib/setbacks/queries";
import { aMember, type Member } from "../factories";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

let juniper: Member;
let wren: Member;

beforeAll(async () => {
  [juniper, wren] = await Promise.all([aMember({ name: "Juniper" }), aMember({ name: "Wren" })]);
});

const find = (id: string) => as(juniper, (viewer) => findSetback(viewer, id));

test("a setback is let go at any time, with a line to it or without, and opened again in one press", async () => {
  const { id } = await aSetback(juniper);
  expect(
    await submit(juniper, letSetbackGo, { setbackId: id, farewell: " Thank you, and good bye. " }),
  ).toEqual({
    status: "went",
    to: `/setbacks/${id}`,
  });
  expect(await find(id)).toMatchObject({
    closedAt: expect.any(Date),
    farewell: "Thank you, and good bye.",
    phase: "feel",
  });
  await submit(juniper, openSetbackAgain, { setbackId: id });
  expect(await find(id)).toMatchObject({ closedAt: null, farewell: "Thank you, and good bye." });

  const { id: silent } = await aSetback(juniper, { kind: "silence" });
  await submit(juniper, letSetbackGo, { setbackId: silent });
  expect(await find(silent)).toMatchObject({ closedAt: expect.any(Date), farewell: null });
});

test("pressed twice, it was let go when it was let go first", async () => {
  const { id } = await aSetback(juniper);
  await submit(juniper, letSetbackGo, { setbackId: id, farewell: "Bye." });
  const first = await find(id);
  await submit(juniper, letSetbackGo, { setbackId: id, farewell: "Bye." });
  expect(await find(id)).toEqual(first);
});

test("what is said to it lies sealed", async () => {
  const { id } = await aSetback(juniper);
  await submit(juniper, letSetbackGo, { setbackId: id, farewell: "Good bye, bakery." });
  const row = await asMember(juniper.id, (db) =>
    db.setback.findFirstOrThrow({ where: { id }, select: { farewell: true } }),
  );
  expect(isSealed(row.farewell ?? "")).toBe(true);
});

test("too long a line is told so, and nothing is closed", async () => {
  const { id } = await aSetback(juniper);
  expect(await submit(juniper, letSetbackGo, { setbackId: id, farewell: "a".repeat(2_001) })).toMatchObject({
    status: "invalid",
    fieldErrors: { farewell: expect.stringContaining("2,000") },
  });
  expect(await find(id)).toMatchObject({ closedAt: null });
});

test("somebody else's setback is not there to be let go or opened", async () => {
  const { id } = await aSetback(juniper);
  for (const action of [letSetbackGo, openSetbackAgain])
    expect(await submit(wren, action, { setbackId: id })).toEqual({ status: "not found" });
});
