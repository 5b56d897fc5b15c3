import { describe, expect, test } from "vitest";
import { findCircle } from "@/lib/circles/queries";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { listInvitations } from "@/lib/invitations/queries";
import { askToLeave, joinCircle, makeCofacilitator } from "@/lib/memberships/actions";
import { findNeighbour, findPair, findSeat, findSeatByCode } from "@/lib/memberships/queries";
import { personMark } from "@/lib/reports/thing-id";
import { aCircle, aMember, anInvitation, join, leave } from "../factories";
import { aPost } from "../factories-of-posts";
import { as, submit } from "../people";
import { four, goes, people, rolesSeenBy } from "./seats";

describe("asking somebody to leave", () => {
  test("whoever was asked sees nothing from their next request on, and does not come back by a link", async () => {
    const { juniper, heron, wren, circle } = await four();
    await aPost(wren, circle);
    const form = { circleId: circle.id, alias: "Heron" };
    for (const _ of [1, 2]) {
      expect(await submit(juniper, askToLeave, form)).toEqual(goes(`/circles/${circle.id}/care`));
    }
    expect(await as(heron, (viewer) => findCircle(viewer, circle.id))).toBeNull();
    expect(await as(heron, (viewer) => viewer.db.post.count({ where: { circleId: circle.id } }))).toBe(0);
    expect(await as(heron, (viewer) => viewer.db.membership.count({ where: { circleId: circle.id } }))).toBe(
      0,
    );
    const link = await anInvitation(juniper, circle);
    expect(
      await submit(heron, joinCircle, { code: codeOf(link), alias: "Heron", agreed: true }),
    ).toMatchObject({ status: "refused", message: expect.stringContaining("cannot be used") });
    expect(Object.keys(await rolesSeenBy(juniper, circle))).toEqual(["Juniper", "Wren", "Alder"]);
  });

  test("ends the invitations that are open, so that a link they know brings no second account of theirs", async () => {
    const { juniper, heron, circle } = await four();
    const neighbours = await aCircle(juniper);
    const [open, once] = [
      await anInvitation(juniper, circle),
      await anInvitation(juniper, circle, { uses: 1 }),
    ];
    const elsewhere = await anInvitation(juniper, neighbours);
    const sorrel = await aMember({ name: "Sorrel" });
    await join(sorrel, circle, once);
    await submit(juniper, askToLeave, { circleId: circle.id, alias: "Heron" });

    const again = await aMember({ name: "Swift", verified: false });
    const enter = (invitation: { circleId: string; id: string }) =>
      submit(again, joinCircle, { code: codeOf(invitation), alias: "Swift", agreed: true });
    for (const invitation of [open, once]) {
      expect(await enter(invitation)).toMatchObject({
        status: "refused",
        message: expect.stringContaining("no longer works"),
      });
    }
    const cards = await as(juniper, (viewer) => listInvitations(viewer, circle.id));
    expect(cards.find(({ id }) => id === open.id)?.state).toBe("taken back");
    // What ended by itself is said as it was, and whoever came by it stays.
    expect(cards.find(({ id }) => id === once.id)?.state).toBe("used up");
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Sorrel: "member" });
    expect(await as(heron, (viewer) => findSeat(viewer, circle.id))).toBeNull();
    expect(await enter(elsewhere)).toEqual(goes(`/circles/${neighbours.id}`));
    expect(await enter(await anInvitation(juniper, circle))).toEqual(goes(`/circles/${circle.id}`));
  });

  test("frees the seat for somebody else", async () => {
    const facilitator = await aMember({ name: "Juniper" });
    const circle = await aCircle(
      facilitator,
      await people(["Heron", "Wren", "Alder", "Marten", "Sorrel", "Teal", "Swift"]),
    );
    await submit(facilitator, askToLeave, { circleId: circle.id, alias: "Marten" });
    const code = codeOf(await anInvitation(facilitator, circle));
    expect(await submit(await aMember(), joinCircle, { code, alias: "Linnet", agreed: true })).toMatchObject({
      status: "went",
    });
  });

  test("a co-facilitator asks a member, never the facilitator or another co-facilitator", async () => {
    const { juniper, heron, wren, circle } = await four();
    for (const alias of ["Heron", "Wren"]) {
      await submit(juniper, makeCofacilitator, { circleId: circle.id, alias });
    }
    for (const alias of ["Juniper", "Wren", "Heron"]) {
      expect(await submit(heron, askToLeave, { circleId: circle.id, alias })).toEqual({
        status: "not found",
      });
    }
    expect(await submit(heron, askToLeave, { circleId: circle.id, alias: "Alder" })).toMatchObject({
      status: "went",
    });
    expect(await rolesSeenBy(wren, circle)).toEqual({
      Juniper: "facilitator",
      Heron: "cofacilitator",
      Wren: "cofacilitator",
    });
  });

  test("a member, an outsider, a former member and the person themselves ask nobody", async () => {
    const { juniper, wren, alder, circle } = await four();
    await leave(alder, circle);
    const outsider = await aMember({ name: "Sorrel" });
    for (const someone of [wren, alder, outsider]) {
      expect(await submit(someone, askToLeave, { circleId: circle.id, alias: "Heron" })).toEqual({
        status: "not found",
      });
    }
    expect(await submit(juniper, askToLeave, { circleId: circle.id, alias: "Juniper" })).toEqual({
      status: "not found",
    });
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({
      Juniper: "facilitator",
      Heron: "cofacilitator",
    });
  });

  test("the database itself keeps members from each other's seats", async () => {
    const { juniper, wren, circle } = await four();
    const { count } = await asMember(wren.id, (db) =>
      db.membership.updateMany({ where: { circleId: circle.id }, data: { role: "facilitator" } }),
    );
    expect(count).toBe(0);
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Wren: "member" });
  });
});

