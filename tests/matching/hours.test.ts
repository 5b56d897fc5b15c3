import { describe, expect, test } from "vitest";
import { bitsOf, soonestTwo } from "@/lib/matching/half-hours";
import { CLOCK, HOURS, meetingAt, PARTS, sayHour, sayPart, startsOf } from "@/lib/matching/hours";
import { nameOf, plainEmployer, sayWhy } from "@/lib/matching/rules";

/** Where a half hour of the week lies in UTC: "Tue 17:00". */
const say = (slot: number) =>
  `${["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][Math.floor(slot / 48)]} ${String(Math.floor((slot % 48) / 2)).padStart(2, "0")}:${slot % 2 ? "30" : "00"}`;
const starts = (hour: string, zone: string, now: string) => startsOf([hour], zone, new Date(now)).map(say);

describe("free hours are reckoned in UTC for the week that comes", () => {
  test("a meeting fits into its part of the day", () => {
    expect(starts("2-evening", "Europe/Berlin", "2026-11-26T09:00:00Z")).toEqual([
      "Tue 17:00",
      "Tue 17:30",
      "Tue 18:00",
      "Tue 18:30",
    ]);
  });

  test.each([
    ["before the clocks go back", "2026-10-15T09:00:00Z", "Tue 16:00"],
    ["in the week in which they do", "2026-10-22T09:00:00Z", "Tue 17:00"],
    ["afterwards", "2026-10-29T09:00:00Z", "Tue 17:00"],
  ])("by the clock of that day, %s", (_, now, first) => {
    expect(starts("2-evening", "Europe/Berlin", now)[0]).toBe(first);
  });

  test.each([
    ["on the half hour", "2-morning", "Asia/Kolkata", ["Tue 03:30", "Tue 04:00", "Tue 04:30", "Tue 05:00"]],
    ["on the quarter", "2-morning", "Asia/Kathmandu", ["Tue 03:30", "Tue 04:00", "Tue 04:30"]],
    [
      "on another day in UTC",
      "1-morning",
      "Pacific/Auckland",
      ["Sun 20:00", "Sun 20:30", "Sun 21:00", "Sun 21:30"],
    ],
    [
      "beyond the end of the week",
      "7-evening",
      "America/Los_Angeles",
      ["Mon 02:00", "Mon 02:30", "Mon 03:00", "Mon 03:30"],
    ],
  ])("in zones that are %s", (_, hour, zone, expected) => {
    expect(starts(hour, zone, "2026-11-26T09:00:00Z")).toEqual(expected);
  });

  test("several parts count once each, and what is no part counts for nothing", () => {
    const now = new Date("2026-11-26T09:00:00Z");
    expect(startsOf(["2-evening", "2-evening", "2-night"], "UTC", now)).toHaveLength(4);
    expect(startsOf(HOURS, "UTC", now)).toHaveLength(7 * 14);
  });

  test.each([
    [82, "Europe/Berlin", { meetingDay: 2, meetingTime: "18:00" }],
    [82, "Asia/Kolkata", { meetingDay: 2, meetingTime: "22:30" }],
    [82, "Pacific/Auckland", { meetingDay: 3, meetingTime: "06:00" }],
  ])("and back again to a circle's own clock: %s in %s", (slot, zone, expected) => {
    expect(meetingAt(slot, zone, new Date("2026-11-26T09:10:00Z"))).toEqual(expected);
  });
});

// In Sao Paulo clocks went forward on 4 November 2018 and back on 17 February 2019; in Apia on 25 September 2011, and at the
// end of that year a day was skipped.
test.each([
  ["America/Sao_Paulo", "2018-11-01T12:00:00Z"],
  ["America/Sao_Paulo", "2019-02-14T12:00:00Z"],
  ["Pacific/Apia", "2011-09-22T12:00:00Z"],
  ["Pacific/Apia", "2026-11-26T12:00:00Z"],
  ["Asia/Kathmandu", "2026-11-26T12:00:00Z"],
])(
  "two moments of a week lie in parts that were ticked, on two days of the clock: %s from %s on",
  (zone, at) => {
    const now = new Date(at);
    let found = 0;
    for (const [first, one] of HOURS.entries()) {
      for (const other of HOURS.slice(first + 1)) {
        const free = startsOf([one, other], zone, now);
        const { start, second } = soonestTwo(bitsOf(free), now.getTime());
        if (second === null) continue;
        found++;
        const moments = [start, second].map((slot) => meetingAt(slot, zone, now));
        const said = moments.map(({ meetingDay, meetingTime }) => {
          const part = PARTS.find((known) => {
            const [from, to] = CLOCK[known];
            return Number(meetingTime.slice(0, 2)) >= from && Number(meetingTime.slice(0, 2)) < to;
          });
          return `${meetingDay}-${part}`;
        });
        expect(said.toSorted()).toEqual([one, other].toSorted());
        expect(moments[0]?.meetingDay).not.toBe(moments[1]?.meetingDay);
      }
    }
    // All parts of two days that are three days apart, and of two that are two apart those with 48 hours between.
    expect(found).toBe(7 * 9 + 7 * 6);
  },
);

test("hours and moments are said as people say them", () => {
  expect(sayHour("7-morning")).toBe("Sunday morning");
  expect(["09:00", "12:00", "16:30", "18:00"].map((time) => sayPart({ day: "2026-11-24", time }))).toEqual([
    "Tuesday mornings",
    "Tuesday afternoons",
    "Tuesday afternoons",
    "Tuesday evenings",
  ]);
});

test("why a circle is proposed is one sentence", () => {
  const about = { language: "English", part: "Tuesday evenings", fields: 3, isThere: false };
  expect(sayWhy(about)).toBe(
    "You all speak English, can meet on Tuesday evenings, and look for work in three different fields.",
  );
  expect(sayWhy({ ...about, fields: 0 })).toBe("You all speak English and can meet on Tuesday evenings.");
  expect(sayWhy({ ...about, isThere: true })).toContain("has a free seat");
});

test("an employer is the same however it is written", () => {
  for (const name of ["Acme", "ACME GmbH", " acme, Inc. ", "Acme"]) expect(plainEmployer(name)).toBe("acme");
  expect(plainEmployer("Acme North")).not.toBe("acme");
  // A name that is a legal form and nothing else stays itself.
  expect(plainEmployer("SE")).toBe("se");
});

test("a circle's first name is a day and a calm word", () => {
  expect(nameOf(2, 0)).toBe("Tuesday lanterns");
  expect(nameOf(2, 8)).toBe("Tuesday lanterns");
});
