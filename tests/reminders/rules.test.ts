import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn, hourIn } from "@/lib/dates";
import { clocksFor, isQuiet, isQuietHour, mayLeave, type PlannedKind, QUIET } from "@/lib/reminders/rules";

/** At which moments, looked at every five minutes, a mail would be planned for who chose an hour; once a day. */
function planned(kind: PlannedKind, timeZone: string, chosen: number, from: string, hours: number): string[] {
  const days = new Set<string>();
  const moments: string[] = [];
  for (let minute = 0; minute < hours * 60; minute += 5) {
    const now = new Date(new Date(from).getTime() + minute * 60_000);
    const [clock] = clocksFor(kind, [timeZone], now);
    if (!clock || chosen < clock.from || chosen > clock.hour || days.has(clock.day)) continue;
    days.add(clock.day);
    moments.push(now.toISOString());
  }
  return moments;
}

describe("an evening check comes at the hour that its member chose, by their clocks,", () => {
  test.each([
    ["in Kathmandu, 5:45 ahead", "Asia/Kathmandu", 19, "2028-03-12T00:00:00Z", ["2028-03-12T13:15:00.000Z"]],
    [
      "in Apia, thirteen hours ahead",
      "Pacific/Apia",
      19,
      "2028-03-12T00:00:00Z",
      ["2028-03-12T06:00:00.000Z"],
    ],
    [
      "in Apia, around the day that it skipped, and for no day that was not",
      "Pacific/Apia",
      19,
      "2011-12-29T12:00:00Z",
      ["2011-12-30T05:00:00.000Z", "2011-12-31T05:00:00.000Z"],
    ],
    [
      "in New York, where the hour is missing: in the next one",
      "America/New_York",
      2,
      "2028-03-12T05:00:00Z",
      ["2028-03-12T07:00:00.000Z"],
    ],
    [
      "in New York, where the hour comes twice: once, the first time",
      "America/New_York",
      1,
      "2028-11-05T04:00:00Z",
      ["2028-11-05T05:00:00.000Z"],
    ],
    [
      "in Sao Paulo, where midnight was missing: at one",
      "America/Sao_Paulo",
      0,
      "2018-11-03T12:00:00Z",
      ["2018-11-04T03:00:00.000Z"],
    ],
    [
      "in Sao Paulo, where the last hour of the day came twice: once",
      "America/Sao_Paulo",
      23,
      "2018-02-17T12:00:00Z",
      ["2018-02-18T01:00:00.000Z"],
    ],
  ])("%s", (_what, timeZone, chosen, from, moments) => {
    const hours = moments.length * 24;
    expect(planned("evening", timeZone, chosen, from, hours)).toEqual(moments);
  });

  test("within that hour and the three after it, so that a worker which stood still need not catch up", () => {
    const at = (hour: number) => clocksFor("evening", ["UTC"], new Date(Date.UTC(2028, 2, 12, hour)))[0];
    expect([17, 18, 21, 22].map((hour) => 18 >= (at(hour)?.from ?? 99) && 18 <= hour)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    // Never for the day before.
    expect(at(1)).toMatchObject({ from: 0, hour: 1, day: "2028-03-12" });
  });
});

test("a digest comes on Sunday, where its member lives", () => {
  const zones = ["Pacific/Apia", "Asia/Kathmandu", "America/New_York"];
  const on = (instant: string) =>
    clocksFor("digest", zones, new Date(instant)).map(({ timeZone, day }) => [timeZone, day]);
  // Sunday is the 12th.
  expect(on("2028-03-11T12:00:00Z")).toEqual([["Pacific/Apia", "2028-03-12"]]);
  expect(on("2028-03-12T04:30:00Z")).toEqual([
    ["Pacific/Apia", "2028-03-12"],
    ["Asia/Kathmandu", "2028-03-12"],
  ]);
  expect(on("2028-03-12T17:00:00Z")).toEqual([
    ["Asia/Kathmandu", "2028-03-12"],
    ["America/New_York", "2028-03-12"],
  ]);
  expect(on("2028-03-13T02:00:00Z")).toEqual([["America/New_York", "2028-03-12"]]);
});

test("on every day of a member's there is at most one of a kind, however they move between zones", () => {
  const zones = ["Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo", "America/New_York", "UTC"];
  const stay = fc.record({ zone: fc.constantFrom(...zones), ticks: fc.integer({ min: 1, max: 400 }) });
  fc.assert(
    fc.property(
      fc.array(stay, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom<PlannedKind>("evening", "digest"),
      (stays, chosen, kind) => {
        const had = new Map<string, string>();
        let now = Date.UTC(2028, 10, 3);
        for (const { zone, ticks } of stays) {
          for (let tick = 0; tick < ticks; tick++, now += 15 * 60_000) {
            const [clock] = clocksFor(kind, [zone], new Date(now));
            if (!clock || chosen < clock.from || chosen > clock.hour || had.has(clock.day)) continue;
            had.set(clock.day, zone);
            // It is that day and nearly that hour on the clocks of where they are.
            expect(dayIn(zone, new Date(now))).toBe(clock.day);
            expect(hourIn(zone, new Date(now)) - chosen).toBeLessThanOrEqual(3);
          }
        }
        if (kind === "digest") for (const day of had.keys()) expect(new Date(day).getUTCDay()).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

describe("quiet hours", () => {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  test.each([
    ["over midnight", { quietFrom: 22, quietUntil: 8 }, [22, 23, 0, 1, 2, 3, 4, 5, 6, 7]],
    ["within a day", { quietFrom: 9, quietUntil: 12 }, [9, 10, 11]],
    ["none, where both hours are the same", { quietFrom: 5, quietUntil: 5 }, []],
    ["until midnight", { quietFrom: 21, quietUntil: 0 }, [21, 22, 23]],
  ])("%s", (_what, quiet, expected) => {
    expect(hours.filter((hour) => isQuiet(hour, quiet)).toSorted()).toEqual(expected.toSorted());
  });

  test("are by the clocks of their member, from ten in the evening to eight in the morning unless they say else", () => {
    const noon = new Date("2028-03-12T12:00:00Z");
    expect(isQuietHour("UTC", noon)).toBe(false);
    expect(isQuietHour("Pacific/Apia", noon)).toBe(true);
    expect(isQuietHour("Pacific/Apia", noon, { quietFrom: 3, quietUntil: 4 })).toBe(false);
  });
});

describe("what was planned for a day", () => {
  const at = { ...QUIET, timeZone: "America/New_York" };
  test.each<[string, PlannedKind, string, string]>([
    ["leaves on that day", "evening", "2028-03-12T23:00:00Z", "now"],
    ["waits while it is quiet", "digest", "2028-03-13T03:00:00Z", "later"],
    ["leaves the next morning", "digest", "2028-03-13T14:00:00Z", "now"],
    ["does not, where it was for the evening", "evening", "2028-03-13T14:00:00Z", "never"],
    ["is left out two days later", "follow_ups", "2028-03-14T14:00:00Z", "never"],
    ["is left out where it is another day now, further west", "evening", "2028-03-11T23:00:00Z", "never"],
  ])("%s", (_what, kind, now, answer) => {
    expect(mayLeave({ kind, day: "2028-03-12" }, at, new Date(now))).toBe(answer);
  });
});
