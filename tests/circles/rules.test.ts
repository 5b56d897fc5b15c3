import { describe, expect, test } from "vitest";
import { clockIn, freeSeats, hasRoomForCircle, isMeeting, nextMeeting, sayZone } from "@/lib/circles/rules";

const berlin = { meetingDay: 4, meetingTime: "18:00", timeZone: "Europe/Berlin" };

describe("a circle meets on its day, by its own clock", () => {
  test.each([
    ["days before", "2026-11-22T12:00:00Z", "2026-11-26T17:00:00Z"],
    ["on the day, before it begins", "2026-11-26T16:59:59Z", "2026-11-26T17:00:00Z"],
    ["while it goes on", "2026-11-26T18:29:59Z", "2026-11-26T17:00:00Z"],
    ["an hour and a half after it began", "2026-11-26T18:30:00Z", "2026-12-03T17:00:00Z"],
    ["across the change to winter time", "2026-10-23T12:00:00Z", "2026-10-29T17:00:00Z"],
    ["while summer time lasts", "2026-10-20T12:00:00Z", "2026-10-22T16:00:00Z"],
    ["across the change to summer time", "2026-03-27T12:00:00Z", "2026-04-02T16:00:00Z"],
  ])("%s", (_when, now, next) => {
    expect(nextMeeting(berlin, new Date(now)).toISOString()).toBe(new Date(next).toISOString());
  });

  test("a meeting late in the evening still goes on after midnight", () => {
    const late = { ...berlin, meetingTime: "23:30" };
    const began = new Date("2026-11-26T22:30:00Z");
    expect(nextMeeting(late, new Date("2026-11-26T23:45:00Z"))).toEqual(began);
    expect(isMeeting(began, new Date("2026-11-26T23:45:00Z"))).toBe(true);
    expect(isMeeting(began, new Date("2026-11-27T00:00:00Z"))).toBe(false);
    expect(isMeeting(began, new Date("2026-11-26T22:29:59Z"))).toBe(false);
  });

  test("a time that the clock skips in spring is met by the first one that exists", () => {
    const skipped = { meetingDay: 7, meetingTime: "02:30", timeZone: "Europe/Berlin" };
    const next = nextMeeting(skipped, new Date("2026-03-27T12:00:00Z"));
    expect(clockIn("Europe/Berlin", next)).toEqual({ day: "2026-03-29", time: "03:30" });
  });

  test("Monday is the first day and Sunday the seventh", () => {
    const now = new Date("2026-11-25T12:00:00Z");
    const on = (meetingDay: number) =>
      clockIn("Europe/Berlin", nextMeeting({ ...berlin, meetingDay }, now)).day;
    expect([1, 2, 3, 4, 5, 6, 7].map(on)).toEqual([
      "2026-11-30",
      "2026-12-01",
      "2026-11-25",
      "2026-11-26",
      "2026-11-27",
      "2026-11-28",
      "2026-11-29",
    ]);
  });
});

test("a circle has eight seats", () => {
  expect([0, 1, 7, 8, 9].map(freeSeats)).toEqual([8, 7, 1, 0, 0]);
});

test("a member sits in at most three circles", () => {
  expect([0, 2, 3, 4].map(hasRoomForCircle)).toEqual([true, true, false, false]);
});

test("a time zone is called by its town", () => {
  expect(["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Europe/Kiev"].map(sayZone)).toEqual([
    "Berlin",
    "Buenos Aires",
    "UTC",
    "Kyiv",
  ]);
});