describe("seats are seen from inside only", () => {
  test("a seat is found by who sits there, by circle or by link", async () => {
    const { juniper, heron, alder, circle } = await four();
    const code = codeOf(await anInvitation(juniper, circle, { uses: 1 }));
    const outsider = await aMember({ name: "Sorrel" });
    await leave(alder, circle);
    const seat = { circleId: circle.id, alias: "Heron", role: "cofacilitator" };
    expect(await as(heron, (viewer) => findSeat(viewer, circle.id))).toEqual(seat);
    expect(await as(heron, (viewer) => findSeatByCode(viewer, code))).toEqual(seat);
    for (const someone of [alder, outsider]) {
      expect(await as(someone, (viewer) => findSeat(viewer, circle.id))).toBeNull();
      expect(await as(someone, (viewer) => findSeatByCode(viewer, code))).toBeNull();
      expect(await as(someone, (viewer) => findNeighbour(viewer, circle.id, 1))).toBeNull();
      expect(await as(someone, (viewer) => findPair(viewer, circle.id, "Heron"))).toEqual({
        me: null,
        them: null,
      });
    }
    expect(await as(heron, (viewer) => findSeat(viewer, "lanterns"))).toBeNull();
    expect(await as(heron, (viewer) => findSeat(viewer, freshId()))).toBeNull();
    expect(await as(heron, (viewer) => findSeatByCode(viewer, "lanterns"))).toBeNull();
  });

  test("what may be done about a seat is found by whoever may do it, and an empty seat is nobody's", async () => {
    const { juniper, wren, alder, circle } = await four();
    await leave(alder, circle);
    expect(await as(juniper, (viewer) => findNeighbour(viewer, circle.id, 3))).toEqual({
      circleName: "Thursday lanterns",
      alias: "Wren",
      mark: personMark(circle.id, wren.id),
      role: "member",
      seat: 3,
      isMe: false,
      since: expect.any(String),
      may: {
        handOver: true,
        makeCofacilitator: true,
        endCofacilitator: false,
        giveTimekeeping: true,
        askToLeave: true,
      },
    });
    for (const seat of [1, 4, 8, 99]) {
      expect(await as(juniper, (viewer) => findNeighbour(viewer, circle.id, seat))).toBeNull();
    }
    for (const seat of [1, 2, 3]) {
      expect(await as(wren, (viewer) => findNeighbour(viewer, circle.id, seat))).toBeNull();
    }
  });
});
