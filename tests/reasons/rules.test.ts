import { describe, expect, test } from "vitest";
import { canBecome, canLetGo, canWait, type Step, steps, stepsFor } from "@/lib/reasons/rules";

describe("reasons can wait", () => {
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
  ])("%s", (_when, loggedAt, today, timeZone, can) => {
    expect(canWait(new Date(loggedAt), today, timeZone)).toBe(can);
  });
});

const letGoAt = new Date();

describe("a reason", () => {
  test.each([
    ["that is mine", { whose: "mine", letGoAt: null }, { become: true, letGo: false }],
    ["that was theirs", { whose: "theirs", letGoAt: null }, { become: false, letGo: true }],
    ["that was chance", { whose: "chance", letGoAt: null }, { become: false, letGo: true }],
    ["that is not sorted", { whose: null, letGoAt: null }, { become: false, letGo: false }],
    ["that was theirs and is let go", { whose: "theirs", letGoAt }, { become: false, letGo: false }],
    ["that was chance and is let go", { whose: "chance", letGoAt }, { become: false, letGo: false }],
    [
      "that is mine and let go, however that came",
      { whose: "mine", letGoAt },
      { become: false, letGo: false },
    ],
  ] as const)("%s", (_what, reason, may) => {
    expect({ become: canBecome(reason), letGo: canLetGo(reason) }).toEqual(may);
  });
});

describe("the step to suggest", () => {
  test.each([
    ["a change, for what they said", "employer", "experiment"],
    ["a question, for what only its member thinks", "me", "feedback"],
    ["a question, for what nobody knows", "unknown", "feedback"],
  ] as const)("is %s", (_what, saidBy, first) => {
    const all = stepsFor({ saidBy }, steps);
    expect(all[0]).toBe(first);
    expect([...all].sort()).toEqual([...steps].sort());
  });

  test.each<[Step[]]>([[["goal"]], [["goal", "plan"]], [[]]])("is one of those that are open: %j", (open) => {
    expect(stepsFor({ saidBy: "me" }, open).sort()).toEqual([...open].sort());
  });
});
