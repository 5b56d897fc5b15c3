import { expect, test } from "vitest";
import { comeBack, pauseSeat } from "@/lib/absences/pause-seat";
import { asSystem } from "@/lib/db";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, type Member } from "../factories";
import { as } from "../people";

const rolesIn = (circle: CircleOfTest) =>
  asSystem(async (db) => {
    const seats = await db.membership.findMany({
      where: { circleId: circle.id, leftAt: null },
      orderBy: { seat: "asc" },
    });
    return seats.map(({ alias, role, pausedAt }) => `${alias} ${role}${pausedAt ? ", paused" : ""}`);
  });

const pause = (member: Member, circle: CircleOfTest, line?: string) =>
  as(member, (viewer) => pauseSeat(viewer, circle.id, line));
const back = (member: Member, circle: CircleOfTest) => as(member, (viewer) => comeBack(viewer, circle.id));

test("a facilitator who pauses keeps their seat and hands the circle over", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  await pause(juniper, circle);
  expect(await rolesIn(circle)).toEqual(["Juniper member, paused", "Heron facilitator"]);
  await back(juniper, circle);
  expect(await rolesIn(circle)).toEqual(["Juniper cofacilitator", "Heron facilitator"]);
});

test("where everybody pauses somebody holds the circle still, and whoever comes back first takes it", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper, [heron]);
  await pause(juniper, circle);
  await pause(heron, circle);
  expect((await rolesIn(circle)).filter((seat) => seat.includes("facilitator"))).toHaveLength(1);
  await back(juniper, circle);
  expect(await rolesIn(circle)).toEqual(["Juniper facilitator", "Heron member, paused"]);
});

test("whoever joins a circle in which everybody is paused holds it", async () => {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  const circle = await aCircle(juniper);
  const invitation = await anInvitation(juniper, circle);
  await pause(juniper, circle);
  expect(await join(heron, circle, invitation)).toBe("seated");
  expect(await rolesIn(circle)).toEqual(["Juniper member, paused", "Heron facilitator"]);
});

test("pausing twice changes the line and not the day", async () => {
  const juniper = await aMember();
  const circle = await aCircle(juniper);
  const mine = () => as(juniper, ({ db }) => db.membership.findFirst({ where: { circleId: circle.id } }));
  await pause(juniper, circle, "Back after Christmas");
  const first = await mine();
  await pause(juniper, circle, "Back in May");
  expect(await mine()).toEqual({ ...first, pauseLine: "Back in May" });
  await back(juniper, circle);
  expect(await mine()).toMatchObject({ pausedAt: null, pauseLine: null });
});

test("where somebody does not sit there is nothing to pause and nothing to come back to", async () => {
  const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
  const circle = await aCircle(juniper);
  await expect(pause(wren, circle)).rejects.toThrow("404");
  await expect(back(wren, circle)).rejects.toThrow("404");
});
