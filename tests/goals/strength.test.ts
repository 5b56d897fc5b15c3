import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, daysBetween } from "@/lib/dates";
import type { Rhythm } from "@/lib/goals/rules";
import { smaller } from "@/lib/goals/smaller";
import {
  askedAtOnce,
  HALF_LIFE,
  halfLifeOf,
  type StrengthOf,
  standingOf,
  strengthOn,
  strengthOver,
} from "@/lib/goals/strength";
import { plainStrength, saidOf } from "./plain-strength";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const since = "2026-01-05";
const LONG = 200;

const goal = (
  rhythm: Rhythm,
  efforts: Record<Day, number> = {},
  more: Partial<Pick<StrengthOf, "rests" | "former">> = {},
): StrengthOf => ({
  ...rhythm,
  efforts,
  rests: [],
  former: [],
  since,
  ...more,
});

/** Effort on every so many days, so many times. */
const every = (days: number, times: number, amount = 1): Record<Day, number> =>
  Object.fromEntries(Array.from({ length: times }, (_, at) => [addDays(since, at * days), amount]));

const last = (of: StrengthOf, day: Day): number => strengthOver(of, day, day)[0]?.strength ?? 0;

const daily: Rhythm = { rhythm: "day", times: 1 };
const weekly: Rhythm = { rhythm: "week", times: 1 };

describe("strength", () => {
  test("is nothing before the first effort, and begins small", () => {
    expect(strengthOver(goal(daily), since, addDays(since, 2)).map(({ strength }) => strength)).toEqual([
      0, 0, 0,
    ]);
    expect(last(goal(daily, { [since]: 1 }), since)).toBe(5);
  });

  test("comes half of the way that is left in a half-life of doing what the rhythm asks", () => {
    expect(last(goal(daily, every(1, HALF_LIFE)), addDays(since, HALF_LIFE - 1))).toBe(50);
    expect(last(goal(daily, every(1, 2 * HALF_LIFE)), addDays(since, 2 * HALF_LIFE - 1))).toBe(75);
  });

  test("loses half of it in a half-life without, counted from the day that is over", () => {
    const strong = goal(daily, every(1, 200));
    const newest = addDays(since, 199);
    expect(last(strong, newest)).toBe(100);
    expect(last(strong, addDays(newest, 1))).toBe(100);
    expect(last(strong, addDays(newest, 1 + HALF_LIFE))).toBe(50);
  });

  test.each([
    ["every day", daily, 14],
    ["four times a week", { rhythm: "week", times: 4 }, 18.5],
    ["once a week", weekly, 37],
    ["150 minutes a week, half an hour at a time", { rhythm: "week", times: 150, usual: 30 }, 16.6],
    ["every 3 days", { rhythm: "every_days", everyDays: 3, times: 1 }, 24.2],
    ["a finish line", { rhythm: "finish_line", times: 5 }, 37],
    // In days that ask for it: five of a week, one of a week.
    ["Monday to Friday", { rhythm: "weekdays", weekdays: [1, 2, 3, 4, 5], times: 1 }, 11.8],
    ["Mondays", { rhythm: "weekdays", weekdays: [1], times: 1 }, 5.3],
  ] as const)("%s has a half-life of its own", (_name, rhythm, days) => {
    expect(halfLifeOf(rhythm as unknown as Rhythm)).toBeCloseTo(days, 1);
  });

  test("whoever does what the rhythm asks never sees it fade", () => {
    const kept: [Rhythm, Record<Day, number>][] = [
      [daily, every(1, 60)],
      [weekly, every(7, 30)],
      [
        { rhythm: "week", times: 2 },
        { ...every(7, 30), ...shifted(every(7, 30), 3) },
      ],
      [{ rhythm: "every_days", everyDays: 3, times: 1 }, every(3, 50)],
      [{ rhythm: "weekdays", weekdays: [1], times: 1 }, every(7, 30)],
      [{ rhythm: "day", times: 30, unit: "minutes", usual: 30 }, every(1, 60, 30)],
    ];
    for (const [rhythm, efforts] of kept) {
      const over = strengthOver(goal(rhythm, efforts), since, addDays(since, 50)).map(
        ({ strength }) => strength,
      );
      expect(over).toEqual([...over].sort((a, b) => a - b));
      expect(over.at(-1)).toBeGreaterThan(25);
    }
  });

  test("a week is a week however its times lie in it", () => {
    const rhythm: Rhythm = { rhythm: "week", times: 4 };
    const atOnce = goal(rhythm, { [since]: 4 });
    const spread = goal(rhythm, every(1, 4));
    const sunday = addDays(since, 6);
    expect(last(atOnce, sunday)).toBe(last(spread, sunday));
    expect(last(atOnce, sunday)).toBe(23);
  });

  test("what was logged for days before the goal was there counts too", () => {
    const early = goal(daily, { [addDays(since, -3)]: 1 });
    expect(strengthOver(early, addDays(since, -10), since)[0]).toEqual({
      day: addDays(since, -3),
      strength: 5,
    });
  });
});

