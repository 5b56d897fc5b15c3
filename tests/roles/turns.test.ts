import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { describeCircle } from "@/lib/circles/actions";
import { addDays, columnOf, dayIn, dayOf, weekdayOf } from "@/lib/dates";
import { asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { turnRoles } from "@/lib/jobs/turn-roles";
import { endCofacilitator, handOver, leaveCircle } from "@/lib/memberships/actions";
import { chooseRotation, giveTimekeeping, keepTurn, offerTurn, takeTurn } from "@/lib/roles/actions";
import { findRoles } from "@/lib/roles/queries";
import { weekStart } from "@/lib/roles/rules";
import { connected } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { aCircle, aMember, type CircleOfTest, leave, type Member } from "../factories";
import { as, submit } from "../people";

// The worker turns every circle there is.
afterAll(await moveToScratchDatabase());

let juniper: Member, heron: Member, wren: Member, alder: Member, circle: CircleOfTest;
beforeEach(async () => {
  [juniper, heron, wren, alder] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
    aMember({ name: "Alder" }),
  ]);
  circle = await aCircle(juniper, [heron, wren, alder]);
});

/** Who has which role as it stands. */
const seats = () =>
  asSystem((db) =>
    db.membership.findMany({
      where: { circleId: circle.id, leftAt: null },
      select: { userId: true, alias: true, role: true, keepsTimeSince: true },
      orderBy: { seat: "asc" },
    }),
  );
async function now() {
  const people = await seats();
  const named = (role: string) => people.filter((one) => one.role === role).map(({ alias }) => alias);
  return {
    holds: named("facilitator").join(),
    beside: named("cofacilitator").join(),
    keepsTime: people
      .filter((one) => one.keepsTimeSince)
      .map(({ alias }) => alias)
      .join(),
  };
}
const roles = async (member = juniper) => {
  const found = await as(member, (viewer) => findRoles(viewer, circle.id));
  if (!found) throw new Error("The circle is not seen.");
  return found;
};
const plan = async (member = juniper) =>
  (await roles(member)).weeks.map((week) => `${week.facilitator?.alias}/${week.timekeeper?.alias}`);
const choose = (every: number, who = juniper) => submit(who, chooseRotation, { circleId: circle.id, every });
/** Lets weeks pass for the circle's schedule. */
const weeksPass = (weeks: number) =>
  connected("admin", async (admin) => {
    const days = 7 * weeks;
    await admin.query(
      "update rotations set starts_on = starts_on - $2::int, turned_on = turned_on - $2::int where circle_id = $1",
      [circle.id, days],
    );
    await admin.query("update turn_swaps set week_on = week_on - $2::int where circle_id = $1", [
      circle.id,
      days,
    ]);
  });
const nudges = (member: Member) =>
  as(member, (viewer) =>
    viewer.db.nudge.findMany({
      where: { userId: viewer.id, circleId: circle.id, doneAt: null },
      select: { kind: true, aboutId: true },
      orderBy: { kind: "asc" },
    }),
  );
const kindsFor = async (member: Member) => (await nudges(member)).map(({ kind }) => kind);
const weekOn = async (at: number) => (await roles()).weeks[at]?.weekOn ?? "";
const offer = async (who: Member, at: number, more: Record<string, string> = {}) =>
  submit(who, offerTurn, {
    id: freshId(),
    circleId: circle.id,
    weekOn: await weekOn(at),
    role: "facilitator",
    ...more,
  });
const swapIn = async (at: number, member = juniper) =>
  (await roles(member)).weeks[at]?.facilitator?.offer?.swapId ?? "";

