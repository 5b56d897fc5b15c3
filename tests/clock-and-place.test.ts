import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { saveSettings } from "@/lib/accounts/actions";
import { listCircles } from "@/lib/circles/queries";
import { addDays, dayIn, startOfDay, startsOfDays, weekOf } from "@/lib/dates";
import { saveDraft } from "@/lib/drafts/actions";
import { findDraft } from "@/lib/drafts/queries";
import { logEffort } from "@/lib/efforts/actions";
import { findGoal } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import { saveSetback } from "@/lib/setbacks/actions";
import { findSetback, listSetbacks } from "@/lib/setbacks/queries";
import { aCircle, aMember } from "./factories";
import { aGoal } from "./factories-of-goals";
import { aPost } from "./factories-of-posts";
import { as, submit } from "./people";
import { countShowedUp } from "./showed-up";

/*
 * A day is the member's day, wherever they live, wherever the server stands, and whatever the clocks do that
 * night. The moments lie ahead of us, because a session of the past would have ended.
 */

const moments: [what: string, zone: string, instant: string, day: string][] = [
  [
    "the last minute of a day in Kathmandu, 5:45 ahead",
    "Asia/Kathmandu",
    "2028-03-12T18:14:00Z",
    "2028-03-12",
  ],
  ["the first minute of the next", "Asia/Kathmandu", "2028-03-12T18:15:00Z", "2028-03-13"],
  ["Apia, where a day begins before most others", "Pacific/Apia", "2028-03-12T11:00:00Z", "2028-03-13"],
  ["just before New York's missing hour", "America/New_York", "2028-03-12T06:59:00Z", "2028-03-12"],
  ["just after New York's missing hour", "America/New_York", "2028-03-12T07:00:00Z", "2028-03-12"],
  ["the last minute of New York's short day", "America/New_York", "2028-03-13T03:59:00Z", "2028-03-12"],
  ["New York's hour, the first time", "America/New_York", "2028-11-05T05:30:00Z", "2028-11-05"],
  ["New York's hour, the second time", "America/New_York", "2028-11-05T06:30:00Z", "2028-11-05"],
  ["the last minute of New York's long day", "America/New_York", "2028-11-06T04:59:00Z", "2028-11-05"],
  [
    "Chatham, where clocks change at a quarter to four",
    "Pacific/Chatham",
    "2028-04-01T14:00:00Z",
    "2028-04-02",
  ],
  ["a town by its old name", "Europe/Kiev", "2028-03-25T22:30:00Z", "2028-03-26"],
];

