import { describe, expect, test } from "vitest";
import { isFirstDay, opens, stagesBefore, stagesOf } from "@/lib/phases/rules";
import { type Phase, phases } from "@/lib/phases/schema";

describe("the first day", () => {
  const written = new Date("2026-11-22T22:30:00Z");

  test.each([
    ["2026-11-22", "Europe/Lisbon", true],
    ["2026-11-23", "Europe/Lisbon", false],
    // There it was half past eleven in the evening already, or half past four in the morning of the next day.
    ["2026-11-22", "Europe/Berlin", true],
    ["2026-11-23", "Asia/Kathmandu", true],
    ["2026-11-24", "Asia/Kathmandu", false],
    // Who has flown west since is back in the day before.
    ["2026-11-22", "Asia/Kathmandu", true],
  ])("on %s in %s: %s", (today, zone, is) => {
    expect(isFirstDay(written, today, zone)).toBe(is);
  });

  test.each([
    ["on the day it was written down", "2026-11-22T20:00:00Z", "2026-11-22", "Europe/Berlin", true],
    ["until midnight where the member lives", "2026-11-22T23:30:00Z", "2026-11-23", "Europe/Berlin", true],
    ["not from the next day on", "2026-11-22T22:30:00Z", "2026-11-23", "Europe/Berlin", false],
    [
      "not once that day is over in Auckland",
      "2026-11-22T10:30:00Z",
      "2026-11-23",
      "Pacific/Auckland",
      false,
    ],
    [
      "while it is still that day in Honolulu",
      "2026-11-23T05:00:00Z",
      "2026-11-22",
      "Pacific/Honolulu",
      true,
    ],
    ["on a day before it, for who travelled west", "2026-11-22T12:00:00Z", "2026-11-21", "UTC", true],
  ])("is that day %s", (_when, writtenAt, today, timeZone, is) => {
    expect(isFirstDay(new Date(writtenAt), today, timeZone)).toBe(is);
  });

  test("asks for nothing but feeling; looking at a thought is there for who wants to", () => {
    expect(phases.filter((phase) => opens(phase, true))).toEqual(["feel", "reframe"]);
    expect(stagesOf("feel", true, true)).toEqual([
      { phase: "feel", state: "here", waits: false },
      { phase: "reframe", state: "tomorrow", waits: false },
    ]);
  });

  test("of another setback lists every stage of this one, and what asks for reasons or steps waits", () => {
    const said = (here: Phase) =>
      stagesOf(here, false, true).map(({ state, waits }) => `${state}${waits ? ", waits" : ""}`);
    expect(said("feel")).toEqual(["here", "open", "open, waits", "open, waits"]);
    expect(said("act")).toEqual(["been", "been", "been, waits", "here, waits"]);
  });
});

describe("on any other day", () => {
  test("every stage is open, those before are behind, and none is asked for", () => {
    expect(stagesOf("feel", false, false).map(({ state }) => state)).toEqual([
      "here",
      "open",
      "open",
      "open",
    ]);
    expect(stagesOf("learn", false, false).map(({ state }) => state)).toEqual([
      "been",
      "been",
      "here",
      "open",
    ]);
    expect(stagesOf("act", false, false).map(({ state }) => state)).toEqual(["been", "been", "been", "here"]);
  });

  test("nothing comes before feeling", () => {
    expect(stagesBefore("feel")).toEqual([]);
    expect(stagesBefore("act")).toEqual(["feel", "reframe", "learn"]);
  });
});
