import { expect, test } from "vitest";
import { initialsOf } from "@/components/ui/avatar";

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
