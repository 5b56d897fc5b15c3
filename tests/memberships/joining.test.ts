import { describe, expect, test } from "vitest";
import { listCircles } from "@/lib/circles/queries";
import { asMember } from "@/lib/db";
import { codeOf } from "@/lib/invitations/code";
import { joinCircle } from "@/lib/memberships/actions";
import { findSeat } from "@/lib/memberships/queries";
import { aCircle, aMember, anInvitation, type CircleOfTest, leave, type Member } from "../factories";
import { as, submit } from "../people";
import { four, goes, people, rolesSeenBy, yes } from "./seats";

describe("joining", () => {
  test("whoever holds an invitation and agrees gets a seat under the alias they chose", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron", verified: false })];
    const circle = await aCircle(juniper);
    const code = codeOf(await anInvitation(juniper, circle));
    expect(await submit(heron, joinCircle, { code, alias: " Grey  heron ", ...yes })).toEqual(
      goes(`/circles/${circle.id}`),
    );
    expect(await rolesSeenBy(juniper, circle)).toEqual({
      Juniper: "facilitator",
      "Grey heron": "cofacilitator",
    });
  });

  test("joining twice takes one seat and one use", async () => {
    const [juniper, heron, wren] = [await aMember(), await aMember(), await aMember({ name: "Wren" })];
    const circle = await aCircle(juniper);
    const code = codeOf(await anInvitation(juniper, circle, { uses: 2 }));
    const form = { code, alias: "Heron", ...yes };
    const sent = await Promise.all([1, 2, 3].map(() => submit(heron, joinCircle, form)));
    for (const answer of sent) expect(answer).toEqual(goes(`/circles/${circle.id}`));
    expect(await submit(wren, joinCircle, { code, alias: "Wren", ...yes })).toMatchObject({ status: "went" });
    expect(Object.keys(await rolesSeenBy(juniper, circle))).toEqual(["Juniper", "Heron", "Wren"]);
  });

  test("without a yes to the agreements nobody joins, and the alias stays typed", async () => {
    const [juniper, heron] = [await aMember(), await aMember()];
    const circle = await aCircle(juniper);
    const code = codeOf(await anInvitation(juniper, circle));
    expect(await submit(heron, joinCircle, { code, alias: "Heron" })).toMatchObject({
      status: "invalid",
      fieldErrors: { agreed: expect.stringContaining("agreements") },
      values: { alias: ["Heron"] },
    });
    expect(await as(heron, (viewer) => findSeat(viewer, circle.id))).toBeNull();
  });

  test("an alias that somebody there has, or had, is refused kindly and stays typed", async () => {
    const { juniper, heron, circle } = await four();
    await leave(heron, circle);
    const sorrel = await aMember({ name: "Sorrel" });
    const code = codeOf(await anInvitation(juniper, circle));
    for (const alias of ["wren", "HERON"]) {
      expect(await submit(sorrel, joinCircle, { code, alias, ...yes })).toMatchObject({
        status: "refused",
        fieldErrors: { alias: expect.stringContaining("choose another name") },
        values: { alias: [alias] },
      });
    }
  });

  test.each([
    ["wrong", async () => "A".repeat(43)],
    ["expired", async (by: Member, circle: CircleOfTest) => old(by, circle)],
    ["used up", async (by: Member, circle: CircleOfTest) => used(by, circle)],
    ["taken back", async (by: Member, circle: CircleOfTest) => takenBack(by, circle)],
    ["another circle's", async (by: Member, circle: CircleOfTest) => elsewhere(by, circle)],
  ])("a link that is %s answers like all the others that do not work", async (_why, make) => {
    const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
    const circle = await aCircle(juniper);
    const code = await make(juniper, circle);
    expect(await submit(wren, joinCircle, { code, alias: "Wren", ...yes })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("no longer works"),
      values: { alias: ["Wren"] },
    });
    expect(await as(wren, (viewer) => listCircles(viewer))).toEqual([]);
  });

  const old = async (by: Member, circle: CircleOfTest) =>
    codeOf(await anInvitation(by, circle, { expiresAt: new Date(Date.now() - 1000) }));
  const used = async (by: Member, circle: CircleOfTest) => {
    const code = codeOf(await anInvitation(by, circle, { uses: 1 }));
    await submit(await aMember(), joinCircle, { code, alias: "Alder", ...yes });
    return code;
  };
  const takenBack = async (by: Member, circle: CircleOfTest) => {
    const invitation = await anInvitation(by, circle);
    await asMember(by.id, (db) =>
      db.invitation.updateMany({ where: { id: invitation.id }, data: { revokedAt: new Date() } }),
    );
    return codeOf(invitation);
  };
  const elsewhere = async (by: Member, circle: CircleOfTest) => {
    const other = await aCircle(by);
    return codeOf({ ...(await anInvitation(by, other)), circleId: circle.id });
  };

  test("a code that cannot be one is not found", async () => {
    expect(await submit(await aMember(), joinCircle, { code: "lanterns", alias: "Wren", ...yes })).toEqual({
      status: "not found",
    });
  });

  test("of twenty people who take the last seat at once, one gets it and the others read why", async () => {
    const facilitator = await aMember({ name: "Juniper" });
    const six = await people(["Heron", "Wren", "Alder", "Marten", "Sorrel", "Teal"]);
    const circle = await aCircle(facilitator, six);
    const code = codeOf(await anInvitation(facilitator, circle, { uses: 8 }));
    const twenty = await people(Array.from({ length: 20 }, (_, index) => `Swift ${index}`));
    const sent = await Promise.all(
      twenty.map((swift) => submit(swift, joinCircle, { code, alias: swift.name, ...yes })),
    );
    expect(sent.filter((answer) => answer.status === "went")).toEqual([goes(`/circles/${circle.id}`)]);
    const refused = sent.filter((answer) => answer.status === "refused");
    expect(refused).toHaveLength(19);
    for (const answer of refused) {
      expect(answer).toMatchObject({ message: expect.stringContaining("All eight seats") });
    }
    expect(Object.keys(await rolesSeenBy(facilitator, circle))).toHaveLength(8);
  });

  test("the last use of an invitation is given out once", async () => {
    const facilitator = await aMember({ name: "Juniper" });
    const circle = await aCircle(facilitator);
    const code = codeOf(await anInvitation(facilitator, circle, { uses: 1 }));
    const ten = await people(Array.from({ length: 10 }, (_, index) => `Swift ${index}`));
    const sent = await Promise.all(
      ten.map((swift) => submit(swift, joinCircle, { code, alias: swift.name, ...yes })),
    );
    expect(sent.filter((answer) => answer.status === "went")).toHaveLength(1);
    expect(Object.keys(await rolesSeenBy(facilitator, circle))).toHaveLength(2);
  });

  test("somebody in three circles is told so and keeps what they typed", async () => {
    const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
    for (const _ of [1, 2, 3]) await aCircle(wren);
    const circle = await aCircle(juniper);
    const code = codeOf(await anInvitation(juniper, circle));
    expect(await submit(wren, joinCircle, { code, alias: "Wren", ...yes })).toMatchObject({
      status: "refused",
      message: expect.stringContaining("three circles"),
      values: { alias: ["Wren"] },
    });
  });

  test("of four invitations taken up at once, three end in a seat", async () => {
    const wren = await aMember({ name: "Wren" });
    const codes = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const host = await aMember({ name: "Juniper" });
        return codeOf(await anInvitation(host, await aCircle(host)));
      }),
    );
    const sent = await Promise.all(
      codes.map((code) => submit(wren, joinCircle, { code, alias: "Wren", ...yes })),
    );
    expect(sent.filter((answer) => answer.status === "went")).toHaveLength(3);
    expect(await as(wren, (viewer) => listCircles(viewer))).toHaveLength(3);
  });

  test("whoever left may come back by a new invitation, and brings their alias along", async () => {
    const { juniper, heron, circle } = await four();
    await leave(heron, circle);
    const code = codeOf(await anInvitation(juniper, circle));
    expect(await submit(heron, joinCircle, { code, alias: "Heron", ...yes })).toEqual(
      goes(`/circles/${circle.id}`),
    );
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Heron: "member" });
  });
});
