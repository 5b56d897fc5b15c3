import { describe, expect, test } from "vitest";
import { dayAsked, daysLeft, isIn, weekAfter, weekAround, weekNow } from "@/lib/check-ins/week";

// 26 November 2026 is a Thursday.
test.each([
  ["2026-11-26", 4, "2026-11-26", "2026-12-02"],
  ["2026-11-25", 4, "2026-11-19", "2026-11-25"],
  ["2026-12-02", 4, "2026-11-26", "2026-12-02"],
  ["2026-11-26", 1, "2026-11-23", "2026-11-29"],
  ["2026-11-26", 7, "2026-11-22", "2026-11-28"],
  ["2027-01-01", 3, "2026-12-30", "2027-01-05"],
])(
  "%s, where a circle meets on weekday %i, lies in the week from %s to %s",
  (day, meetingDay, first, last) => {
    expect(weekAround(day, { meetingDay })).toEqual({ first, last });
  },
);

test("every day lies in exactly one week, whatever day a circle meets on", () => {
  for (let meetingDay = 1; meetingDay <= 7; meetingDay++) {
    const week = weekAround("2026-03-29", { meetingDay });
    const days = daysLeft(week, week.first);
    expect(days).toHaveLength(7);
    for (const day of days) expect(weekAround(day, { meetingDay })).toEqual(week);
    expect(isIn(weekAfter(week), week.last)).toBe(false);
    expect(isIn(weekAfter(week), days[0] ?? "")).toBe(false);
  }
});

describe("the week that goes on", () => {
  const thursday = { meetingDay: 4 };
  test.each([
    ["Europe/Berlin", "2026-11-25T22:59:00Z", "2026-11-19"],
    ["Europe/Berlin", "2026-11-25T23:00:00Z", "2026-11-26"],
    ["Pacific/Auckland", "2026-11-25T11:00:00Z", "2026-11-26"],
    ["America/Los_Angeles", "2026-11-26T07:59:00Z", "2026-11-19"],
    // Clocks go back on 25 October in Berlin: the new week begins an hour later by UTC.
    ["Europe/Berlin", "2026-10-21T21:59:00Z", "2026-10-15"],
    ["Europe/Berlin", "2026-10-28T22:30:00Z", "2026-10-22"],
    ["Europe/Berlin", "2026-10-28T23:00:00Z", "2026-10-29"],
  ])("begins at midnight in %s: at %s it is the one of %s", (timeZone, now, first) => {
    expect(weekNow({ ...thursday, timeZone }, new Date(now)).first).toBe(first);
  });
});

test("the days that are left begin with today, and a week that is over has none", () => {
  const week = weekAround("2026-11-26", { meetingDay: 4 });
  expect(daysLeft(week, "2026-12-01")).toEqual(["2026-12-01", "2026-12-02"]);
  expect(daysLeft(week, "2026-12-03")).toEqual([]);
  expect(daysLeft(week, "2026-11-01")).toHaveLength(7);
});

test.each([
  ["2026-11-26", "2026-11-26"],
  ["2026-02-30", undefined],
  ["0000-01-01", undefined],
  ["9999-01-01", undefined],
  ["yesterday", undefined],
  [["2026-11-26"], undefined],
  [undefined, undefined],
])("an address asks for %s: %s", (asked, day) => {
  expect(dayAsked(asked)).toBe(day);
});
