import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "@/lib/wilson";

/*
 * Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), Table I,
 * method 3: the score interval without continuity correction.
 */
const published: [successes: number, cases: number, low: number, high: number][] = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
];

test.each(published)("%d of %d lie between the shares that were published", (successes, cases, low, high) => {
  const found = wilson(successes, cases);
  // To the four digits in which they stand there.
  expect(found.low.toFixed(4)).toBe(low.toFixed(4));
  expect(found.high.toFixed(4)).toBe(high.toFixed(4));
});

describe("for any count", () => {
  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((cases) => fc.tuple(fc.integer({ min: 0, max: cases }), fc.constant(cases)));

  test("the interval lies within 0 and 1 and holds the share that was seen", () => {
    fc.assert(
      fc.property(counts, ([successes, cases]) => {
        const { low, high } = wilson(successes, cases);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / cases);
        expect(high).toBeGreaterThanOrEqual(successes / cases);
      }),
    );
  });

  test("calling better what was worse turns the interval round", () => {
    fc.assert(
      fc.property(counts, ([successes, cases]) => {
        const [one, other] = [wilson(successes, cases), wilson(cases - successes, cases)];
        expect(one.low).toBeCloseTo(1 - other.high, 12);
        expect(one.high).toBeCloseTo(1 - other.low, 12);
      }),
    );
  });

  test("both ends solve the equation that Wilson wrote down", () => {
    fc.assert(
      fc.property(counts, ([successes, cases]) => {
        const seen = successes / cases;
        for (const end of Object.values(wilson(successes, cases))) {
          if (end === 0 || end === 1) continue;
          const deviates = Math.abs(seen - end) / Math.sqrt((end * (1 - end)) / cases);
          expect(deviates).toBeCloseTo(1.959964, 4);
        }
      }),
    );
  });
});

test("none and all are exactly the ends, and of no cases nothing is known", () => {
  expect(wilson(0, 7).low).toBe(0);
  expect(wilson(7, 7).high).toBe(1);
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

test.each([
  [-1, 5],
  [6, 5],
  [1.5, 5],
  [1, Number.NaN],
])("%d of %d cannot be counted", (successes, cases) => {
  expect(() => wilson(successes, cases)).toThrow(RangeError);
});
