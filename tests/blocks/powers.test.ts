import { describe, expect, test } from "vitest";
import { eraseMember } from "@/lib/accounts/erase-member";
import { findCircle } from "@/lib/circles/queries";
import { asSystem } from "@/lib/db";
import { askToLeave, endCofacilitator, handOver, makeCofacilitator } from "@/lib/memberships/actions";
import { welcomeAsk } from "@/lib/seat-asks/actions";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, type Member } from "../factories";
import { aListing, aSeatAsk } from "../factories-of-finding";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";

/*
 * What whoever looks after a circle may do in it tells them of nobody whom they do not see. Each press is made in two
 * circles alike: in one the other is hidden, in one their account was erased.
 */

type Ways = "hidden" | "erased";

async function without(heron: Member, juniper: Member, way: Ways): Promise<void> {
  if (way === "hidden") await keepApart(heron, juniper);
  else
    await asSystem(async (db) => {
      await db.user.updateMany({ where: { id: heron.id }, data: { leavesAt: new Date(0) } });
      expect(await eraseMember(db, heron.id)).toBe(true);
    });
}

const seenBy = async (member: Member, circle: CircleOfTest) =>
  (await as(member, (viewer) => findCircle(viewer, circle.id)))?.people.map(({ alias, role }) => [
    alias,
    role,
  ]);

/** Juniper holds a circle, and Alder with her; Heron came third and is not there for Juniper, and others came later. */
async function circleWithout(way: Ways, others: string[] = []) {
  const [juniper, alder, heron, ...more] = (await Promise.all(
    ["Juniper", "Alder", "Heron", ...others].map((name) => aMember({ name })),
  )) as [Member, Member, Member, ...Member[]];
  const circle = await aCircle(juniper, [alder, heron, ...more]);
  await without(heron, juniper, way);
  const press = async (by: Member, action: Parameters<typeof submit>[1], more = {}) => {
    const answer = await submit(by, action, { circleId: circle.id, ...more });
    // Each form mints an id of its own, and comes back with it.
    return JSON.parse(
      JSON.stringify(answer, (key, value) => (key === "id" ? "" : value)).replaceAll(circle.id, "the circle"),
    );
  };
  return { juniper, alder, heron, more, circle, press };
}

const both = async (tried: (way: Ways) => Promise<unknown>) => {
  const [hidden, erased] = [await tried("hidden"), await tried("erased")];
  expect(hidden).toEqual(erased);
  return hidden;
};

describe("whoever holds a circle in which somebody is hidden", () => {
  test("cannot do without the co-facilitator where nobody else is seen", async () => {
    const seen = await both(async (way) => {
      const { juniper, circle, press } = await circleWithout(way);
      const ended = await press(juniper, endCofacilitator, { alias: "Alder" });
      const handed = await press(juniper, handOver, { alias: "Alder", afterwards: "member" });
      return { ended, handed, people: await seenBy(juniper, circle) };
    });
    expect(seen).toMatchObject({
      ended: { status: "refused" },
      handed: { status: "refused" },
      people: [
        ["Juniper", "facilitator"],
        ["Alder", "cofacilitator"],
      ],
    });
  });

  test("has somebody seen beside them, however long the other has been there", async () => {
    const seen = await both(async (way) => {
      const { juniper, circle, press } = await circleWithout(way, ["Tern", "Marten"]);
      const ended = await press(juniper, endCofacilitator, { alias: "Alder" });
      const after = await seenBy(juniper, circle);
      await press(juniper, makeCofacilitator, { alias: "Alder" });
      const asked = await press(juniper, askToLeave, { alias: "Tern" });
      await press(juniper, askToLeave, { alias: "Alder" });
      return { ended, after, asked, people: await seenBy(juniper, circle) };
    });
    expect(seen).toMatchObject({
      after: expect.arrayContaining([["Tern", "cofacilitator"]]),
      people: [
        ["Juniper", "facilitator"],
        ["Marten", "cofacilitator"],
      ],
    });
  });

  test("hands it over to two whom they see", async () => {
    const seen = await both(async (way) => {
      const { juniper, circle, press } = await circleWithout(way, ["Tern"]);
      const handed = await press(juniper, handOver, { alias: "Alder", afterwards: "member" });
      return { handed, people: await seenBy(juniper, circle) };
    });
    expect(seen).toMatchObject({
      people: [
        ["Juniper", "member"],
        ["Alder", "facilitator"],
        ["Tern", "cofacilitator"],
      ],
    });
  });

  test("never gives the other a role beside them, while there is anybody else", async () => {
    const { alder, circle, press } = await circleWithout("hidden", ["Tern"]);
    await press(alder, endCofacilitator, { alias: "Alder" });
    expect(await seenBy(alder, circle)).toEqual([
      ["Juniper", "facilitator"],
      ["Alder", "member"],
      ["Heron", "member"],
      ["Tern", "cofacilitator"],
    ]);
  });

  test("with one seat free for them alone, reads of an ask what nobody can check", async () => {
    const { juniper, alder, circle } = await circleWithout("hidden", ["Tern", "Marten", "Linnet", "Sorrel"]);
    await join(await aMember({ name: "Plover" }), circle, await anInvitation(juniper, circle));
    await aListing(juniper, circle);
    const { id: askId } = await aSeatAsk(await aMember({ name: "Wren" }), circle);
    expect(await as(juniper, (viewer) => findCircle(viewer, circle.id))).toMatchObject({ free: 1 });
    expect(await submit(juniper, welcomeAsk, { circleId: circle.id, askId })).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/^They cannot take a seat here just now/),
    });
    // Whoever sees all eight reads it as it is.
    expect(await submit(alder, welcomeAsk, { circleId: circle.id, askId })).toMatchObject({
      status: "refused",
      message: expect.stringMatching(/^All eight seats are taken/),
    });
  });
});