describe.each([
  ["Pacific/Apia", -780],
  ["America/New_York", 300],
  ["Asia/Kathmandu", -345],
  ["UTC", 0],
])("on a server in %s", (serverZone, winterOffset) => {
  const own = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = serverZone;
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });
  const setClock = (instant: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });

  test("its own clock is what it is meant to be", () => {
    expect(new Date(2028, 0, 15).getTimezoneOffset()).toBe(winterOffset);
  });

  test.each(moments)("%s", async (_what, timeZone, instant, today) => {
    setClock(instant);
    const juniper = await aMember({ timeZone });
    const id = freshId();
    const goal = await aGoal(juniper);
    await submit(juniper, saveSetback, { id, happened: "No offer.", day: "" });
    await submit(juniper, logEffort, { goalId: goal.id });
    const typedAt = Date.now() - 60_000;
    await submit(juniper, saveDraft, { draftKey: "win", typedAt, body: "half a" });

    const seen = await as(juniper, async (viewer) => ({
      today: viewer.today,
      setback: (await findSetback(viewer, id))?.day,
      listed: (await listSetbacks(viewer)).setbacks[0]?.day,
      goal: await findGoal(viewer, goal.id),
      showedUp: await countShowedUp(viewer),
      draft: await findDraft(viewer, "win"),
    }));
    expect(seen).toMatchObject({ today, setback: today, listed: today });
    expect(seen.goal?.efforts).toEqual({ [today]: 1 });
    expect(seen.goal?.since).toBe(today);
    expect(seen.goal?.dots.map(({ day }) => day)).toEqual(weekOf(today));
    expect(seen.goal?.dots.filter(({ state }) => state === "filled").map(({ day }) => day)).toEqual([today]);
    expect(seen.showedUp).toEqual(new Map([[today, 1]]));

    // Back to sixty days ago, by the member's calendar, and not a day ahead.
    const log = (day: string) => submit(juniper, logEffort, { goalId: goal.id, day });
    expect(await log(addDays(today, 1))).toMatchObject({ status: "refused" });
    expect(await log(addDays(today, -61))).toMatchObject({ status: "refused" });
    expect(await log(addDays(today, -60))).toMatchObject({ status: "done" });
  });

  test("what was said counts for the day it was for who said it", async () => {
    setClock("2028-11-05T12:00:00Z");
    const juniper = await aMember({ timeZone: "America/New_York" });
    const wren = await aMember({ timeZone: "Pacific/Chatham", name: "Wren" });
    const circle = await aCircle(juniper, [wren]);
    for (const said of ["2028-11-05T03:59:59Z", "2028-11-05T05:30:00Z", "2028-11-05T06:30:00Z"]) {
      for (const member of [juniper, wren]) await aPost(member, circle, { createdAt: new Date(said) });
    }
    expect(await as(juniper, countShowedUp)).toEqual(
      new Map([
        ["2028-11-04", 1],
        ["2028-11-05", 2],
      ]),
    );
    expect(await as(wren, countShowedUp)).toEqual(new Map([["2028-11-05", 3]]));
  });

  test("a meeting is by the circle's clock, and each member reads it by theirs", async () => {
    setClock("2028-03-11T20:00:00Z");
    const juniper = await aMember({ timeZone: "America/New_York" });
    const wren = await aMember({ timeZone: "Asia/Kathmandu", name: "Wren" });
    const heron = await aMember({ timeZone: "Pacific/Apia", name: "Heron" });
    await aCircle(juniper, [wren, heron], {
      timeZone: "America/New_York",
      meetingDay: 7,
      meetingTime: "02:30",
    });
    const meeting = async (member: typeof juniper) => (await as(member, listCircles))[0]?.meeting;
    // That hour is missing in New York: they meet at the first one that exists.
    expect(await meeting(juniper)).toMatchObject({
      iso: "2028-03-12T07:30:00.000Z",
      next: "Sunday, 12 March at 03:30",
      isToday: false,
      forMe: null,
    });
    // In Kathmandu it is that Sunday already.
    expect(await meeting(wren)).toMatchObject({
      forMe: { next: "Sunday, 12 March at 13:15" },
      isToday: true,
    });
    expect(await meeting(heron)).toMatchObject({
      forMe: { next: "Sunday, 12 March at 20:30" },
      isToday: true,
    });
  });

  test("a meeting in New York's doubled hour begins once", async () => {
    const juniper = await aMember({ timeZone: "America/New_York" });
    await aCircle(juniper, [], { timeZone: "America/New_York", meetingDay: 7, meetingTime: "01:30" });
    const meeting = async (instant: string) => {
      setClock(instant);
      return (await as(juniper, listCircles))[0]?.meeting;
    };
    const before = await meeting("2028-11-05T05:00:00Z");
    expect(before?.iso).toBe("2028-11-05T05:30:00.000Z");
    expect(await meeting("2028-11-05T06:30:00Z")).toMatchObject({ isNow: true, iso: before?.iso });
    expect(await meeting("2028-11-05T07:00:00Z")).toMatchObject({
      isNow: false,
      iso: "2028-11-12T06:30:00.000Z",
    });
  });

  test("the day that Samoa skipped costs no other day", () => {
    const [from, zone] = ["2011-12-28", "Pacific/Apia"] as const;
    expect(dayIn(zone, new Date("2011-12-30T09:59:59Z"))).toBe("2011-12-29");
    expect(dayIn(zone, new Date("2011-12-30T10:00:00Z"))).toBe("2011-12-31");
    const starts = startsOfDays(from, 5, zone).map((start) => start.toISOString());
    expect(starts).toEqual(
      [0, 1, 2, 3, 4].map((days) => startOfDay(addDays(from, days), zone).toISOString()),
    );
    expect(starts).toEqual([...starts].sort());
  });
});

test.each([
  "Europe/Kiev",
  "Asia/Calcutta",
  "America/Buenos_Aires",
  "US/Eastern",
  "Europe/Kyiv",
  "Asia/Kolkata",
])("a time zone may be called %s, as it was or as it is now", async (timeZone) => {
  const juniper = await aMember();
  const look = { theme: "system", textSize: "normal", font: "figtree" };
  expect(await submit(juniper, saveSettings, { name: "Juniper", timeZone, ...look })).toMatchObject({
    status: "done",
  });
  const [row] = await as(juniper, ({ db }) => db.user.findMany({ select: { timeZone: true } }));
  expect(row?.timeZone).toBe(timeZone);
});