describe("a schedule", () => {
  test("begins in a new circle with turns of four weeks, the facilitator's first, and somebody keeps the time", async () => {
    expect(await now()).toEqual({ holds: "Juniper", beside: "Heron", keepsTime: "Heron" });
    expect(await plan()).toEqual([...Array(4).fill("Juniper/Heron"), ...Array(4).fill("Heron/Wren")]);
    expect(await roles()).toMatchObject({ every: 4, canChoose: true });
  });

  test("is seen by everybody who sits there and by nobody else", async () => {
    expect(await plan(alder)).toEqual(await plan(juniper));
    const outsider = await aMember({ name: "Sorrel" });
    await leave(alder, circle);
    for (const nobody of [outsider, alder])
      expect(await as(nobody, (viewer) => findRoles(viewer, circle.id))).toBeNull();
  });

  test("is the facilitator's to choose, twice if they like, and begins with them", async () => {
    for (const _ of [1, 2]) expect(await choose(1)).toMatchObject({ status: "done" });
    expect((await plan()).slice(0, 3)).toEqual(["Juniper/Heron", "Heron/Wren", "Wren/Alder"]);
    expect(await choose(2, heron)).toMatchObject({ status: "refused" });
    expect(await choose(2, await aMember())).toEqual({ status: "not found" });
    expect(await choose(3)).toMatchObject({ status: "invalid" });
    await choose(0);
    expect(await plan()).toEqual([]);
  });

  test("chooses nobody's turns where a circle was there before there were any", async () => {
    await connected("admin", (admin) =>
      admin.query("delete from rotations where circle_id = $1", [circle.id]),
    );
    await weeksPass(30);
    await turnRoles();
    expect(await now()).toMatchObject({ holds: "Juniper" });
    expect(await roles()).toMatchObject({ every: 0, weeks: [] });
    expect(await choose(1)).toMatchObject({ status: "done" });
    expect((await plan())[1]).toBe("Heron/Wren");
  });
});

describe("when a week begins", () => {
  test("roles go to whose turn it is, those are told, and whoever held it stays beside where nobody else does", async () => {
    await choose(1);
    await weeksPass(1);
    for (const _ of [1, 2]) await turnRoles();
    expect(await now()).toEqual({ holds: "Heron", beside: "Juniper", keepsTime: "Wren" });
    expect(await kindsFor(heron)).toEqual(["turn-to-hold"]);
    expect(await kindsFor(wren)).toEqual(["turn-to-keep-time"]);
    expect(await kindsFor(juniper)).toEqual([]);
    expect((await plan()).slice(0, 3)).toEqual(["Heron/Wren", "Wren/Alder", "Alder/Juniper"]);

    await weeksPass(1);
    await Promise.all([turnRoles(), turnRoles()]);
    expect(await now()).toEqual({ holds: "Wren", beside: "Juniper", keepsTime: "Alder" });
    expect(await kindsFor(heron)).toEqual([]);
    expect(await kindsFor(wren)).toEqual(["turn-to-hold"]);
  });

  test("in the middle of a turn nothing changes and nobody is told", async () => {
    await weeksPass(2);
    await turnRoles();
    expect(await now()).toEqual({ holds: "Juniper", beside: "Heron", keepsTime: "Heron" });
    expect(await kindsFor(juniper)).toEqual([]);
    await weeksPass(2);
    await turnRoles();
    expect(await now()).toMatchObject({ holds: "Heron", keepsTime: "Wren" });
  });

  test("a worker that stood still for weeks gives the turn of this week, and no other", async () => {
    await choose(1);
    await weeksPass(6);
    await turnRoles();
    expect(await now()).toMatchObject({ holds: "Wren", keepsTime: "Alder" });
    expect(await kindsFor(heron)).toEqual([]);
  });

  test("whoever is paused is passed over, and a circle in which all are paused stays as it is", async () => {
    await choose(1);
    const pause = (who: Member) =>
      asSystem((db) =>
        db.membership.updateMany({
          where: { circleId: circle.id, userId: who.id },
          data: { pausedAt: new Date() },
        }),
      );
    await pause(heron);
    await weeksPass(1);
    await turnRoles();
    expect(await now()).toMatchObject({ holds: "Wren", keepsTime: "Alder" });
    for (const one of [juniper, wren, alder]) await pause(one);
    await weeksPass(1);
    await turnRoles();
    expect((await now()).holds).not.toBe("");
  });

  test("by the circle's own calendar, and not before", async () => {
    const zone = "Pacific/Kiritimati";
    await connected("admin", (admin) =>
      admin.query("update circles set time_zone = $2 where id = $1", [circle.id, zone]),
    );
    await choose(1);
    const { startsOn } = await asSystem((db) =>
      db.rotation.findUniqueOrThrow({ where: { circleId: circle.id }, select: { startsOn: true } }),
    );
    // Midnight there is ten in the morning of the day before in UTC.
    const begins = new Date(`${addDays(dayOf(startsOn), 6)}T10:00:00Z`);
    await turnRoles(new Date(begins.getTime() - 60_000));
    expect(await now()).toMatchObject({ holds: "Juniper" });
    await turnRoles(begins);
    expect(await now()).toMatchObject({ holds: "Heron" });
    expect(dayIn(zone, begins)).toBe(addDays(dayOf(startsOn), 7));
  });

  test("somebody stands beside the facilitator again where the version before left nobody", async () => {
    await connected("admin", (admin) =>
      admin.query("update memberships set role = 'member' where circle_id = $1 and role = 'cofacilitator'", [
        circle.id,
      ]),
    );
    await turnRoles();
    expect(await now()).toMatchObject({ holds: "Juniper", beside: "Heron" });
  });
});