const shifted = (efforts: Record<Day, number>, days: number) =>
  Object.fromEntries(Object.entries(efforts).map(([day, amount]) => [addDays(day, days), amount]));

const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ rhythm: fc.constant("day" as const), times: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ rhythm: fc.constant("week" as const), times: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ rhythm: fc.constant("finish_line" as const), times: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    rhythm: fc.constant("every_days" as const),
    everyDays: fc.integer({ min: 2, max: 30 }),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    rhythm: fc.constant("weekdays" as const),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    times: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    rhythm: fc.constantFrom("day" as const, "week" as const),
    times: fc.integer({ min: 10, max: 120 }),
    unit: fc.constant("minutes" as const),
    usual: fc.integer({ min: 5, max: 60 }),
  }),
);
const offset = fc.integer({ min: 0, max: LONG });
const efforts = fc
  .array(fc.tuple(offset, fc.integer({ min: 1, max: 40 })), { maxLength: 60 })
  .map((all) => Object.fromEntries(all.map(([at, amount]) => [addDays(since, at), amount])));
const rest = fc.tuple(offset, fc.option(fc.integer({ min: 1, max: 60 }))).map(([at, days]) => ({
  startedOn: addDays(since, at),
  endedOn: days === null ? null : addDays(since, at + days),
}));
/** What it asked for before, at most once a day. */
const former = fc
  .uniqueArray(fc.tuple(offset, rhythms), { maxLength: 3, selector: ([at]) => at })
  .map((all) =>
    all.sort(([a], [b]) => a - b).map(([at, rhythm]) => ({ ...rhythm, until: addDays(since, at) })),
  );
const goals = fc
  .tuple(rhythms, efforts, fc.array(rest, { maxLength: 3 }), former)
  .map(([rhythm, done, rests, former]) => goal(rhythm, done, { rests, former }));

const whole = (of: StrengthOf) => strengthOver(of, since, addDays(since, LONG + 60));
const holds = <T extends unknown[]>(arbitrary: fc.Arbitrary<T>, check: (...args: T) => void) =>
  fc.assert(
    fc.property(arbitrary, (args) => check(...args)),
    { seed, numRuns: 60 },
  );

