import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  byMonth,
  columnOf,
  dayIn,
  dayOf,
  daysBetween,
  hourIn,
  isTimeZone,
  sayDay,
  sayMoment,
  sayMonth,
  startOfDay,
  startsOfDays,
  weekdayOf,
  weekOf,
} from "@/lib/dates";

describe("the day it is somewhere", () => {
  test.each([
    ["the last second before midnight in Berlin", "Europe/Berlin", "2026-11-22T22:59:59.999Z", "2026-11-22"],
    ["midnight in Berlin", "Europe/Berlin", "2026-11-22T23:00:00Z", "2026-11-23"],
    ["a quarter to the hour off in Kathmandu", "Asia/Kathmandu", "2026-11-22T18:14:59Z", "2026-11-22"],
    ["midnight in Kathmandu", "Asia/Kathmandu", "2026-11-22T18:15:00Z", "2026-11-23"],
    ["the eve of the day that Apia left out", "Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"],
    ["the second after it", "Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"],
    ["before New York's missing hour", "America/New_York", "2026-03-08T06:59:59Z", "2026-03-08"],
    ["after New York's missing hour", "America/New_York", "2026-03-09T03:59:59Z", "2026-03-08"],
    ["the night after the missing hour", "America/New_York", "2026-03-09T04:00:00Z", "2026-03-09"],
    ["the first of the doubled hours", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01"],
    ["the second of the doubled hours", "America/New_York", "2026-11-01T06:30:00Z", "2026-11-01"],
    ["the end of the long day", "America/New_York", "2026-11-02T04:59:59Z", "2026-11-01"],
    ["the last moment of a year", "Pacific/Kiritimati", "2026-12-31T09:59:59Z", "2026-12-31"],
    ["the first moment of a year", "Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01"],
    ["the other end of the world", "Pacific/Pago_Pago", "2027-01-01T10:59:59Z", "2026-12-31"],
    ["a leap day", "America/Los_Angeles", "2028-03-01T07:59:59Z", "2028-02-29"],
  ])("%s", (_name, zone, instant, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
  });

  test("does not depend on where the server stands", () => {
    const own = process.env.TZ;
    const seen = ["Pacific/Apia", "America/New_York", "UTC", "Asia/Kathmandu"].map((zone) => {
      process.env.TZ = zone;
      return [
        dayIn("Europe/Berlin", new Date("2026-11-22T23:30:00Z")),
        addDays("2026-03-28", 1),
        weekOf("2026-11-22").join(),
        startOfDay("2026-11-23", "Europe/Berlin").toISOString(),
        sayDay("2026-11-23", "2026-11-22"),
        dayOf(columnOf("2026-11-23")),
      ];
    });
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
    expect(new Set(seen.map((each) => each.join("|")))).toHaveLength(1);
    expect(seen[0]).toEqual([
      "2026-11-23",
      "2026-03-29",
      "2026-11-16,2026-11-17,2026-11-18,2026-11-19,2026-11-20,2026-11-21,2026-11-22",
      "2026-11-22T23:00:00.000Z",
      "Monday, 23 November",
      "2026-11-23",
    ]);
  });
});

describe("the moment a day begins", () => {
  test.each([
    ["in Kathmandu, 5:45 ahead", "2026-11-23", "Asia/Kathmandu", "2026-11-22T18:15:00.000Z"],
    ["on New York's short day", "2026-03-08", "America/New_York", "2026-03-08T05:00:00.000Z"],
    ["after New York's short day", "2026-03-09", "America/New_York", "2026-03-09T04:00:00.000Z"],
    ["on New York's long day", "2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z"],
    ["after New York's long day", "2026-11-02", "America/New_York", "2026-11-02T05:00:00.000Z"],
    ["where midnight is skipped", "2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["at the turn of a year", "2027-01-01", "Pacific/Apia", "2026-12-31T11:00:00.000Z"],
  ])("%s", (_name, day, zone, instant) => {
    expect(startOfDay(day, zone).toISOString()).toBe(instant);
  });

  test.each([
    "America/New_York",
    "Europe/Berlin",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Santiago",
    "Pacific/Chatham",
  ])("is the first moment at which it is that day, all through five years in %s", (zone) => {
    for (let offset = 0; offset < 5 * 365; offset++) {
      const day = addDays("2024-01-01", offset);
      const start = startOfDay(day, zone);
      expect(dayIn(zone, start)).toBe(day);
      expect(dayIn(zone, new Date(start.getTime() - 1))).toBe(addDays(day, -1));
    }
  });
});

test.each([
  "America/New_York",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Pacific/Apia",
])("days in a row begin where each of them begins, all through 2024 and 2025 in %s", (zone) => {
  for (const [first, count] of [
    ["2024-01-01", 731],
    ["2024-03-07", 85],
    ["2025-02-26", 1],
    ["2024-11-01", 6],
  ] as const) {
    const each = Array.from({ length: count }, (_, index) => startOfDay(addDays(first, index), zone));
    expect(startsOfDays(first, count, zone)).toEqual(each);
  }
});

describe("days and weeks", () => {
  test.each([
    ["over New Year", "2026-12-31", 1, "2027-01-01"],
    ["back over New Year", "2027-01-01", -1, "2026-12-31"],
    ["over a leap day", "2028-02-28", 2, "2028-03-01"],
    ["over a year without one", "2027-02-28", 1, "2027-03-01"],
    ["over the day that Europe's clocks change", "2026-03-28", 2, "2026-03-30"],
  ])("adding days %s", (_name, from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([
    ["2026-11-16", 1],
    ["2026-11-21", 6],
    ["2026-11-22", 7],
    ["2027-01-01", 5],
  ])("%s is weekday %i", (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  test("a week runs from Monday to Sunday, over the end of a year too", () => {
    expect(weekOf("2027-01-01")).toEqual([
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
      "2027-01-03",
    ]);
    expect(weekOf("2026-11-16")).toEqual(weekOf("2026-11-22"));
    expect(weekOf("2026-11-23")).not.toEqual(weekOf("2026-11-22"));
  });

  test("a day survives the way to Postgres and back", () => {
    for (let offset = 0; offset < 10_000; offset++) {
      const day = addDays("2010-01-01", offset);
      expect(dayOf(columnOf(day))).toBe(day);
      expect(weekOf(day)[weekdayOf(day) - 1]).toBe(day);
    }
  });
});

describe("hours and names", () => {
  test.each([
    ["Asia/Kathmandu", "2026-11-22T18:14:00Z", 23],
    ["Asia/Kathmandu", "2026-11-22T18:15:00Z", 0],
    ["America/New_York", "2026-03-08T06:59:00Z", 1],
    ["America/New_York", "2026-03-08T07:00:00Z", 3],
    ["America/New_York", "2026-11-01T06:30:00Z", 1],
  ])("in %s at %s the clock shows %i", (zone, instant, hour) => {
    expect(hourIn(zone, new Date(instant))).toBe(hour);
  });

  test("only time zones that exist are time zones", () => {
    expect(isTimeZone("Asia/Kathmandu")).toBe(true);
    expect(isTimeZone("Europe/Atlantis")).toBe(false);
    expect(isTimeZone("")).toBe(false);
  });
});

describe("days and moments in words", () => {
  test("a day carries its year only when that is another", () => {
    expect(sayDay("2026-11-22", "2026-12-31")).toBe("Sunday, 22 November");
    expect(sayDay("2025-11-22", "2026-01-01")).toBe("Saturday, 22 November 2025");
    expect(sayMonth("2026-11-22")).toBe("November 2026");
  });

  test.each([
    ["2026-11-22T11:59:30Z", "just now"],
    ["2026-11-22T11:40:00Z", "20 min ago"],
    ["2026-11-22T09:30:00Z", "2 h ago"],
    ["2026-11-21T22:30:00Z", "yesterday"],
    ["2026-11-19T12:00:00Z", "3 days ago"],
    ["2026-11-14T12:00:00Z", "14 November"],
  ])("%s is %s in London at noon", (instant, said) => {
    expect(sayMoment(new Date(instant), new Date("2026-11-22T12:00:00Z"), "Europe/London").said).toBe(said);
  });

  test("yesterday is yesterday where the member lives", () => {
    const [instant, now] = [new Date("2026-11-22T04:30:00Z"), new Date("2026-11-22T12:00:00Z")];
    expect(sayMoment(instant, now, "America/New_York").said).toBe("yesterday");
    expect(sayMoment(instant, now, "Europe/London").said).toBe("7 h ago");
  });
});

test("rows stand under their months, newest first, and a month is named once", () => {
  const rows = ["2026-11-22", "2026-11-01", "2026-10-31", "2025-10-31"].map((day) => ({ day }));
  expect(byMonth(rows).map(({ month, rows }) => [month, rows.length])).toEqual([
    ["2026-11-01", 2],
    ["2026-10-01", 1],
    ["2025-10-01", 1],
  ]);
  expect(byMonth([])).toEqual([]);
});

test("days are added, counted and named as the runtime's own calendar does, in every year", () => {
  const number = fc.integer({ min: -700_000, max: 2_900_000 });
  const dayAt = (days: number) => dayOf(new Date(days * 86_400_000));
  fc.assert(
    fc.property(number, number, (from, to) => {
      expect(addDays(dayAt(from), to - from)).toBe(dayAt(to));
      expect(daysBetween(dayAt(from), dayAt(to))).toBe(to - from);
      expect(weekdayOf(dayAt(from))).toBe(((columnOf(dayAt(from)).getUTCDay() + 6) % 7) + 1);
    }),
    { numRuns: 2_000 },
  );
});

test("a day whose midnight comes twice begins with the first of both", () => {
  // Havana's clocks go from 1:00 back to 0:00.
  const start = startOfDay("2026-11-01", "America/Havana");
  expect(start).toEqual(new Date("2026-11-01T04:00:00Z"));
  expect(dayIn("America/Havana", new Date(start.getTime() - 1))).toBe("2026-10-31");
  expect(startsOfDays("2026-10-20", 20, "America/Havana")[12]).toEqual(start);
});