describe("a circle that meets on another day", () => {
  const moveTo = (meetingDay: number, who = juniper) =>
    submit(who, describeCircle, {
      circleId: circle.id,
      name: "Thursday lanterns",
      purpose: "People between jobs in logistics.",
      language: "English",
      timeZone: "Europe/Berlin",
      meetingDay,
      meetingTime: "18:00",
    });

  test.each([1, 2, 3, 5, 6, 7])(
    "has weeks that begin the day after it, and the same turns: %i",
    async (day) => {
      await choose(1);
      await weeksPass(1);
      await turnRoles();
      await offer(wren, 1);
      const before = await plan();
      // Whoever stands beside may describe it, and has no say in turns.
      expect(await moveTo(day, juniper)).toMatchObject({ status: "went" });
      const { weeks } = await roles();
      for (const week of weeks) expect(weekdayOf(week.weekOn)).toBe((day % 7) + 1);
      const today = dayIn("Europe/Berlin", new Date());
      expect(weeks[0]?.weekOn).toBe(weekStart(today, day));
      expect(await plan()).toEqual(before);
      expect(await swapIn(1)).not.toBe("");
      // This week's turn was given already, and the next one comes a week later.
      await turnRoles();
      expect(await now()).toMatchObject({ holds: "Heron" });
      await weeksPass(1);
      await turnRoles();
      expect(await now()).toMatchObject({ holds: "Wren" });
    },
  );
});

test("a new circle's first week is by its own clock, and not by ours", async () => {
  const utc = dayIn("UTC", new Date());
  // At any moment it is another day in one of the two.
  const zone =
    ["Pacific/Kiritimati", "Pacific/Pago_Pago"].find((one) => dayIn(one, new Date()) !== utc) ?? "";
  const [first] = [utc, dayIn(zone, new Date())].toSorted();
  const meetingDay = weekdayOf(first ?? utc);
  const there = await aCircle(await aMember(), [], { timeZone: zone, meetingDay });
  const { startsOn } = await asSystem((db) =>
    db.rotation.findUniqueOrThrow({ where: { circleId: there.id }, select: { startsOn: true } }),
  );
  expect(dayOf(startsOn)).toBe(weekStart(dayIn(zone, new Date()), meetingDay));
});

describe("the turn that is going on", () => {
  test("is whose who takes the circle over, and those after it follow from their seat", async () => {
    await choose(2);
    await submit(juniper, handOver, { circleId: circle.id, alias: "Wren", afterwards: "cofacilitator" });
    expect(await plan()).toEqual([
      "Wren/Heron",
      "Wren/Alder",
      "Alder/Juniper",
      "Alder/Juniper",
      "Juniper/Heron",
      "Juniper/Heron",
      "Heron/Wren",
      "Heron/Wren",
    ]);
    await weeksPass(1);
    await turnRoles();
    expect(await now()).toMatchObject({ holds: "Wren" });
  });

  test("goes to the co-facilitator when the facilitator leaves, and somebody else keeps the time then", async () => {
    await choose(1);
    await submit(juniper, leaveCircle, { circleId: circle.id });
    expect(await now()).toEqual({ holds: "Heron", beside: "Wren", keepsTime: "Wren" });
    expect((await plan(heron)).slice(0, 3)).toEqual(["Heron/Wren", "Wren/Alder", "Alder/Heron"]);
    expect(await kindsFor(heron)).toEqual(["turn-to-hold"]);
  });

  test("keeps its timekeeper until whoever looks after the circle asks somebody else", async () => {
    const form = { circleId: circle.id, alias: "Alder" };
    for (const someone of [wren, await aMember()])
      expect(await submit(someone, giveTimekeeping, form)).toEqual({ status: "not found" });
    for (const _ of [1, 2])
      expect(await submit(heron, giveTimekeeping, form)).toMatchObject({ status: "went" });
    expect(await now()).toMatchObject({ keepsTime: "Alder" });
    expect(await submit(heron, giveTimekeeping, { ...form, alias: "Juniper" })).toMatchObject({
      status: "refused",
    });
    await leave(alder, circle);
    expect(await now()).toMatchObject({ keepsTime: "Heron" });
  });
});

