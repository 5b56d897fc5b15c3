import { describe, expect, test } from "vitest";
import { escapeText, fold, writeCalendar } from "@/lib/calendar/ics";
import { meetingsAhead } from "@/lib/calendar/rules";
import { clockIn } from "@/lib/circles/rules";
import { parseCalendar, readValue, textIn } from "./parse";

const made = new Date("2026-11-26T12:34:56.789Z");

test("a calendar is read back as it was written: moments, whole days and titles", () => {
  const text = writeCalendar(
    "Onward",
    [
      {
        uid: "one@onward.invalid",
        title: "Circle meeting",
        begins: new Date("2026-11-26T17:00:00Z"),
        ends: new Date("2026-11-26T18:30:00Z"),
      },
      { uid: "two@onward.invalid", title: "A commitment", day: "2026-12-31" },
    ],
    made,
  );
  const calendar = parseCalendar(text);
  expect(calendar.name).toBe("VCALENDAR");
  expect(readValue(calendar, "VERSION")).toBe("2.0");
  expect(readValue(calendar, "PRODID")).toMatch(/Onward/);
  const [meeting, day] = calendar.components;
  if (!meeting || !day) throw new Error("Two entries were written.");
  expect(readValue(meeting, "UID")).toBe("one@onward.invalid");
  expect(readValue(meeting, "DTSTAMP")).toBe("20261126T123456Z");
  expect(readValue(meeting, "DTSTART")).toBe("20261126T170000Z");
  expect(readValue(meeting, "DTEND")).toBe("20261126T183000Z");
  expect(readValue(meeting, "SUMMARY")).toBe("Circle meeting");
  // The end of a day is the day after, and says that it is a day.
  expect(day.properties).toContainEqual({
    name: "DTSTART",
    parameters: { VALUE: "DATE" },
    value: "20261231",
  });
  expect(day.properties).toContainEqual({ name: "DTEND", parameters: { VALUE: "DATE" }, value: "20270101" });
});

test("an empty calendar is a calendar", () => {
  expect(parseCalendar(writeCalendar("Onward", [], made)).components).toEqual([]);
});

test.each(["plain", "a, b; c", "back\\slash\\", "two\nlines", "two\r\nlines", "\\n is no line", ";;,,"])(
  "text is escaped and read back: %j",
  (text) => {
    expect(escapeText(text)).not.toMatch(/[\r\n]|(?<!\\)(?:\\\\)*[;,]/);
    expect(textIn(escapeText(text))).toBe(text.replace(/\r\n/g, "\n"));
  },
);

test("characters that no calendar may hold are left out of it", () => {
  const written = String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code), 127);
  const text = writeCalendar(
    "Onward",
    [{ uid: "one@onward.invalid", title: `a${written}b`, place: "p\u001b[1m", day: "2026-12-31" }],
    made,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/);
  const [entry] = parseCalendar(text).components;
  expect(entry && textIn(readValue(entry, "SUMMARY") ?? "")).toBe("a\t\n\nb");
  expect(entry && readValue(entry, "LOCATION")).toBe("p[1m");
});

describe("folding", () => {
  test.each([
    ["a".repeat(75), 1],
    ["a".repeat(76), 2],
    ["a".repeat(149), 2],
    ["a".repeat(150), 3],
    ["ü".repeat(38), 2],
    ["灯".repeat(60), 3],
    ["🏮".repeat(40), 3],
    [`${"a".repeat(74)}🏮`, 2],
  ])("%s lies in %i lines, none longer than 75 octets, no character cut", (line, count) => {
    const lines = fold(line).split("\r\n");
    expect(lines).toHaveLength(count);
    for (const one of lines) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
    expect(lines.slice(1).every((one) => one.startsWith(" "))).toBe(true);
    expect(fold(line).replace(/\r\n /g, "")).toBe(line);
  });
});

describe("meetings, twelve weeks ahead", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"];
  test.each(zones)("begin at the same time of the circle's clock, across daylight saving: %s", (timeZone) => {
    for (const now of ["2026-10-01T00:00:00Z", "2026-02-20T12:00:00Z", "2026-03-01T23:30:00Z"]) {
      const circle = { meetingDay: 4, meetingTime: "18:30", timeZone };
      const meetings = meetingsAhead(circle, new Date(now));
      expect(meetings).toHaveLength(12);
      const clocks = meetings.map(({ begins }) => clockIn(timeZone, begins));
      expect(new Set(clocks.map(({ time }) => time))).toEqual(new Set(["18:30"]));
      expect(new Set(clocks.map(({ day }) => day)).size).toBe(12);
      for (const { day } of clocks) expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(4);
      for (const { begins, ends } of meetings) expect(ends.getTime() - begins.getTime()).toBe(90 * 60_000);
    }
  });

  test("the one that is going on is the first", () => {
    const circle = { meetingDay: 4, meetingTime: "18:00", timeZone: "Europe/Berlin" };
    const [first] = meetingsAhead(circle, new Date("2026-11-26T18:00:00Z"));
    expect(first?.begins.toISOString()).toBe("2026-11-26T17:00:00.000Z");
  });
});
