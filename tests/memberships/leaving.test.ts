import { describe, expect, test } from "vitest";
import { findCircle, findInvitedCircle, listCircles } from "@/lib/circles/queries";
import { asMember, prisma } from "@/lib/db";
import { makeInvitation } from "@/lib/invitations/actions";
import { codeOf } from "@/lib/invitations/code";
import { endCofacilitator, joinCircle, leaveCircle, makeCofacilitator } from "@/lib/memberships/actions";
import { aCircle, aMember, anInvitation, type CircleOfTest, leave, type Member } from "../factories";
import { aPost } from "../factories-of-posts";
import { as, submit } from "../people";
import { four, goes, rolesSeenBy, yes } from "./seats";

describe("leaving", () => {
  test("whoever leaves sees nothing of the circle from then on, and their words stay under their alias", async () => {
    const { juniper, heron, circle } = await four();
    await aPost(heron, circle, { body: "They said no." });
    expect(await submit(heron, leaveCircle, { circleId: circle.id })).toEqual(goes("/circles"));
    expect(await as(heron, (viewer) => findCircle(viewer, circle.id))).toBeNull();
    expect(await as(heron, (viewer) => listCircles(viewer))).toEqual([]);
    const [post] = await asMember(juniper.id, (db) =>
      db.post.findMany({ where: { circleId: circle.id }, select: { author: { select: { alias: true } } } }),
    );
    expect(post?.author?.alias).toBe("Heron");
  });

  test("leaving twice, or a circle one was never in, changes nothing", async () => {
    const { juniper, heron, circle } = await four();
    const outsider = await aMember({ name: "Sorrel" });
    for (const someone of [heron, heron, outsider]) {
      expect(await submit(someone, leaveCircle, { circleId: circle.id })).toEqual(goes("/circles"));
    }
    expect(Object.keys(await rolesSeenBy(juniper, circle))).toEqual(["Juniper", "Wren", "Alder"]);
  });

  test("when the facilitator leaves, the co-facilitator takes over", async () => {
    const { juniper, heron, alder, circle } = await four();
    await submit(juniper, makeCofacilitator, { circleId: circle.id, alias: "Alder" });
    await submit(heron, endCofacilitator, { circleId: circle.id, alias: "Heron" });
    await submit(juniper, leaveCircle, { circleId: circle.id });
    // And whoever has been there longest stands beside them.
    expect(await rolesSeenBy(heron, circle)).toEqual({
      Heron: "cofacilitator",
      Wren: "member",
      Alder: "facilitator",
    });
    expect(await as(alder, (viewer) => findCircle(viewer, circle.id))).toMatchObject({ canLookAfter: true });
  });

  test("whoever has been there longest stands beside them, and takes over in their turn", async () => {
    const { juniper, heron, wren, circle } = await four();
    await submit(juniper, leaveCircle, { circleId: circle.id });
    expect(await rolesSeenBy(wren, circle)).toMatchObject({ Heron: "facilitator", Wren: "cofacilitator" });
    await submit(heron, leaveCircle, { circleId: circle.id });
    expect(await rolesSeenBy(wren, circle)).toEqual({ Wren: "facilitator", Alder: "cofacilitator" });
  });

  test("when everybody leaves at once, nothing breaks and nobody is left", async () => {
    const { juniper, heron, wren, alder, circle } = await four();
    const sent = await Promise.all(
      [juniper, heron, wren, alder].map((member) => submit(member, leaveCircle, { circleId: circle.id })),
    );
    for (const answer of sent) expect(answer).toEqual(goes("/circles"));
    expect(await rolesSeenBy(juniper, circle)).toEqual({});
  });
});

describe("a circle that everybody has left", () => {
  const holds = (member: Member, circle: CircleOfTest) =>
    as(member, async (viewer) => (await findCircle(viewer, circle.id))?.canLookAfter);

  test("is held by whoever sits down first, and whoever comes next stands beside them", async () => {
    const { juniper, heron, wren, alder, circle } = await four();
    const code = codeOf(await anInvitation(juniper, circle));
    for (const one of [juniper, heron, wren, alder]) await leave(one, circle);
    const sorrel = await aMember({ name: "Sorrel" });
    for (const one of [sorrel, juniper]) {
      expect(await submit(one, joinCircle, { code, alias: one.name, ...yes })).toMatchObject({
        status: "went",
      });
    }
    expect(await rolesSeenBy(juniper, circle)).toEqual({ Sorrel: "facilitator", Juniper: "cofacilitator" });
    const invitation = { circleId: circle.id, people: 1, days: 7 };
    expect(await submit(sorrel, makeInvitation, invitation)).toMatchObject({ status: "done" });
  });

  test("is held again by the one who opened it when they come back", async () => {
    const juniper = await aMember();
    const circle = await aCircle(juniper);
    const code = codeOf(await anInvitation(juniper, circle));
    await leave(juniper, circle);
    await submit(juniper, joinCircle, { code, alias: "Juniper", ...yes });
    expect(await holds(juniper, circle)).toBe(true);
  });

  test("has one facilitator and one co-facilitator, however many come back at once", async () => {
    const { juniper, heron, wren, alder, circle } = await four();
    const everybody = [juniper, heron, wren, alder];
    const code = codeOf(await anInvitation(juniper, circle));
    for (const one of everybody) await leave(one, circle);
    await Promise.all(everybody.map((one) => submit(one, joinCircle, { code, alias: one.name, ...yes })));
    expect(Object.values(await rolesSeenBy(juniper, circle)).sort()).toEqual([
      "cofacilitator",
      "facilitator",
      "member",
      "member",
    ]);
  });

  test("is shown to whoever holds a link that still works", async () => {
    const juniper = await aMember();
    const circle = await aCircle(juniper);
    const code = codeOf(await anInvitation(juniper, circle));
    await leave(juniper, circle);
    const visitor = { viewer: null, db: prisma(), now: new Date() };
    expect(await findInvitedCircle(visitor, code)).toMatchObject({ name: "Thursday lanterns" });
  });
});