describe(`whatever somebody did and whenever they rested (SEED=${seed})`, () => {
  test("it is a whole number from 0 to 100, on every day", () => {
    holds(fc.tuple(goals), (of) => {
      for (const { strength } of whole(of)) {
        expect(Number.isInteger(strength)).toBe(true);
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThanOrEqual(100);
      }
    });
  });

  test("it never resets: from one day to the next no more goes than the half-life takes", () => {
    holds(fc.tuple(goals), (of) => {
      const kept = 0.5 ** (1 / Math.min(...[of, ...of.former].map(halfLifeOf)));
      const days = whole(of);
      for (const [at, { strength }] of days.entries()) {
        const before = days[at - 1]?.strength ?? 0;
        // Both are rounded.
        expect(strength).toBeGreaterThanOrEqual(before * kept - 1);
      }
    });
  });

  test("effort never lowers what was there that morning", () => {
    holds(fc.tuple(goals), (of) => {
      for (const day of Object.keys(of.efforts)) {
        const { [day]: _, ...before } = Object.fromEntries(
          Object.entries(of.efforts).filter(([other]) => other <= day),
        );
        expect(last(of, day)).toBeGreaterThanOrEqual(last({ ...of, efforts: before }, day));
      }
    });
  });

  test("one more effort lowers no day", () => {
    holds(fc.tuple(goals, offset), (of, at) => {
      const day = addDays(since, at);
      const more = { ...of, efforts: { ...of.efforts, [day]: (of.efforts[day] ?? 0) + 1 } };
      const without = whole(of);
      for (const [index, { strength }] of whole(more).entries()) {
        expect(strength).toBeGreaterThanOrEqual(without[index]?.strength ?? 0);
      }
    });
  });

  test("a rest lowers no day, during it and afterwards", () => {
    holds(fc.tuple(goals, rest), (of, more) => {
      const rested = whole({ ...of, rests: [...of.rests, more] });
      for (const [index, { strength }] of whole(of).entries()) {
        expect(rested[index]?.strength ?? 0).toBeGreaterThanOrEqual(strength);
      }
    });
  });

  test("a rest without effort is as if its days had not been", () => {
    holds(
      fc.tuple(rhythms, efforts, fc.integer({ min: 0, max: LONG }), fc.integer({ min: 1, max: 60 }), former),
      (rhythm, done, at, days, former) => {
        // Whole weeks for chosen weekdays, since leaving out others would move them.
        const chosen = [rhythm, ...former].some((one) => one.rhythm === "weekdays");
        const length = chosen ? 7 * Math.ceil(days / 7) : days;
        const start = addDays(since, at);
        const moves = former.map((one) => ({
          ...one,
          until: one.until < start ? one.until : addDays(one.until, length),
        }));
        const moved = Object.fromEntries(
          Object.entries(done).map(([day, amount]) => [day < start ? day : addDays(day, length), amount]),
        );
        const rests = [{ startedOn: start, endedOn: addDays(start, length) }];
        const rested = goal(rhythm, moved, { rests, former: moves });
        const end = addDays(since, LONG);
        expect(strengthOver(rested, addDays(end, length), addDays(end, length))[0]?.strength).toBe(
          strengthOver(goal(rhythm, done, { former }), end, end)[0]?.strength,
        );
      },
    );
  });

  test("while it rests it stays where it is", () => {
    holds(fc.tuple(rhythms, efforts), (rhythm, done) => {
      const end = addDays(since, LONG);
      const of = goal(rhythm, done, { rests: [{ startedOn: addDays(end, 1), endedOn: null }] });
      const resting = strengthOver(of, addDays(end, 2), addDays(end, 400));
      expect(new Set(resting.map(({ strength }) => strength)).size).toBe(1);
    });
  });

  test("it is what reckoning plainly from the words of the help gives, day by day", () => {
    holds(fc.tuple(goals), (of) => {
      const lived = [...of.former, { ...of, until: null }].map((rhythm) => ({
        said: saidOf(rhythm),
        until: rhythm.until,
      }));
      const plain = plainStrength(of, lived, addDays(since, LONG + 60));
      for (const { day, strength } of whole(of)) expect(strength, day).toBe(plain.get(day) ?? 0);
    });
  });

  test("another rhythm moves no day until the one on which it is chosen, and begins from there", () => {
    holds(fc.tuple(goals, rhythms, offset), (of, next, at) => {
      const day = addDays(since, at);
      const before = of.former.filter(({ until }) => until < day);
      const { rhythm, times, unit, usual, everyDays, weekdays } =
        of.former.find(({ until }) => until >= day) ?? of;
      const was = { rhythm, times, unit, usual, everyDays, weekdays } as Rhythm;
      const stays = goal(was, of.efforts, { rests: of.rests, former: before });
      const grown = goal(next, of.efforts, { rests: of.rests, former: [...before, { ...was, until: day }] });
      const until = (one: StrengthOf) => strengthOver(one, since, day);
      expect(until(grown)).toEqual(until(stays));
      const after = addDays(day, 1);
      expect(last(grown, after)).toBeGreaterThanOrEqual(last(grown, day));
    });
  });

  test("a smaller version lowers no day of whoever does as much at once as it asks, or less", () => {
    holds(
      fc.tuple(rhythms, efforts, fc.array(rest, { maxLength: 3 }), offset, fc.nat(60)),
      (rhythm, done, rests, at, total) => {
        const next = smaller({ ...rhythm, total });
        if (next.kind === "retitle") return;
        const until = addDays(since, at);
        const most = askedAtOnce(next.rhythm);
        const little = Object.fromEntries(
          Object.entries(done).map(([day, amount]) => [day, Math.min(amount, most)]),
        );
        const days = whole(goal(next.rhythm, little, { rests, former: [{ ...rhythm, until }] }));
        // Of fewer weekdays each that stays fades by a little more, and there are fewer of them.
        const apart = rhythm.rhythm === "weekdays" ? 1 : 0;
        for (const [index, { day, strength }] of whole(goal(rhythm, little, { rests })).entries())
          expect(days[index]?.strength, day).toBeGreaterThanOrEqual(strength - apart);
      },
    );
  });

  test("reckoned on from its newest effort it is what reckoning everything again gives", () => {
    holds(fc.tuple(goals, fc.integer({ min: 0, max: 400 })), (of, later) => {
      const standing = standingOf(of);
      const day = addDays(standing?.day ?? since, later);
      // As it comes back from the database.
      const stored = standing && JSON.parse(JSON.stringify(standing));
      expect(strengthOn(of, stored, day)).toBe(last(of, day));
    });
  });

  test("a day says the same however much of the time around it is looked at", () => {
    holds(fc.tuple(goals, offset, offset), (of, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((at) => addDays(since, at)) as [Day, Day];
      const part = strengthOver(of, from, to);
      expect(part).toEqual(whole(of).filter(({ day }) => day >= from && day <= to));
      expect(part).toHaveLength(daysBetween(from, to) + 1);
    });
  });
});
