import { expect, test } from "vitest";
import { follows } from "@/lib/passkeys/rules";

test.each([
  [0n, 0n, true],
  [0n, 1n, true],
  [5n, 6n, true],
  [5n, 900n, true],
  [5n, 5n, false],
  [5n, 4n, false],
  [5n, 0n, false],
])("after a count of %s, one of %s is taken: %s", (kept, counted, taken) => {
  expect(follows(kept, counted)).toBe(taken);
});
