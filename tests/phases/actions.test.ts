import { beforeEach, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { restIn } from "@/lib/phases/actions";
import { reach } from "@/lib/phases/reach";
import { findSetback } from "@/lib/setbacks/queries";
import { aMember, type Member } from "../factories";
import { aSetback } from "../factories-of-setbacks";
import { as, submit } from "../people";

let juniper: Member;
let wren: Member;

beforeEach(async () => {
  [juniper, wren] = await Promise.all([aMember({ name: "Juniper" }), aMember({ name: "Wren" })]);
});

const yesterday = () => new Date(Date.now() - 86_400_000);
const older = () => aSetback(juniper, { createdAt: yesterday() });
const where = async (id: string) => (await as(juniper, (viewer) => findSetback(viewer, id)))?.phase;

test("a setback rests in whatever stage its member says, further on and back again", async () => {
  const { id } = await older();
  for (const phase of ["learn", "act", "feel", "reframe"] as const) {
    expect(await submit(juniper, restIn, { setbackId: id, phase })).toEqual({
      status: "went",
      to: `/setbacks/${id}#stages`,
    });
    expect(await where(id)).toBe(phase);
  }
});

test("pressed twice, it rests where it was put", async () => {
  const { id } = await older();
  for (let press = 0; press < 2; press++) await submit(juniper, restIn, { setbackId: id, phase: "learn" });
  expect(await where(id)).toBe("learn");
});

test("on the day it was written down nobody gets to reasons or steps, whatever is sent", async () => {
  const { id } = await aSetback(juniper);
  for (const phase of ["learn", "act"]) {
    expect(await submit(juniper, restIn, { setbackId: id, phase })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("can wait until tomorrow"),
    });
  }
  expect(await where(id)).toBe("feel");
  await submit(juniper, restIn, { setbackId: id, phase: "reframe" });
  expect(await where(id)).toBe("reframe");
});

test("somebody else's setback is not there; one that was deleted meanwhile is told so", async () => {
  const { id } = await older();
  expect(await submit(wren, restIn, { setbackId: id, phase: "learn" })).toEqual({ status: "not found" });
  expect(await submit(juniper, restIn, { setbackId: freshId(), phase: "learn" })).toEqual({
    status: "not found",
  });
  await asMember(juniper.id, (db) =>
    db.setback.updateMany({ where: { userId: juniper.id, id }, data: { deletedAt: new Date() } }),
  );
  expect(await submit(juniper, restIn, { setbackId: id, phase: "learn" })).toMatchObject({
    status: "refused",
    message: expect.stringContaining("deleted meanwhile"),
  });
});

test("what is done in an earlier stage does not take a setback back", async () => {
  const { id } = await older();
  await submit(juniper, restIn, { setbackId: id, phase: "learn" });
  await as(juniper, (viewer) => reach(viewer, id, "reframe"));
  expect(await where(id)).toBe("learn");
  await as(juniper, (viewer) => reach(viewer, id, "act"));
  expect(await where(id)).toBe("act");
});
