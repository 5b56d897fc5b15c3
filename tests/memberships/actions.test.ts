import { describe, expect, test } from "vitest";
import { describeCircle } from "@/lib/circles/actions";
import { findCircle, findInvitedCircle, listCircles } from "@/lib/circles/queries";
import { asMember, asSystem, prisma } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { makeInvitation } from "@/lib/invitations/actions";
import { codeOf } from "@/lib/invitations/code";
import { listInvitations } from "@/lib/invitations/queries";
import {
  askToLeave,
  endCofacilitator,
  handOver,
  joinCircle,
  leaveCircle,
  makeCofacilitator,
} from "@/lib/memberships/actions";
import { keepHeld } from "@/lib/memberships/keep-held";
import { findNeighbour, findPair, findSeat, findSeatByCode } from "@/lib/memberships/queries";
import { personMark } from "@/lib/reports/thing-id";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, leave, type Member } from "../factories";
import { aPost } from "../factories-of-posts";
import { as, submit } from "../people";

const people = (names: string[]) => Promise.all(names.map((name) => aMember({ name })));

async function four() {
  const [juniper, heron, wren, alder] = await people(["Juniper", "Heron", "Wren", "Alder"]);
  if (!juniper || !heron || !wren || !alder) throw new Error("Four people were asked for.");
  return { juniper, heron, wren, alder, circle: await aCircle(juniper, [heron, wren, alder]) };
}

/** Alias and role of everyone who sits there, as one of them sees it. */
const rolesSeenBy = async (member: Member, circle: CircleOfTest) =>
  Object.fromEntries(
    (await as(member, (viewer) => findCircle(viewer, circle.id)))?.people.map((person) => [
      person.alias,
      person.role,
    ]) ?? [],
  );

const goes = (to: string) => ({ status: "went", to });
const yes = { agreed: true };

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

describe("handing over", () => {
  test("the role goes over and the one who gave it stays beside as co-facilitator", async () => {
    const { juniper, heron, circle } = await four();
    const form = { circleId: circle.id, alias: "Heron", afterwards: "cofacilitator" };
    for (const _ of [1, 2]) {
      expect(await submit(juniper, handOver, form)).toEqual(goes(`/circles/${circle.id}`));
    }
    expect(await rolesSeenBy(heron, circle)).toMatchObject({
      Juniper: "cofacilitator",
      Heron: "facilitator",
    });
  });

  test("or as a member, even when it is pressed twice", async () => {
    const { juniper, heron, circle } = await four();
    const form = { circleId: circle.id, alias: "Heron", afterwards: "member" };
    const sent = await Promise.all([1, 2].map(() => submit(juniper, handOver, form)));
    for (const answer of sent) expect(answer).toEqual(goes(`/circles/${circle.id}`));
    expect(await rolesSeenBy(heron, circle)).toMatchObject({ Juniper: "member", Heron: "facilitator" });
  });

  test("a circle never has two facilitators, however the role is handed about", async () => {
    const { juniper, alder, circle } = await four();
    await Promise.all(
      ["Heron", "Wren", "Alder"].map((alias) =>
        submit(juniper, handOver, { circleId: circle.id, alias, afterwards: "cofacilitator" }),
      ),
    );
    const roles = Object.values(await rolesSeenBy(alder, circle));
    expect(roles.filter((role) => role === "facilitator")).toHaveLength(1);
  });

  test("nobody but the facilitator hands the role over", async () => {
    const { juniper, heron, wren, circle } = await four();
    const outsider = await aMember({ name: "Sorrel" });
    for (const someone of [heron, wren, outsider]) {
      const form = { circleId: circle.id, alias: "Alder", afterwards: "member" };
      expect(await submit(someone, handOver, form)).toEqual({ status: "not found" });
    }
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Juniper: "facilitator", Alder: "member" });
  });

  test("it does not go to somebody who has left meanwhile", async () => {
    const { juniper, heron, circle } = await four();
    await leave(heron, circle);
    expect(
      await submit(juniper, handOver, { circleId: circle.id, alias: "Heron", afterwards: "member" }),
    ).toMatchObject({ status: "refused", message: expect.stringContaining("not in this circle any more") });
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Juniper: "facilitator" });
  });
});

