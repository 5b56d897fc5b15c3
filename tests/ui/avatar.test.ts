import { expect, test } from "vitest";
import { hueOf, initialsOf } from "@/components/ui/avatar";

test.each([
  ["Wren", "W"],
  ["quiet heron", "QH"],
  ["  The Old  Oak Tree ", "TO"],
  ["ölbaum", "Ö"],
  ["🌱 sprout", "🌱S"],
  ["李", "李"],
  ["", ""],
])("%j is %j for short", (alias, initials) => {
  expect(initialsOf(alias)).toBe(initials);
});

test("an alias keeps its colour, and a few of them are rarely all of one", () => {
  const names = ["Juniper", "Heron", "Wren", "Alder", "Marten"];
  expect(names.map(hueOf)).toEqual(names.map(hueOf));
  expect(new Set(names.slice(0, 2).map(hueOf)).size).toBe(2);
  const alike = Array.from({ length: 1000 }, (_, index) => `Heron ${index}`);
  const sage = alike.filter((alias) => hueOf(alias) === "sage").length;
  expect(sage).toBeGreaterThan(400);
  expect(sage).toBeLessThan(600);
});
