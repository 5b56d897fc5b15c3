import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockIn } from "@/lib/circles/rules";
import { addDays, mondayOf, weekdayOf, weekOf } from "@/lib/dates";
import { calendarOf, daysToMoveTo, dayTakenTo, isAhead, sayTime, sayWeekOf } from "@/lib/planned-steps/rules";

const someDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("1990-01-01", days));

test.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-26", "2026-11-23"],
  ["2026-11-29", "2026-11-23"],
  ["2027-01-01", "2026-12-28"],
])("the week of %s begins on Monday, %s", (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test("wherever a step of the week before is taken, it is in this week and on no day that is over", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 6 }), (today, weekday) => {
      const before = addDays(mondayOf(today), weekday - 7);
      const day = dayTakenTo(before, today);
      expect(weekOf(today)).toContain(day);
      expect(day >= today).toBe(true);
      if (day > today) expect(weekdayOf(day)).toBe(weekdayOf(before));
    }),
  );
});

test("a week is ahead from its first day on until its last is over", () => {
  expect(isAhead("2026-11-23", "2026-11-23")).toBe(true);
  expect(isAhead("2026-11-23", "2026-11-29")).toBe(true);
  expect(isAhead("2026-11-23", "2026-11-30")).toBe(false);
  expect(isAhead("2026-11-30", "2026-11-29")).toBe(true);
});

test("a step can be moved to fourteen days, from the Monday of its week on", () => {
  const days = daysToMoveTo("2026-11-23");
  expect(days).toHaveLength(14);
  expect([days[0], days.at(-1)]).toEqual(["2026-11-23", "2026-12-06"]);
});

test.each([
  [{ time: "18:00", minutes: 45 }, "18:00, 45 minutes"],
  [{ time: "18:00", minutes: null }, "18:00"],
  [{ time: null, minutes: 1 }, "1 minute"],
  [{ time: null, minutes: null }, ""],
])("%j is said as %j", (when, said) => {
  expect(sayTime(when)).toBe(said);
});

test.each([
  ["2026-11-16", "Last week"],
  ["2026-11-23", "Your week"],
  ["2026-11-30", "Next week"],
  ["2026-12-07", "Week of Monday, 7 December"],
  ["2026-11-09", "Week of Monday, 9 November"],
])("on a Thursday the week of %s is called %s", (monday, said) => {
  expect(sayWeekOf(monday, "2026-11-26")).toBe(said);
});

describe("in a calendar", () => {
  const at = (day: string, time: string, timeZone: string, minutes: number | null = null) => {
    const when = calendarOf({ day, time, minutes }, timeZone);
    if (!("begins" in when)) throw new Error("It has a time.");
    return when;
  };

  test("a step without a time is all of its day, whatever its length", () => {
    expect(calendarOf({ day: "2026-11-26", time: null, minutes: 45 }, "Asia/Kathmandu")).toEqual({
      day: "2026-11-26",
    });
  });

  test("lasts as long as was said, or half an hour, also across a change of clocks", () => {
    const length = ({ begins, ends }: { begins: Date; ends: Date }) =>
      (ends.getTime() - begins.getTime()) / 60_000;
    expect(length(at("2026-11-26", "18:00", "Asia/Kathmandu", 45))).toBe(45);
    expect(length(at("2026-11-26", "18:00", "Asia/Kathmandu"))).toBe(30);
    expect(length(at("2026-03-08", "01:30", "America/New_York", 120))).toBe(120);
  });

  test.each([
    ["Pacific/Apia", "2026-11-26", "18:00", "2026-11-26T05:00:00.000Z"],
    ["Pacific/Apia", "2026-11-26", "00:00", "2026-11-25T11:00:00.000Z"],
    ["Asia/Kathmandu", "2026-11-26", "18:00", "2026-11-26T12:15:00.000Z"],
    ["Asia/Kathmandu", "2026-11-26", "05:00", "2026-11-25T23:15:00.000Z"],
    ["America/Sao_Paulo", "2018-11-03", "10:00", "2018-11-03T13:00:00.000Z"],
    ["America/Sao_Paulo", "2018-11-04", "10:00", "2018-11-04T12:00:00.000Z"],
    ["America/New_York", "2026-03-07", "09:00", "2026-03-07T14:00:00.000Z"],
    ["America/New_York", "2026-03-08", "09:00", "2026-03-08T13:00:00.000Z"],
    ["America/New_York", "2026-10-31", "09:00", "2026-10-31T13:00:00.000Z"],
    ["America/New_York", "2026-11-01", "09:00", "2026-11-01T14:00:00.000Z"],
    // Apia left out the 30th of December 2011, Sao Paulo's clocks midnight, New York's this half past two.
    ["Pacific/Apia", "2011-12-31", "09:00", "2011-12-30T19:00:00.000Z"],
    ["America/Sao_Paulo", "2018-11-04", "00:15", "2018-11-04T03:15:00.000Z"],
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00.000Z"],
  ])("%s, %s at %s is %s", (timeZone, day, time, instant) => {
    expect(at(day, time, timeZone).begins.toISOString()).toBe(instant);
  });

  test("clocks show the day and the time that were said, wherever and whenever they are not skipped", () => {
    const zones = ["Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo", "America/New_York"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 3650 }).map((days) => addDays("2012-01-01", days)),
        fc.integer({ min: 4, max: 23 }),
        fc.constantFrom("00", "17", "30", "59"),
        (timeZone, day, hour, minute) => {
          const time = `${String(hour).padStart(2, "0")}:${minute}`;
          expect(clockIn(timeZone, at(day, time, timeZone).begins)).toEqual({ day, time });
        },
      ),
    );
  });
});
