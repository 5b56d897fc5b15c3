import { subHours } from "date-fns";
import { expect, test } from "vitest";
import { sayWaiting, whoIsTold } from "@/lib/nudges/rules";
import { isQuietHour } from "@/lib/reminders/rules";

const now = new Date("2026-11-26T12:00:00Z");
const others = [
  { userId: "facilitator", role: "facilitator" },
  { userId: "cofacilitator", role: "cofacilitator" },
  { userId: "buddy", role: "member" },
  { userId: "wren", role: "member" },
] as const;

type There = { others: (typeof others)[number][]; buddies: string[] };
const told = (hours: number, there: Partial<There> = {}) =>
  whoIsTold({ saidAt: subHours(now, hours) }, { others: [...others], buddies: ["buddy"], ...there }, now).map(
    ({ userId, kind }) => `${userId}: ${kind}`,
  );

const buddy = "buddy: post-waits-for-buddy";
const facilitator = "facilitator: post-waits-for-holder";
const cofacilitator = "cofacilitator: post-waits-for-holder";

test.each([
  [0, []],
  [23.9, []],
  [24, [buddy]],
  [35.9, [buddy]],
  [36, [buddy, facilitator]],
  [47.9, [buddy, facilitator]],
  [48, [buddy, facilitator, "cofacilitator: post-waits", "wren: post-waits"]],
  [96, [buddy, facilitator, "cofacilitator: post-waits", "wren: post-waits"]],
  [96.1, []],
])("a post that waits for %f hours is pointed out to %j", (hours, expected) => {
  expect(told(hours)).toEqual(expected);
});

test("where no buddy can be asked, whoever holds the circle is asked at once, and later the other one", () => {
  expect(told(24, { buddies: [] })).toEqual([facilitator]);
  expect(told(24, { buddies: ["gone"] })).toEqual([facilitator]);
  expect(told(36, { buddies: [] })).toEqual([facilitator, cofacilitator]);
});

test("a buddy who holds the circle is told once, and later the other one who holds it", () => {
  const buddies = ["facilitator"];
  expect(told(24, { buddies })).toEqual(["facilitator: post-waits-for-buddy"]);
  expect(told(36, { buddies })).toEqual(["facilitator: post-waits-for-buddy", cofacilitator]);
});

test("with two buddies both are told", () => {
  expect(told(24, { buddies: ["buddy", "wren"] })).toEqual([buddy, "wren: post-waits-for-buddy"]);
});

test("where nobody can be asked nobody is told", () => {
  expect(told(48, { others: [] })).toEqual([]);
});

test("mails rest from ten in the evening until eight, where their reader lives", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 26, hour, 30));
  const quiet = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuietHour("UTC", at(hour)));
  expect(quiet).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 22, 23]);
  expect(isQuietHour("Asia/Kathmandu", at(2))).toBe(false);
  expect(isQuietHour("America/Los_Angeles", at(12))).toBe(true);
});

test("what waits is counted in words", () => {
  expect([1, 2].map(sayWaiting)).toEqual(["One thing waits for you", "2 things wait for you"]);
});
