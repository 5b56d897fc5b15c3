import { describe, expect, test } from "vitest";
import type { RhythmKind } from "@/lib/generated/enums";
import {
  askedThisWeek,
  canLogOn,
  dotsOf,
  isAtFinishLine,
  type Kept,
  lastSevenDays,
  leftToday,
  restAround,
  restsOn,
  sayProgress,
  sayRhythm,
  sayToCircle,
  smallerTitle,
} from "@/lib/goals/rules";
import { smallerForm } from "@/lib/goals/schema";
import { smaller } from "@/lib/goals/smaller";
import { freshId } from "@/lib/ids";

// A Thursday; its week runs from Monday the 16th to Sunday the 22nd.
const today = "2026-11-19";
const [monday, tuesday, wednesday, friday] = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-20"];

const kept = (rhythm: RhythmKind, times: number, more: Partial<Kept> = {}): Kept => ({
  rhythm,
  times,
  efforts: {},
  total: Object.values(more.efforts ?? {}).reduce((sum, count) => sum + count, 0),
  begun: Object.values(more.efforts ?? {}).some((count) => count > 0),
  rests: [],
  ...more,
});

describe("a day on which effort can be logged", () => {
  test.each([
    ["today", "2026-11-19", true],
    ["yesterday", "2026-11-18", true],
    ["60 days ago", "2026-09-20", true],
    ["61 days ago", "2026-09-19", false],
    ["tomorrow", "2026-11-20", false],
  ])("%s", (_name, day, may) => {
    expect(canLogOn(day, today)).toBe(may);
  });
});

describe("the whole rest around a day", () => {
  const [first, then, later] = [
    { startedOn: "2026-11-28", endedOn: "2026-12-06" },
    { startedOn: "2026-11-25", endedOn: "2026-12-01" },
    { startedOn: "2026-12-06", endedOn: "2026-12-08" },
  ];
  test.each([
    ["alone", [first], "2026-12-01", first],
    ["overlapping", [first, then], "2026-11-26", { startedOn: "2026-11-25", endedOn: "2026-12-06" }],
    [
      "following on each other",
      [later, first],
      "2026-12-07",
      { startedOn: "2026-11-28", endedOn: "2026-12-08" },
    ],
    [
      "one within the other",
      [first, { startedOn: "2026-11-29", endedOn: "2026-11-30" }],
      "2026-12-01",
      first,
    ],
    [
      "the second until somebody goes on",
      [first, { startedOn: "2026-12-01", endedOn: null }],
      "2026-11-30",
      { startedOn: "2026-11-28", endedOn: null },
    ],
    ["another one", [then, { startedOn: "2026-12-03", endedOn: "2026-12-05" }], "2026-12-01", null],
  ])("%s", (_name, rests, day, whole) => {
    expect(restAround(rests, day)).toEqual(whole);
  });
});

describe("a day of rest", () => {
  const rests = [
    { startedOn: "2026-11-02", endedOn: "2026-11-04" },
    { startedOn: "2026-11-18", endedOn: null },
    { startedOn: "2026-11-10", endedOn: "2026-11-10" },
  ];
  test.each([
    ["the day before a pause", "2026-11-01", false],
    ["its first day", "2026-11-02", true],
    ["its last day", "2026-11-03", true],
    ["the day on which it goes on", "2026-11-04", false],
    ["a pause taken back on the same day", "2026-11-10", false],
    ["a pause that goes on", "2027-05-01", true],
  ])("%s", (_name, day, resting) => {
    expect(restsOn({ rests }, day)).toBe(resting);
  });
});

describe("the week in dots", () => {
  const states = (goal: Kept) =>
    dotsOf(goal, today)
      .map(({ state }) => state[0])
      .join("");

  test("begins on Monday, ends on Sunday and rings today", () => {
    const dots = dotsOf(kept("week", 1), today);
    expect(dots.map((dot) => dot.day)).toEqual([
      monday,
      tuesday,
      wednesday,
      today,
      friday,
      "2026-11-21",
      "2026-11-22",
    ]);
    expect(dots.filter((dot) => dot.today).map((dot) => dot.day)).toEqual([today]);
  });

  test.each([
    ["nothing yet", kept("day", 1), "eeeeeee"],
    ["a day with enough is filled", kept("day", 1, { efforts: { [monday]: 1, [today]: 2 } }), "feefeee"],
    [
      "a day with some of it is partly filled",
      kept("day", 3, { efforts: { [monday]: 2, [tuesday]: 3 } }),
      "pfeeeee",
    ],
    ["once is enough for a week's rhythm", kept("week", 4, { efforts: { [tuesday]: 1 } }), "efeeeee"],
    ["once is enough for a finish line", kept("finish_line", 9, { efforts: { [tuesday]: 1 } }), "efeeeee"],
    ["effort of last week is last week's", kept("day", 1, { efforts: { "2026-11-15": 1 } }), "eeeeeee"],
    [
      "days of rest show as rest",
      kept("day", 1, { rests: [{ startedOn: tuesday, endedOn: today }], efforts: { [monday]: 1 } }),
      "frreeee",
    ],
    [
      "effort shows even on a day of rest",
      kept("week", 1, { rests: [{ startedOn: tuesday, endedOn: null }], efforts: { [wednesday]: 1 } }),
      "erfrrrr",
    ],
  ])("%s", (_name, goal, dots) => {
    expect(states(goal)).toBe(dots);
  });
});