describe("a swap", () => {
  beforeEach(() => choose(1).then(() => undefined));

  test("is offered in one press and taken in one press, and holds for that week", async () => {
    expect(await offer(heron, 1)).toMatchObject({ status: "done" });
    expect(await kindsFor(alder)).toEqual(["turn-offered"]);
    expect(await kindsFor(heron)).toEqual([]);
    const swapId = await swapIn(1, alder);
    for (const _ of [1, 2])
      expect(await submit(alder, takeTurn, { circleId: circle.id, swapId })).toMatchObject({
        status: "done",
      });
    expect((await plan()).slice(0, 3)).toEqual(["Juniper/Heron", "Alder/Wren", "Wren/Alder"]);
    for (const one of [alder, wren, juniper]) expect(await kindsFor(one)).toEqual([]);
    expect(await submit(wren, takeTurn, { circleId: circle.id, swapId })).toMatchObject({
      status: "refused",
    });

    await weeksPass(1);
    await turnRoles();
    expect(await now()).toMatchObject({ holds: "Alder", keepsTime: "Wren" });
    await weeksPass(1);
    await turnRoles();
    expect(await now()).toMatchObject({ holds: "Wren", keepsTime: "Alder" });
    expect(await asSystem((db) => db.turnSwap.count({ where: { circleId: circle.id } }))).toBe(0);
  });

  test("asked of one person is theirs to take and nobody else's", async () => {
    expect(await offer(heron, 1, { alias: "Wren" })).toMatchObject({ status: "done" });
    expect(await kindsFor(wren)).toEqual(["turn-asked"]);
    expect(await kindsFor(alder)).toEqual([]);
    const swapId = await swapIn(1);
    expect((await roles(alder)).weeks[1]?.facilitator).toMatchObject({ canTake: false });
    expect(await submit(alder, takeTurn, { circleId: circle.id, swapId })).toMatchObject({
      status: "refused",
    });
    expect(await submit(wren, takeTurn, { circleId: circle.id, swapId })).toMatchObject({ status: "done" });
    expect((await plan())[1]).toBe("Wren/Alder");
  });

  test("sent twice is one offer, and can be taken back", async () => {
    const form = { id: freshId(), circleId: circle.id, weekOn: await weekOn(1), role: "facilitator" };
    for (const _ of [1, 2]) expect(await submit(heron, offerTurn, form)).toMatchObject({ status: "done" });
    expect(await asSystem((db) => db.turnSwap.count({ where: { circleId: circle.id } }))).toBe(1);
    for (const _ of [1, 2])
      expect(await submit(heron, keepTurn, { circleId: circle.id, swapId: form.id })).toMatchObject({
        status: "done",
      });
    expect(await kindsFor(alder)).toEqual([]);
    expect(await submit(alder, takeTurn, { circleId: circle.id, swapId: form.id })).toMatchObject({
      status: "refused",
    });
    expect((await plan())[1]).toBe("Heron/Wren");
    // And offered again.
    expect(await offer(heron, 1)).toMatchObject({ status: "done" });
    expect(await swapIn(1)).not.toBe("");
  });

  test("that was taken can be passed on, and stays theirs until somebody takes it", async () => {
    await offer(heron, 1);
    await submit(alder, takeTurn, { circleId: circle.id, swapId: await swapIn(1) });
    expect(await offer(alder, 1)).toMatchObject({ status: "done" });
    expect((await plan())[1]).toBe("Alder/Wren");
    await submit(juniper, takeTurn, { circleId: circle.id, swapId: await swapIn(1, juniper) });
    expect((await plan())[1]).toBe("Juniper/Wren");
  });

  test("of keeping the time goes the same way", async () => {
    await offer(wren, 1, { role: "timekeeper" });
    const swapId = (await roles(alder)).weeks[1]?.timekeeper?.offer?.swapId ?? "";
    await submit(alder, takeTurn, { circleId: circle.id, swapId });
    expect((await plan())[1]).toBe("Heron/Alder");
  });

  test("of a week that has begun, of another's turn, with nobody, and by an outsider is refused", async () => {
    expect(await offer(juniper, 0)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("has begun"),
    });
    expect(await offer(alder, 1)).toMatchObject({ status: "refused" });
    expect(await offer(heron, 1, { alias: "Sorrel" })).toMatchObject({ status: "refused" });
    expect(await offer(await aMember(), 1)).toEqual({ status: "not found" });
    const outsider = await aMember();
    await offer(heron, 1);
    const swap = { circleId: circle.id, swapId: await swapIn(1) };
    for (const action of [takeTurn, keepTurn])
      expect(await submit(outsider, action, swap)).toEqual({ status: "not found" });
    // Taking back another's offer is no way to anything.
    await submit(alder, keepTurn, swap);
    expect(await swapIn(1)).toBe(swap.swapId);
  });

  test("by two at once is one's", async () => {
    await offer(heron, 1);
    const swap = { circleId: circle.id, swapId: await swapIn(1) };
    const sent = await Promise.all([alder, wren, juniper].map((one) => submit(one, takeTurn, swap)));
    expect(sent.filter(({ status }) => status === "done")).toHaveLength(1);
  });

  test("with somebody who leaves or pauses is over, and it is whose turn it is", async () => {
    await offer(heron, 1);
    await submit(alder, takeTurn, { circleId: circle.id, swapId: await swapIn(1) });
    await leave(alder, circle);
    expect((await plan())[1]).toBe("Heron/Wren");
    expect(await asSystem((db) => db.turnSwap.count({ where: { circleId: circle.id } }))).toBe(0);
  });

  test("is neither shown to nor taken by somebody with whom its member shares nothing", async () => {
    await connected("admin", (admin) =>
      admin.query("insert into blocks (user_id, blocked_id) values ($1, $2)", [heron.id, alder.id]),
    );
    await offer(heron, 1);
    const swapId = await swapIn(1);
    expect(await swapIn(1, alder)).toBe("");
    expect(await kindsFor(alder)).toEqual([]);
    expect(await submit(alder, takeTurn, { circleId: circle.id, swapId })).toMatchObject({
      status: "refused",
    });
    expect(await offer(heron, 1, { alias: "Alder" })).toMatchObject({ status: "refused" });
    // Their turns are shown as those of whoever comes next.
    expect((await roles(alder)).weeks.slice(0, 3).map((week) => week.facilitator?.alias)).toEqual([
      "Juniper",
      "Wren",
      "Wren",
    ]);
    expect((await roles(alder)).now).toMatchObject({
      facilitator: { alias: "Juniper" },
      timekeeper: { alias: "Wren" },
    });
  });

  test("is over when the facilitator makes the schedule anew", async () => {
    await offer(heron, 1);
    await choose(2);
    expect(await asSystem((db) => db.turnSwap.count({ where: { circleId: circle.id } }))).toBe(0);
  });
});

test("whoever steps down in a circle where turns go round is followed, and the schedule stays", async () => {
  const before = await plan();
  await submit(heron, endCofacilitator, { circleId: circle.id, alias: "Heron" });
  expect(await now()).toEqual({ holds: "Juniper", beside: "Wren", keepsTime: "Heron" });
  expect(await plan()).toEqual(before);
});

test("the database keeps the schedule from everybody but the facilitator", async () => {
  const change = (who: Member) =>
    as(who, ({ db }) =>
      db.rotation.updateMany({ where: { circleId: circle.id }, data: { turnedOn: columnOf("2026-01-01") } }),
    );
  for (const someone of [heron, wren, await aMember()]) expect(await change(someone)).toEqual({ count: 0 });
  expect(await change(juniper)).toEqual({ count: 1 });
});
