import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "@/lib/db";
import { askAboutTerms } from "@/lib/jobs/turn-roles";
import { renewTerm, restFromCircle } from "@/lib/terms/actions";
import { findTerm } from "@/lib/terms/queries";
import { termOf } from "@/lib/terms/rules";
import { connected } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, leave, type Member } from "../factories";
import { as, submit } from "../people";

// The worker asks everybody there is.
afterAll(await moveToScratchDatabase());

let juniper: Member, heron: Member, circle: CircleOfTest;
beforeEach(async () => {
  [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  circle = await aCircle(juniper, [heron]);
});

/** Lets days of somebody's term pass. */
const daysPass = (member: Member, days: number) =>
  connected("admin", (admin) =>
    admin.query(
      "update memberships set term_from = term_from - $3 * interval '1 day' where circle_id = $1 and user_id = $2",
      [circle.id, member.id, days],
    ),
  );
const termFor = (member: Member) => as(member, (viewer) => findTerm(viewer, circle.id));
const asked = (member: Member) =>
  as(member, (viewer) =>
    viewer.db.nudge.count({ where: { userId: viewer.id, kind: "term-ends", doneAt: null } }),
  );
const send = (member: Member, action: typeof renewTerm) => submit(member, action, { circleId: circle.id });

test.each([
  [0, false, false],
  [76.9, false, false],
  [77, true, false],
  [83.9, true, false],
  [84, true, true],
  [400, true, true],
])("after %d days of twelve weeks somebody is asked: %s, and they are over: %s", (days, isAsked, isOver) => {
  const from = new Date("2026-09-01T08:00:00Z");
  const now = new Date(from.getTime() + days * 86_400_000);
  expect(termOf(from, now, "Europe/Berlin")).toEqual({ endsOn: "2026-11-24", isAsked, isOver });
});

describe("twelve weeks", () => {
  test("begin when somebody takes their seat, and are theirs alone to see", async () => {
    expect(await termFor(heron)).toMatchObject({ isAsked: false, isOver: false, isPaused: false });
    expect(await termFor(await aMember())).toBeNull();
    await leave(heron, circle);
    expect(await termFor(heron)).toBeNull();
  });

  test("are asked about once, in their last week, and nobody else is asked", async () => {
    await daysPass(heron, 78);
    for (const _ of [1, 2]) await askAboutTerms();
    expect(await asked(heron)).toBe(1);
    expect(await asked(juniper)).toBe(0);
  });

  test("take nobody's seat when they are over without an answer", async () => {
    await daysPass(heron, 200);
    await askAboutTerms();
    expect(await termFor(heron)).toMatchObject({ isAsked: true, isOver: true });
    expect(await asked(heron)).toBe(1);
  });

  test("are renewed from when they end, once however often it is pressed, and asked about anew in their time", async () => {
    await daysPass(heron, 80);
    await askAboutTerms();
    const before = await termFor(heron);
    for (const _ of [1, 2]) expect(await send(heron, renewTerm)).toMatchObject({ status: "done" });
    const after = await termFor(heron);
    expect(after).toMatchObject({ isAsked: false });
    expect((Date.parse(after?.endsOn ?? "") - Date.parse(before?.endsOn ?? "")) / 86_400_000).toBe(84);
    expect(await asked(heron)).toBe(0);
    await daysPass(heron, 83);
    await askAboutTerms();
    expect(await asked(heron)).toBe(1);
  });

  test("that were over long ago are renewed from now on", async () => {
    await daysPass(heron, 300);
    await send(heron, renewTerm);
    const term = await termFor(heron);
    expect(term).toMatchObject({ isAsked: false, isOver: false });
    expect(Math.round((Date.parse(term?.endsOn ?? "") - Date.now()) / 86_400_000)).toBeGreaterThan(82);
  });

  test("are nobody else's to renew or to rest", async () => {
    const outsider = await aMember();
    for (const action of [renewTerm, restFromCircle])
      expect(await send(outsider, action)).toEqual({ status: "not found" });
  });

  test("begin anew for whoever comes back", async () => {
    await daysPass(heron, 80);
    await leave(heron, circle);
    await join(heron, circle, await anInvitation(juniper, circle));
    expect(await termFor(heron)).toMatchObject({ isAsked: false });
  });
});

test("resting keeps the seat, hands the role on and is not asked about", async () => {
  await daysPass(heron, 80);
  await askAboutTerms();
  for (const _ of [1, 2]) expect(await send(heron, restFromCircle)).toMatchObject({ status: "went" });
  expect(await termFor(heron)).toMatchObject({ isPaused: true });
  expect(await asked(heron)).toBe(0);
  const seat = await asSystem((db) =>
    db.membership.findFirst({
      where: { circleId: circle.id, userId: heron.id },
      select: { role: true, seat: true, keepsTimeSince: true },
    }),
  );
  expect(seat).toEqual({ role: "member", seat: 2, keepsTimeSince: null });
});
