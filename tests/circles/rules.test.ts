import { describe, expect, test } from "vitest";
import {
  clockIn,
  freeSeats,
  hasRoomForCircle,
  isMeeting,
  lacksSecondDay,
  nextMeeting,
  nextMeetings,
  sayZone,
} from "@/lib/circles/rules";
import { sayWeekly, sayWeeklyFor } from "@/lib/circles/say-meetings";
import { weekdayOf } from "@/lib/dates";

const once = { secondMeetingDay: null, secondMeetingTime: null };
const berlin = { meetingDay: 4, meetingTime: "18:00", timeZone: "Europe/Berlin", ...once };
const twice = { ...berlin, secondMeetingDay: 1, secondMeetingTime: "12:30" };

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
    const skipped = { ...berlin, meetingDay: 7, meetingTime: "02:30" };
    const next = nextMeeting(skipped, new Date("2026-03-27T12:00:00Z"));
    expect(clockIn("Europe/Berlin", next)).toEqual({ day: "2026-03-29", time: "03:30" });
  });

  test.each([
    ["before both", "2026-11-25T12:00:00Z", "2026-11-26T17:00:00Z", "2026-11-30T11:30:00Z"],
    ["while the first goes on", "2026-11-26T18:29:59Z", "2026-11-26T17:00:00Z", "2026-11-30T11:30:00Z"],
    ["between them", "2026-11-26T18:30:00Z", "2026-11-30T11:30:00Z", "2026-12-03T17:00:00Z"],
    ["while the second goes on", "2026-11-30T12:59:59Z", "2026-11-30T11:30:00Z", "2026-12-03T17:00:00Z"],
    ["after both", "2026-11-30T13:00:00Z", "2026-12-03T17:00:00Z", "2026-12-07T11:30:00Z"],
  ])("twice a week, the nearer of the two is next: %s", (_when, now, next, other) => {
    expect(nextMeetings(twice, new Date(now))).toEqual({ next: new Date(next), other: new Date(other) });
    expect(nextMeeting(twice, new Date(now))).toEqual(new Date(next));
  });

  // Samoa and Brazil have had no daylight saving of late; New York and Lord Howe (half an hour) have.
  test.each([
    ["Pacific/Apia", "2026-11-20T12:00:00Z"],
    ["America/Sao_Paulo", "2018-10-28T12:00:00Z"],
    ["America/Sao_Paulo", "2019-02-10T12:00:00Z"],
    ["America/New_York", "2028-03-05T12:00:00Z"],
    ["Australia/Lord_Howe", "2028-03-28T12:00:00Z"],
  ])("both keep to the circle's clock in %s from %s on, two a week for a month", (timeZone, from) => {
    let now = new Date(from);
    const met = Array.from({ length: 8 }, () => {
      const begins = nextMeeting({ ...twice, timeZone }, now);
      now = new Date(begins.getTime() + 90 * 60_000);
      return begins;
    });
    expect(met.map((one) => one.getTime())).toEqual(
      met.map((one) => one.getTime()).toSorted((a, b) => a - b),
    );
    const clocks = met.map((one) => clockIn(timeZone, one));
    const said = clocks.map(({ day, time }) => `${weekdayOf(day)} ${time}`);
    expect(said.filter((one) => one === "4 18:00")).toHaveLength(4);
    expect(said.filter((one) => one === "1 12:30")).toHaveLength(4);
    expect(new Set(clocks.map(({ day }) => day)).size).toBe(8);
  });

  test("in the night in which Sao Paulo's clocks skipped midnight, the second meeting begins with the first hour there was", () => {
    // On Sunday, 4 November 2018 the day began at one.
    const sundays = {
      ...berlin,
      timeZone: "America/Sao_Paulo",
      secondMeetingDay: 7,
      secondMeetingTime: "00:15",
    };
    const next = nextMeeting(sundays, new Date("2018-11-02T12:00:00Z"));
    expect(clockIn("America/Sao_Paulo", next)).toEqual({ day: "2018-11-04", time: "01:15" });
  });

  test("on the day that Samoa skipped nobody met, and the next of both came in its turn", () => {
    // Friday, 30 December 2011 did not exist there.
    const samoa = { ...twice, timeZone: "Pacific/Apia", secondMeetingDay: 6 };
    expect(nextMeetings(samoa, new Date("2011-12-28T20:00:00Z"))).toEqual({
      next: new Date("2011-12-30T04:00:00Z"),
      other: new Date("2011-12-30T22:30:00Z"),
    });
  });

  test("a circle that would like to meet twice meets once until its second day is chosen", () => {
    expect(lacksSecondDay({ pace: "twice", secondMeetingDay: null })).toBe(true);
    expect(lacksSecondDay({ pace: "twice", secondMeetingDay: 1 })).toBe(false);
    expect(lacksSecondDay({ pace: "weekly", secondMeetingDay: null })).toBe(false);
    expect(nextMeetings(berlin, new Date("2026-11-25T12:00:00Z")).other).toBeNull();
    expect(sayWeekly(berlin)).toBe("Thursdays at 18:00");
    expect(sayWeekly(twice)).toBe("Thursdays at 18:00 and Mondays at 12:30");
    const reader = { now: new Date("2026-11-25T12:00:00Z"), timeZone: "Pacific/Apia" };
    expect(sayWeeklyFor(twice, reader)).toBe("Fridays at 06:00 and Tuesdays at 00:30, Apia time");
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
