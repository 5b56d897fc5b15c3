import { expect, test } from "vitest";
import { canEdit, canTakeBack, traceOf } from "@/lib/replies/rules";

const now = new Date("2026-11-22T18:00:00Z");
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const minute = 60_000;

test.each([
  ["its author, at once", "wren", 0, null, true],
  ["its author, just before the 15 minutes are over", "wren", 15 * minute - 1, null, true],
  ["its author, when they are over", "wren", 15 * minute, null, false],
  ["its author, after taking it back", "wren", minute, now, false],
  ["somebody else", "heron", minute, null, false],
])("a reply can be changed by %s: %s %d %s %s", (_who, id, age, takenBackAt, expected) => {
  expect(canEdit({ id }, { authorId: "wren", createdAt: ago(age), takenBackAt }, now)).toBe(expected);
});

test.each([
  ["its author, at any time", "wren", null, true],
  ["its author, a second time", "wren", now, false],
  ["somebody else", "heron", null, false],
])("a reply can be taken back by %s: %s %s %s", (_who, id, takenBackAt, expected) => {
  expect(canTakeBack({ id }, { authorId: "wren", takenBackAt })).toBe(expected);
});

test.each([
  [0, "nothing"],
  [1, "taken back"],
] as const)("with %i answers of others after it, taking it back leaves %s", (answers, trace) => {
  expect(traceOf(answers)).toBe(trace);
});