describe("co-facilitators", () => {
  test("look after the circle with the facilitator, until that ends", async () => {
    const { juniper, alder, circle } = await four();
    const form = { circleId: circle.id, alias: "Alder" };
    const invitation = { circleId: circle.id, people: 1, days: 7 };
    expect(await submit(alder, makeInvitation, invitation)).toEqual({ status: "not found" });
    for (const _ of [1, 2]) {
      expect(await submit(juniper, makeCofacilitator, form)).toMatchObject({ status: "done" });
    }
    expect(await submit(alder, makeInvitation, invitation)).toMatchObject({ status: "done" });
    expect(
      await submit(alder, describeCircle, {
        circleId: circle.id,
        name: "Harbour walkers",
        purpose: "People between jobs in shipping.",
        language: "English",
        timeZone: "Europe/Berlin",
        meetingDay: 2,
        meetingTime: "19:30",
      }),
    ).toMatchObject({ status: "went" });
    for (const _ of [1, 2]) {
      expect(await submit(juniper, endCofacilitator, form)).toEqual(goes(`/circles/${circle.id}/care`));
    }
    expect(await submit(alder, makeInvitation, invitation)).toEqual({ status: "not found" });
  });

  test("step down when they like, and whoever has been there longest stands in", async () => {
    const { juniper, heron, circle } = await four();
    for (const _ of [1, 2]) {
      expect(await submit(heron, endCofacilitator, { circleId: circle.id, alias: "Heron" })).toEqual(
        goes(`/circles/${circle.id}`),
      );
    }
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Heron: "member", Wren: "cofacilitator" });
  });

  test("are never nobody: where only two sit there, neither ending it nor handing over leaves one of them alone", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    const form = { circleId: circle.id, alias: "Heron" };
    for (const someone of [juniper, heron]) {
      expect(await submit(someone, endCofacilitator, form)).toMatchObject({
        status: "refused",
        message: expect.stringContaining("With a third person here"),
      });
    }
    expect(await submit(juniper, handOver, { ...form, afterwards: "member" })).toMatchObject({
      status: "refused",
      fieldErrors: { afterwards: expect.stringContaining("Heron needs you beside them") },
    });
    expect(await rolesSeenBy(juniper, circle)).toEqual({ Juniper: "facilitator", Heron: "cofacilitator" });
    await submit(juniper, askToLeave, form);
    expect(await rolesSeenBy(juniper, circle)).toEqual({ Juniper: "facilitator" });
  });

  test("follow each other when one is asked to leave", async () => {
    const { juniper, circle } = await four();
    await submit(juniper, askToLeave, { circleId: circle.id, alias: "Heron" });
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Wren: "cofacilitator", Alder: "member" });
  });

  test("are somebody who is not paused, and a paused facilitator has no role until nobody else is there", async () => {
    const { juniper, heron, wren, alder, circle } = await four();
    const pause = (member: Member, pausedAt: Date | null) =>
      asSystem(async (db) => {
        await db.membership.updateMany({
          where: { circleId: circle.id, userId: member.id },
          data: { pausedAt },
        });
        await db.$queryRaw`select app.keep_held(${circle.id}::uuid)::text`;
      });
    await pause(heron, new Date());
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Heron: "member", Wren: "cofacilitator" });
    await pause(juniper, new Date());
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({
      Juniper: "member",
      Wren: "facilitator",
      Alder: "cofacilitator",
    });
    await pause(wren, new Date());
    await pause(alder, new Date());
    expect(Object.values(await rolesSeenBy(juniper, circle)).sort()).toEqual([
      "facilitator",
      "member",
      "member",
      "member",
    ]);
    await pause(heron, null);
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Heron: "facilitator", Alder: "member" });
  });

  test("are looked for by those who sit there alone", async () => {
    const { circle } = await four();
    const outsider = await aMember({ name: "Sorrel" });
    expect(await as(outsider, (viewer) => keepHeld(viewer, circle.id))).toBe(false);
  });

  test("neither make others co-facilitator nor end it for them, and members do neither", async () => {
    const { juniper, heron, wren, circle } = await four();
    for (const alias of ["Heron", "Alder"]) {
      await submit(juniper, makeCofacilitator, { circleId: circle.id, alias });
    }
    const outsider = await aMember({ name: "Sorrel" });
    for (const someone of [heron, wren, outsider]) {
      expect(await submit(someone, makeCofacilitator, { circleId: circle.id, alias: "Wren" })).toEqual({
        status: "not found",
      });
      expect(await submit(someone, endCofacilitator, { circleId: circle.id, alias: "Alder" })).toEqual({
        status: "not found",
      });
      expect(await submit(someone, makeCofacilitator, { circleId: circle.id, alias: "Alder" })).toEqual(
        someone === heron ? expect.objectContaining({ status: "done" }) : { status: "not found" },
      );
    }
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Wren: "member", Alder: "cofacilitator" });
  });

  test("the facilitator's own role is not ended, only handed over", async () => {
    const { juniper, heron, circle } = await four();
    await submit(juniper, makeCofacilitator, { circleId: circle.id, alias: "Heron" });
    await submit(heron, endCofacilitator, { circleId: circle.id, alias: "Juniper" });
    expect(await submit(juniper, makeCofacilitator, { circleId: circle.id, alias: "Juniper" })).toEqual({
      status: "not found",
    });
    expect(await rolesSeenBy(juniper, circle)).toMatchObject({ Juniper: "facilitator" });
  });
});

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
