import { expect, test } from "vitest";
import { dueOf, keptUntil } from "@/lib/absences/rules";

const now = new Date("2026-11-26T12:00:00Z");
const ago = (days: number | null) => (days === null ? null : new Date(now.getTime() - days * 86_400_000));

/** Everything in days before now; never is null. */
const seat = (days: { joined?: number; heard: number; asked?: number; paused?: number; told?: number }) => ({
  joinedAt: ago(days.joined ?? 400) as Date,
  heardAt: ago(days.heard) as Date,
  askedAt: ago(days.asked ?? null),
  pausedAt: ago(days.paused ?? null),
  endSaidAt: ago(days.told ?? null),
});

test.each([
  ["heard nine days ago", { heard: 9.9 }, null],
  ["quiet for ten days", { heard: 10 }, "ask"],
  ["here for nine days and never heard", { heard: 400, joined: 9 }, null],
  ["asked already", { heard: 12, asked: 2 }, null],
  ["asked, and quiet for twenty-one days", { heard: 21, asked: 11 }, "pause"],
  ["quiet for long, and asked only yesterday", { heard: 300, asked: 1 }, null],
  ["quiet for long, and never asked", { heard: 300 }, "ask"],
  ["paused yesterday", { heard: 22, asked: 12, paused: 1 }, null],
  ["paused for three weeks", { heard: 50, paused: 21 }, "say end"],
  ["paused for three weeks, and heard since", { heard: 3, paused: 21 }, null],
  ["told of the end", { heard: 50, paused: 24, told: 3 }, null],
  ["paused for four weeks, and told a week ago", { heard: 50, paused: 28, told: 7 }, "free"],
  ["paused for four weeks, and told late", { heard: 50, paused: 40, told: 6 }, null],
  ["told of an end, and heard since", { heard: 22, paused: 60, told: 30 }, "say end"],
] as const)("%s: %j is due %s", (_who, days, due) => {
  expect(dueOf(seat(days), now)).toBe(due);
});

test("a seat is kept for four weeks from when its member was last heard, and a week after they were told", () => {
  const until = (days: Parameters<typeof seat>[0]) => {
    const one = seat(days);
    return Math.round((keptUntil(one.pausedAt as Date, one).getTime() - now.getTime()) / 86_400_000);
  };
  expect(until({ heard: 50, paused: 1 })).toBe(27);
  expect(until({ heard: 2, paused: 10 })).toBe(26);
  expect(until({ heard: 50, paused: 40, told: 6 })).toBe(1);
});