describe("what is left to do today", () => {
  const resting = { rests: [{ startedOn: wednesday, endedOn: null }] };
  test.each([
    ["a daily goal, untouched", kept("day", 1), 1],
    ["a daily goal, some of it done", kept("day", 3, { efforts: { [today]: 1 } }), 2],
    ["a daily goal, done", kept("day", 1, { efforts: { [today]: 1 } }), 0],
    ["a daily goal, more than done", kept("day", 1, { efforts: { [today]: 4 } }), 0],
    ["yesterday's effort is not today's", kept("day", 1, { efforts: { [wednesday]: 1 } }), 1],
    ["a daily goal at rest", kept("day", 1, resting), 0],
    ["a weekly goal, untouched", kept("week", 2), 1],
    ["a weekly goal that had its effort today", kept("week", 2, { efforts: { [today]: 1 } }), 0],
    ["a weekly goal that still waits", kept("week", 2, { efforts: { [monday]: 1 } }), 1],
    ["a weekly goal that had its week", kept("week", 2, { efforts: { [monday]: 1, [tuesday]: 1 } }), 0],
    ["a weekly goal of which last week had enough", kept("week", 1, { efforts: { "2026-11-15": 1 } }), 1],
    ["a weekly goal at rest", kept("week", 2, resting), 0],
    [
      "a week that was half rest asks for half",
      kept("week", 4, {
        rests: [{ startedOn: monday, endedOn: today }],
        efforts: { [monday]: 1, [tuesday]: 1, [wednesday]: 1 },
      }),
      0,
    ],
    ["a finish line ahead", kept("finish_line", 5, { total: 4 }), 1],
    ["a finish line reached", kept("finish_line", 5, { total: 5 }), 0],
    ["a finish line that had its effort today", kept("finish_line", 5, { efforts: { [today]: 1 } }), 0],
  ])("%s", (_name, goal, left) => {
    expect(leftToday(goal, today)).toBe(left);
  });

  test.each([
    [4, 0, 4],
    [4, 3, 3],
    [7, 6, 1],
    [1, 6, 1],
    [4, 7, 0],
  ])("%i a week with %i days of rest asks for %i", (times, rest, asked) => {
    const ends = ["16", "17", "18", "19", "20", "21", "22", "23"].map((day) => `2026-11-${day}`);
    const rests = [{ startedOn: monday, endedOn: ends[rest] ?? null }];
    expect(askedThisWeek(kept("week", times, { rests }), today)).toBe(asked);
  });
});

describe("where a goal stands, in words that never say what is missing", () => {
  test.each([
    ["nothing yet", kept("day", 1), "The week is still open"],
    ["one day", kept("day", 1, { efforts: { [monday]: 1 } }), "1 day this week"],
    ["several days", kept("day", 1, { efforts: { [monday]: 1, [today]: 1 } }), "2 days this week"],
    ["part of today", kept("day", 3, { efforts: { [monday]: 3, [today]: 1 } }), "1 of 3 today"],
    ["part of a week", kept("week", 4, { efforts: { [monday]: 1, [today]: 1 } }), "2 of 4 this week"],
    [
      "a week with a rest in it",
      kept("week", 7, { efforts: { [monday]: 2 }, rests: [{ startedOn: tuesday, endedOn: wednesday }] }),
      "2 of 6 this week, with a day of rest",
    ],
    ["a whole week", kept("week", 1, { efforts: { [monday]: 1 } }), "1 this week, as much as you hoped for"],
    [
      "more than a week's",
      kept("week", 1, { efforts: { [monday]: 3 } }),
      "3 this week, as much as you hoped for",
    ],
    [
      "at rest for some days",
      kept("week", 1, { rests: [{ startedOn: monday, endedOn: "2026-11-23" }] }),
      "Resting until Sunday, 22 November",
    ],
    [
      "at rest",
      kept("week", 4, { rests: [{ startedOn: tuesday, endedOn: null }] }),
      "Resting since Tuesday, 17 November",
    ],
    ["before the first", kept("finish_line", 5), "Begins with the first one"],
    ["on the way", kept("finish_line", 5, { total: 2 }), "2 of 5 so far"],
    ["at the finish line", kept("finish_line", 5, { total: 6 }), "6 done: you are at the finish line"],
  ])("%s", (_name, goal, said) => {
    expect(sayProgress(goal, today)).toBe(said);
  });

  test("a rhythm is said as people say it", () => {
    expect(sayRhythm({ rhythm: "day", times: 1 })).toBe("1 a day");
    expect(sayRhythm({ rhythm: "week", times: 4 })).toBe("4 a week");
    expect(sayRhythm({ rhythm: "finish_line", times: 10 })).toBe("10 in all");
  });

  test("only a finish line can be reached", () => {
    expect(isAtFinishLine({ rhythm: "finish_line", times: 5, total: 5 })).toBe(true);
    expect(isAtFinishLine({ rhythm: "finish_line", times: 5, total: 4 })).toBe(false);
    expect(isAtFinishLine({ rhythm: "week", times: 5, total: 50 })).toBe(false);
  });
});

