import { subDays, subHours } from "date-fns";
import { beforeEach, expect, test } from "vitest";
import { findBuddies } from "@/lib/buddies/queries";
import { monthOf } from "@/lib/buddies/rules";
import { asSystem } from "@/lib/db";
import { aCircle, aMember, type Member } from "../factories";
import { aPost, aReply } from "../factories-of-posts";
import { keepApart } from "../keep-apart";
import { as } from "../people";

let juniper: Member;
let heron: Member;
let wren: Member;
let circle: { id: string };
beforeEach(async () => {
  [juniper, heron, wren] = [
    await aMember({ name: "Juniper" }),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  circle = await aCircle(juniper, [heron, wren]);
});

const see = (member: Member) => as(member, (viewer) => findBuddies(viewer, circle.id));

test("everybody in a circle is told who their own buddy is, and it is mutual", async () => {
  const people = [juniper, heron, wren];
  const seen = await Promise.all(people.map(see));
  const pairs = seen.flatMap((view, at) => view?.buddies.map((buddy) => [people[at]?.name, buddy]) ?? []);
  expect(pairs).toHaveLength(4);
  for (const [one, buddy] of pairs) expect(pairs).toContainEqual([buddy, one]);
});

test("whoever does not sit there is told nothing, nor whoever asks about no circle", async () => {
  const tern = await aMember({ name: "Tern" });
  expect(await see(tern)).toBeNull();
  expect(await as(tern, (viewer) => findBuddies(viewer, "x"))).toBeNull();
  const asked = await as(tern, ({ db }) => db.$queryRaw`select app.my_buddies(${circle.id}::uuid, 24311)`);
  expect(asked).toEqual([]);
  await expect(
    as(juniper, ({ db }) => db.$queryRaw`select * from app.buddies_in(${circle.id}::uuid, 24311)`),
  ).rejects.toThrow(/permission denied|42501/);
});

test("whoever paused is nobody's buddy and has none", async () => {
  await asSystem((db) =>
    db.membership.updateMany({
      where: { circleId: circle.id, userId: wren.id },
      data: { pausedAt: new Date() },
    }),
  );
  expect(await see(wren)).toMatchObject({ isPaused: true, buddies: [] });
  expect(await see(juniper)).toMatchObject({ buddies: ["Heron"] });
  expect(await see(heron)).toMatchObject({ buddies: ["Juniper"] });
});

test("two who are kept apart are never buddies, and neither is alone while somebody else is there", async () => {
  await keepApart(heron, wren);
  expect(await see(heron)).toMatchObject({ buddies: ["Juniper"] });
  expect(await see(wren)).toMatchObject({ buddies: ["Juniper"] });
});

test("a circle reads how many of its posts were answered within a day, once there are ten", async () => {
  const said = async (daysAgo: number, answeredAfter?: number) => {
    const createdAt = subDays(new Date(), daysAgo);
    const post = await aPost(juniper, circle, { createdAt });
    if (answeredAfter !== undefined)
      await aReply(heron, post, { createdAt: subHours(createdAt, -answeredAfter) });
    return post;
  };
  for (let day = 2; day < 9; day++) await said(day, 3);
  await said(9, 30);
  await said(10);
  // Of today, longer ago, and with a word of its author's alone.
  await said(0);
  await said(60);
  expect((await see(wren))?.answered).toContain("too few to tell");
  await aReply(juniper, await said(11));
  expect((await see(wren))?.answered).toBe("7 of 10 posts were answered within a day.");
});

test("a month is the year and the month, and one after the other", () => {
  expect(monthOf("2027-01-01") - monthOf("2026-12-31")).toBe(1);
  expect(monthOf("2026-11-01")).toBe(monthOf("2026-11-30"));
});
