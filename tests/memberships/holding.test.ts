import { describe, expect, test } from "vitest";
import { describeCircle } from "@/lib/circles/actions";
import { asSystem } from "@/lib/db";
import { makeInvitation } from "@/lib/invitations/actions";
import { askToLeave, endCofacilitator, handOver, makeCofacilitator } from "@/lib/memberships/actions";
import { keepHeld } from "@/lib/memberships/keep-held";
import { aCircle, aMember, leave, type Member } from "../factories";
import { as, submit } from "../people";
import { four, goes, rolesSeenBy } from "./seats";

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