describe("making a goal smaller", () => {
  test.each([
    ["3 a day", "day", 3, 0, { rhythm: "day", times: 2 }],
    ["1 a day", "day", 1, 9, { rhythm: "week", times: 4 }],
    ["4 a week", "week", 4, 0, { rhythm: "week", times: 3 }],
    ["2 a week", "week", 2, 0, { rhythm: "week", times: 1 }],
    ["10 in all, none yet", "finish_line", 10, 0, { rhythm: "finish_line", times: 5 }],
    ["10 in all, 7 done", "finish_line", 10, 7, { rhythm: "finish_line", times: 8 }],
    ["2 in all, none yet", "finish_line", 2, 0, { rhythm: "finish_line", times: 1 }],
  ] as const)("%s", (_name, rhythm, times, total, next) => {
    expect(smaller({ rhythm, times, total })).toEqual({ kind: "rhythm", rhythm: next });
  });

  test.each([
    ["1 a week", "week", 1, 0],
    ["the last step before the finish line", "finish_line", 10, 9],
    ["past the finish line", "finish_line", 3, 4],
  ] as const)("%s becomes a smaller thing", (_name, rhythm, times, total) => {
    expect(smaller({ rhythm, times, total })).toEqual({ kind: "retitle" });
  });

  test("every goal gets down to the smallest, and never to nothing", () => {
    for (const rhythm of ["day", "week", "finish_line"] as const) {
      let at: { rhythm: RhythmKind; times: number } = { rhythm, times: 20 };
      for (let step = 0; step < 40; step++) {
        const next = smaller({ ...at, total: 0 });
        if (next.kind === "retitle") break;
        at = next.rhythm;
        expect(at.times).toBeGreaterThan(0);
      }
      expect(smaller({ ...at, total: 0 })).toEqual({ kind: "retitle" });
    }
  });

  test("five minutes count, and are said once", () => {
    expect(smallerTitle("A walk outside")).toBe("Five minutes: A walk outside");
    expect(smallerTitle("Five minutes: A walk outside")).toBe("Five minutes: A walk outside");
    expect(smallerTitle("x".repeat(120))).toHaveLength(120);
  });

  test.each(["😀".repeat(60), "写".repeat(120), "write to somebody from the fair ".repeat(4).slice(0, 120)])(
    "a smaller title begins as %j does, is whole, and fits its field",
    (title) => {
      const smaller = smallerTitle(title);
      expect(smaller).toMatch(/^Five minutes: .+ …$/u);
      expect(smaller.isWellFormed()).toBe(true);
      expect(
        smallerForm.safeParse({ goalId: freshId(), rhythmInWords: "1 a week", title: smaller }).success,
      ).toBe(true);
    },
  );
});

describe("the last seven days", () => {
  test("rest takes nothing away, and effort on a day of rest is effort", () => {
    const rested = (day: string) => day >= wednesday;
    expect(lastSevenDays(today, (day) => day === today || day === monday, rested)).toEqual({
      showedUp: 2,
      rested: 1,
    });
  });

  test("today and the six days before it are the last seven", () => {
    expect(
      lastSevenDays(
        today,
        (day) => day >= "2026-11-13",
        () => false,
      ).showedUp,
    ).toBe(7);
    expect(
      lastSevenDays(
        today,
        (day) => day <= "2026-11-12",
        () => false,
      ).showedUp,
    ).toBe(0);
  });

  test.each([
    [
      "a daily goal",
      kept("day", 1, { efforts: { [monday]: 1, [tuesday]: 2, [today]: 1, "2026-11-13": 1 } }),
      "Showed up on 4 of the last 7 days for: Applications, 1 a day.",
    ],
    [
      "a goal that rested",
      kept("week", 4, { efforts: { [monday]: 1 }, rests: [{ startedOn: wednesday, endedOn: null }] }),
      "Showed up on 1 of the last 7 days and rested 2 for: Applications, 4 a week.",
    ],
    ["a finish line", kept("finish_line", 10, { total: 4 }), "4 of 10 so far: Applications."],
    [
      "a finish line that was reached",
      kept("finish_line", 2, { total: 3 }),
      "At the finish line, with 3: Applications.",
    ],
    ["a first start", kept("day", 1), "Starting, gently, with: Applications, 1 a day."],
    [
      "a fresh start",
      kept("day", 1, { begun: true }),
      "Starting again, gently, with: Applications, 1 a day.",
    ],
  ])("the circle is told of %s", (_name, goal, said) => {
    expect(sayToCircle({ ...goal, title: "Applications" }, today)).toBe(said);
  });
});
