import { describe, expect, test } from "vitest";
import { canTakeBack, isWaiting, sayWaiting, traceOf } from "@/lib/posts/rules";

const now = new Date("2026-11-22T18:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test.each([
  ["its author", "juniper", null, true],
  ["its author, a second time", "juniper", now, false],
  ["somebody else", "heron", null, false],
])("a post can be taken back by %s: %s", (_who, id, takenBackAt, expected) => {
  expect(canTakeBack({ id }, { authorId: "juniper", takenBackAt })).toBe(expected);
});

test.each([
  [0, "nothing"],
  [1, "taken back"],
  [7, "taken back"],
] as const)("with %i answers by others, taking a post back leaves %s", (answers, trace) => {
  expect(traceOf(answers)).toBe(trace);
});

test.each([
  ["just posted", 0, 0, null, false],
  ["a minute short of a day", 23 + 59 / 60, 0, null, false],
  ["a day old", 24, 0, null, true],
  ["a week old", 168, 0, null, true],
  ["a day old and answered", 24, 1, null, false],
  ["a day old and taken back", 24, 0, now, false],
])("a post that is %s (%f h, %i answers) waits: %s", (_when, hours, answers, takenBackAt, waits) => {
  expect(isWaiting({ createdAt: hoursAgo(hours), takenBackAt }, answers, now)).toBe(waits);
});

describe("how long a post has been waiting is said in days as the reader lives them", () => {
  test.each([
    [24, "since yesterday"],
    [41, "since yesterday"],
    [48, "for 2 days"],
    [150, "for 6 days"],
    [200, "since 14 November"],
  ])("%i hours: %s", (hours, said) => {
    expect(sayWaiting(hoursAgo(hours), now, "Europe/Berlin")).toBe(said);
  });

  test("a day that was 25 hours long is still yesterday", () => {
    const after = new Date("2026-10-25T22:30:00Z");
    expect(sayWaiting(new Date("2026-10-24T22:10:00Z"), after, "Europe/Berlin")).toBe("since yesterday");
  });
});
