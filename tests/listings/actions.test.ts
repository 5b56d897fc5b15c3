import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import ListingPage from "@/app/(member)/circles/[circleId]/care/listing/page";
import { listCircle, unlistCircle } from "@/lib/listings/actions";
import { findListing, findOpenCircle, listOpenCircles } from "@/lib/listings/queries";
import { aCircle, aMember, anInvitation, join, leave, type Member } from "../factories";
import { aListing, aWait } from "../factories-of-finding";
import { keepApart } from "../keep-apart";
import { as, submit, visit } from "../people";

const listed = { words: "People between jobs in the north.", takesUpTo: 6, isShown: true };
const opens = async (member: Member, circle: { id: string }) =>
  (await as(member, (viewer) => findOpenCircle(viewer, circle.id))) !== null;

describe("a circle that lists itself", () => {
  test("is found by members outside, without its name or anybody's", async () => {
    const [juniper, heron, outsider] = [
      await aMember(),
      await aMember({ name: "Heron" }),
      await aMember({ name: "Wren" }),
    ];
    const circle = await aCircle(juniper, [heron]);
    expect(await opens(outsider, circle)).toBe(false);
    expect(await submit(juniper, listCircle, { ...listed, circleId: circle.id })).toMatchObject({
      status: "done",
    });
    expect(await submit(juniper, listCircle, { ...listed, circleId: circle.id })).toMatchObject({
      status: "done",
    });

    const seen = await as(outsider, (viewer) => findOpenCircle(viewer, circle.id));
    expect(seen).toMatchObject({ words: listed.words, language: "English", free: 4, pace: "weekly" });
    expect(JSON.stringify(seen)).not.toMatch(/Juniper|Heron|Thursday lanterns/);
    expect((await as(outsider, listOpenCircles)).circles.some(({ id }) => id === circle.id)).toBe(true);
    expect(await opens(heron, circle)).toBe(false);

    expect(await submit(juniper, unlistCircle, { circleId: circle.id })).toMatchObject({ status: "done" });
    expect(await opens(outsider, circle)).toBe(false);
  });

  test("is told, where seats are offered, that its language fits nobody to whom they would be proposed", async () => {
    const juniper = await aMember();
    const says = async (language: string) => {
      const circle = await aCircle(juniper, [], { language });
      const params = Promise.resolve({ circleId: circle.id });
      const answer = await visit(juniper, async () =>
        ListingPage({ params, searchParams: Promise.resolve({}) }),
      );
      if (!("shown" in answer)) throw new Error("The page was not shown.");
      const page = renderToStaticMarkup(answer.shown as ReactElement);
      const isSaid =
        page.includes("Its seats are proposed to nobody yet") && page.includes("/care/description");
      expect(isSaid).toBe(language !== "german");
      const offered = { ...listed, circleId: circle.id, isShown: false, isMatched: true };
      return (await submit(juniper, listCircle, offered)) as { message?: string };
    };
    expect((await says("german")).message).toMatch(/^Kept. Its free seats are proposed/);
    expect((await says("English, some German")).message).toMatch(
      /^Kept. Its seats are proposed to nobody yet: .*“English, some German” is not in it/,
    );
  });

  test("is not there for who has not confirmed their address, was asked to leave, or while it is full", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    const alder = await aMember({ name: "Alder" });
    await join(alder, circle, await anInvitation(juniper, circle));
    await aListing(juniper, circle, { takesUpTo: 3 });
    expect(await opens(await aMember(), circle)).toBe(false);
    await aListing(juniper, circle, { takesUpTo: 4 });
    expect(await opens(await aMember(), circle)).toBe(true);
    expect(await opens(await aMember({ verified: false }), circle)).toBe(false);
    await leave(heron, circle);
    expect(await opens(heron, circle)).toBe(true);
  });

  test("is not there for who blocked somebody in it, nor for who is blocked, and an employer that one names tells nothing of who sits there", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    await aListing(juniper, circle);
    const [blocks, blocked, colleague] = [await aMember(), await aMember(), await aMember()];
    await keepApart(blocks, heron);
    await keepApart(heron, blocked);
    await aWait(heron, { employer: "Acme", since: null });
    await aWait(colleague, { employer: "acme", since: null });
    expect(await opens(colleague, circle)).toBe(true);
    for (const member of [blocks, blocked]) {
      expect(await opens(member, circle)).toBe(false);
      expect((await as(member, listOpenCircles)).circles.some(({ id }) => id === circle.id)).toBe(false);
    }
  });

  test("needs two who are active to be shown, and listed again it comes no further up", async () => {
    const juniper = await aMember();
    const alone = await aCircle(juniper);
    expect(await submit(juniper, listCircle, { ...listed, circleId: alone.id })).toMatchObject({
      status: "refused",
      values: expect.objectContaining({ words: [listed.words] }),
    });
    await aListing(juniper, alone);
    expect(await opens(await aMember(), alone)).toBe(false);

    const heron = await aMember({ name: "Heron" });
    const circles = [
      await aCircle(juniper, [heron]),
      await aCircle(heron, [await aMember({ name: "Alder" })]),
    ];
    for (const circle of circles) await aListing(circle === circles[0] ? juniper : heron, circle);
    await submit(juniper, unlistCircle, { circleId: circles[0]?.id });
    await submit(juniper, listCircle, { ...listed, circleId: circles[0]?.id });
    const wren = await aMember({ name: "Wren" });
    const first = await as(wren, (viewer) => listOpenCircles(viewer));
    const place = (id?: string) => first.circles.findIndex((circle) => circle.id === id);
    expect(place(circles[1]?.id)).toBeGreaterThanOrEqual(0);
    expect(place(circles[1]?.id)).toBeLessThan(place(circles[0]?.id));
    // The next page goes on after the last circle of this one.
    const after = await as(wren, (viewer) => listOpenCircles(viewer, circles[1]?.id));
    expect(after.circles.map(({ id }) => id)).not.toContain(circles[1]?.id);
    expect(after.circles.map(({ id }) => id)).toContain(circles[0]?.id);
  });

  test("is listed by who looks after it and by nobody else", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [await aMember({ name: "Alder" }), heron]);
    expect(await submit(heron, listCircle, { ...listed, circleId: circle.id })).toMatchObject({
      status: "refused",
      values: expect.objectContaining({ words: [listed.words] }),
    });
    expect(await submit(await aMember(), listCircle, { ...listed, circleId: circle.id })).toEqual({
      status: "not found",
    });
    expect(await submit(juniper, listCircle, { ...listed, circleId: circle.id, words: " " })).toMatchObject({
      status: "invalid",
    });
    expect(await as(heron, (viewer) => findListing(viewer, circle.id))).toBeNull();
    expect(await as(juniper, (viewer) => findListing(viewer, circle.id))).toMatchObject({
      isShown: false,
      people: 3,
    });
  });
});
