import { describe, expect, test } from "vitest";
import { addDays, type Day } from "@/lib/dates";
import { asksWhatHelped, isQuiet, saySteady } from "@/lib/goals/coming-back";
import { presets, situations } from "@/lib/goals/presets";
import {
  askedThisWeek,
  dotsOf,
  type Kept,
  leftToday,
  type Rhythm,
  sayEffort,
  sayProgress,
  sayRhythm,
  sayToCircle,
} from "@/lib/goals/rules";
import { changeForm, goalForm } from "@/lib/goals/schema";
import { smaller } from "@/lib/goals/smaller";
import { freshId } from "@/lib/ids";

// A Thursday; its week runs from Monday the 16th to Sunday the 22nd.
const today = "2026-11-19";
const [monday, tuesday, wednesday] = ["2026-11-16", "2026-11-17", "2026-11-18"];

const kept = (rhythm: Rhythm, efforts: Record<Day, number> = {}, more: Partial<Kept> = {}): Kept => ({
  ...rhythm,
  efforts,
  total: Object.values(efforts).reduce((sum, count) => sum + count, 0),
  begun: Object.values(efforts).some((count) => count > 0),
  rests: [],
  ...more,
});

const everyThree: Rhythm = { rhythm: "every_days", everyDays: 3, times: 1 };
const mondays: Rhythm = { rhythm: "weekdays", weekdays: [1, 4], times: 1 };
const minutes: Rhythm = { rhythm: "day", times: 30, unit: "minutes", usual: 15 };
const weekly: Rhythm = { rhythm: "week", times: 150, unit: "minutes", usual: 25 };
const pages: Rhythm = { rhythm: "finish_line", times: 300, unit: "pages", usual: 10 };

describe("what a goal asks for is said as people say it", () => {
  test.each<[string, Rhythm]>([
    ["30 minutes a day", minutes],
    ["1 application a day", { rhythm: "day", times: 1, unit: "applications" }],
    ["1 person a week", { rhythm: "week", times: 1, unit: "people" }],
    ["2 people a week", { rhythm: "week", times: 2, unit: "people" }],
    ["300 pages in all", pages],
    ["every 3 days", everyThree],
    ["20 minutes every 3 days", { ...everyThree, times: 20, unit: "minutes" }],
    ["on Mondays and Thursdays", mondays],
    ["on Saturdays", { ...mondays, weekdays: [6] }],
    ["2 on Mondays, Tuesdays and Sundays", { ...mondays, weekdays: [1, 2, 7], times: 2 }],
    ["from Monday to Friday", { ...mondays, weekdays: [1, 2, 3, 4, 5] }],
  ])("%s", (said, rhythm) => {
    expect(sayRhythm(rhythm)).toBe(said);
  });
});

describe("how much is left today", () => {
  test.each<[string, Kept, number]>([
    ["a day of the rhythm", kept(mondays), 1],
    ["a day of the rhythm, done", kept(mondays, { [today]: 1 }), 0],
    ["a day that is none of it", kept({ ...mondays, weekdays: [1, 2] }), 0],
    ["every few days, never done", kept(everyThree), 1],
    ["every few days, done yesterday", kept(everyThree, { [wednesday]: 1 }), 0],
    ["every few days, done three days ago", kept(everyThree, { [monday]: 1 }), 1],
    ["every few days, done two days ago", kept(everyThree, { [tuesday]: 1 }), 0],
    ["minutes of a day", kept(minutes), 30],
    ["minutes of a day, some done", kept(minutes, { [today]: 20 }), 10],
    ["minutes of a week", kept(weekly), 25],
    ["minutes of a week, nearly all done", kept(weekly, { [monday]: 140 }), 10],
    ["minutes of a week, some today", kept(weekly, { [today]: 5 }), 0],
    ["pages of a book", kept(pages), 10],
    ["pages of a book, at its end", kept(pages, {}, { total: 300 }), 0],
    ["a day of rest", kept(mondays, {}, { rests: [{ startedOn: today, endedOn: addDays(today, 1) }] }), 0],
  ])("%s", (_name, goal, left) => {
    expect(leftToday(goal, today)).toBe(left);
  });
});

describe("where a goal stands", () => {
  test.each<[string, Kept, string]>([
    ["minutes of a day", kept(minutes, { [today]: 20 }), "20 of 30 minutes today"],
    ["minutes of a week", kept(weekly, { [monday]: 25, [today]: 25 }), "50 of 150 minutes this week"],
    [
      "a whole week of minutes",
      kept(weekly, { [monday]: 160 }),
      "160 minutes this week, as much as you hoped for",
    ],
    ["pages", kept(pages, { [monday]: 10 }), "10 of 300 pages so far"],
    [
      "pages with a day in mind",
      kept(pages, { [monday]: 10 }, { finishBy: "2026-12-12" }),
      "10 of 300 pages so far, and there is time until Saturday, 12 December",
    ],
    [
      "a day in mind that has passed is not spoken of",
      kept(pages, { [monday]: 10 }, { finishBy: "2026-11-18" }),
      "10 of 300 pages so far",
    ],
    ["pages, all", kept(pages, {}, { total: 300 }), "300 pages done: you are at the finish line"],
    ["chosen weekdays", kept(mondays, { [monday]: 1 }), "1 day this week"],
    [
      "every few days, done",
      kept(everyThree, { [wednesday]: 1 }),
      "Done, and open again from Saturday, 21 November",
    ],
    ["every few days, open", kept(everyThree, {}, { begun: true }), "Open today"],
    ["every few days, before the first", kept(everyThree), "Begins with the first one"],
    [
      "a rest with an end",
      kept(minutes, {}, { rests: [{ startedOn: monday, endedOn: "2026-11-22" }] }),
      "Resting until Saturday, 21 November",
    ],
    [
      "a rest that lies ahead",
      kept(mondays, {}, { rests: [{ startedOn: "2026-12-01", endedOn: null }] }),
      "The week is still open",
    ],
  ])("%s", (_name, goal, said) => {
    expect(sayProgress(goal, today)).toBe(said);
  });

  test("weekdays that were not chosen ask for nothing, and effort shows on them", () => {
    const states = dotsOf(kept(mondays, { [tuesday]: 1 }), today).map(({ state }) => state);
    expect(states).toEqual(["empty", "filled", "resting", "empty", "resting", "resting", "resting"]);
  });

  test("half of a day's minutes fill half of a dot", () => {
    expect(dotsOf(kept(minutes, { [today]: 15 }), today)[3]?.state).toBe("partly");
    expect(dotsOf(kept(weekly, { [today]: 5 }), today)[3]?.state).toBe("filled");
  });

  test.each<[Rhythm, number]>([
    [minutes, 210],
    [mondays, 2],
    [weekly, 150],
    [everyThree, 3],
    [pages, 0],
  ])("a week of %j asks for %i", (rhythm, asked) => {
    expect(askedThisWeek(kept(rhythm), today)).toBe(asked);
  });

  test("at its end one hears how much it was", () => {
    expect(sayEffort(600, "minutes")).toBe("600 minutes, and every one was you.");
    expect(sayEffort(1, "applications")).toBe("1 application, and every one was you.");
    expect(sayEffort(3)).toBe("You did it 3 times, and every one was you.");
  });

  test("a circle is told how much it was", () => {
    expect(sayToCircle({ ...kept(pages, { [monday]: 20 }), title: "The handbook" }, today)).toBe(
      "20 of 300 pages so far: The handbook.",
    );
  });
});

describe("one step smaller", () => {
  const next = (rhythm: Rhythm, total = 0) => {
    const step = smaller({ ...rhythm, total });
    return step.kind === "rhythm" ? sayRhythm(step.rhythm) : "a smaller thing";
  };
  test.each<[Rhythm, string]>([
    [minutes, "15 minutes a day"],
    [{ ...minutes, times: 10 }, "5 minutes a day"],
    [{ ...minutes, times: 5 }, "20 minutes a week"],
    [{ ...weekly, times: 5 }, "a smaller thing"],
    [{ rhythm: "day", times: 9, unit: "pages" }, "4 pages a day"],
    [{ rhythm: "week", times: 3, unit: "people" }, "2 people a week"],
    [everyThree, "every 4 days"],
    [{ ...everyThree, everyDays: 7 }, "a smaller thing"],
    [mondays, "on Mondays"],
    [{ ...mondays, times: 2 }, "on Mondays and Thursdays"],
    [{ ...mondays, weekdays: [1] }, "a smaller thing"],
    [pages, "150 pages in all"],
  ])("than %j is %s", (rhythm, said) => {
    expect(next(rhythm)).toBe(said);
  });

  test("one tap logs no more than is asked for then", () => {
    expect(smaller({ ...minutes, usual: 30, total: 0 })).toMatchObject({ rhythm: { times: 15, usual: 15 } });
  });
});

describe("a form about a goal", () => {
  const said = { title: "A walk", category: "routine", times: "1", unit: "times" };
  const read = (fields: Record<string, unknown>) => goalForm.safeParse({ id: freshId(), ...said, ...fields });
  const complaints = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      (read(fields).error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]),
    );

  test("of what belongs to another rhythm keeps nothing", () => {
    const more = { everyDays: "3", weekdays: ["2", "5"], finishBy: "2026-12-24", usual: "" };
    expect(read({ rhythm: "week", ...more }).data).toMatchObject({
      everyDays: null,
      weekdays: [],
      finishBy: null,
    });
    expect(read({ rhythm: "every_days", ...more }).data).toMatchObject({ everyDays: 3, weekdays: [] });
    expect(read({ rhythm: "weekdays", ...more }).data).toMatchObject({ everyDays: null, weekdays: [2, 5] });
    expect(read({ rhythm: "finish_line", ...more }).data?.finishBy).toEqual(new Date("2026-12-24"));
  });

  test("with all seven weekdays is for every day, and with one sent twice for that one", () => {
    expect(read({ rhythm: "weekdays", weekdays: [7, 6, 5, 4, 3, 2, 1] }).data).toMatchObject({
      rhythm: "day",
    });
    expect(read({ rhythm: "weekdays", weekdays: ["3", "1", "3"] }).data).toMatchObject({ weekdays: [1, 3] });
  });

  test("from before there were units says what it always said", () => {
    const { unit: _, ...before } = said;
    expect(goalForm.safeParse({ id: freshId(), ...before, rhythm: "day" }).data).toMatchObject({
      unit: "times",
      usual: 1,
      everyDays: null,
      weekdays: [],
      finishBy: null,
    });
  });

  test.each([
    ["a day's minutes", { rhythm: "day", times: 30, unit: "minutes" }, 30],
    ["a week's minutes", { rhythm: "week", times: 150, unit: "minutes" }, 25],
    ["fewer minutes than are usual", { rhythm: "week", times: 10, unit: "minutes" }, 10],
    ["minutes of one's own choice", { rhythm: "day", times: 30, unit: "minutes", usual: 10 }, 10],
    ["a week's pages", { rhythm: "week", times: 100, unit: "pages" }, 10],
    ["applications", { rhythm: "week", times: 5, unit: "applications" }, 1],
  ])("of %s says what one tap logs", (_name, fields, usual) => {
    expect(read(fields).data?.usual).toBe(usual);
  });

  test.each([
    ["weekdays without a day", { rhythm: "weekdays" }, { weekdays: "Please choose a day, or several." }],
    ["no number of days", { rhythm: "every_days" }, { everyDays: "After how many days again? From 2 on." }],
    ["every day, said oddly", { rhythm: "every_days", everyDays: 1 }, { everyDays: expect.any(String) }],
    ["too long a gap", { rhythm: "every_days", everyDays: 31 }, { everyDays: expect.stringContaining("30") }],
    ["a day that is none", { rhythm: "finish_line", finishBy: "soon" }, { finishBy: expect.any(String) }],
    [
      "more minutes than a day has",
      { rhythm: "day", times: 601, unit: "minutes" },
      { times: expect.any(String) },
    ],
    ["an odd unit", { rhythm: "day", unit: "miles" }, { unit: expect.any(String) }],
  ])("with %s is told kindly", (_name, fields, complained) => {
    expect(complaints(fields)).toEqual(complained);
  });

  test("a change is read in the same way", () => {
    const changed = changeForm.safeParse({ goalId: freshId(), ...said, rhythm: "weekdays", weekdays: "4" });
    expect(changed.data).toMatchObject({ rhythm: "weekdays", weekdays: [4] });
  });
});

describe("a goal to begin with", () => {
  test("there are some for each situation, and something that does one good in each", () => {
    for (const { name, presets: names } of situations) {
      expect(names.length, name).toBeGreaterThan(2);
      const categories = names.map((preset) => presets[preset].category);
      expect(categories, name).toContain("routine");
    }
  });

  test.each(Object.entries(presets))("%s is one that can be kept", (_name, preset) => {
    const { title, link: _, ...rhythm } = preset as (typeof presets)["application"];
    const form = goalForm.safeParse({ id: freshId(), title, ...rhythm });
    expect(form.error?.issues).toBeUndefined();
  });
});

describe("coming back", () => {
  const at = (more: Partial<Parameters<typeof isQuiet>[0]> = {}) => ({
    ...kept({ rhythm: "day", times: 1 }),
    total: 5,
    since: "2026-01-01",
    newest: "2026-11-01",
    fitsOn: null,
    ...more,
  });

  test.each<[string, ReturnType<typeof at>, boolean]>([
    ["14 days without", at({ newest: "2026-11-04" }), true],
    ["13 days without", at({ newest: "2026-11-05" }), false],
    ["a goal of last week", at({ newest: null, since: "2026-11-12" }), false],
    ["a goal that was never begun", at({ newest: null, since: "2026-11-04" }), true],
    ["days of rest", at({ rests: [{ startedOn: "2026-11-03", endedOn: "2026-11-19" }] }), false],
    ["a goal that rests", at({ rests: [{ startedOn: today, endedOn: null }] }), false],
    ["one that was left as it is last week", at({ fitsOn: "2026-11-12" }), false],
    ["one that was left as it is two weeks ago", at({ fitsOn: "2026-11-04" }), true],
    ["a rhythm that is wider than two weeks", at({ rhythm: "every_days", everyDays: 21 }), false],
    ["the finish line", at({ rhythm: "finish_line", times: 5 }), false],
  ])("after %s a smaller version is offered or not", (_name, goal, quiet) => {
    expect(isQuiet(goal, today)).toBe(quiet);
  });

  test.each<[string, Kept, string]>([
    ["some days", kept(minutes, { [monday]: 5, [today]: 5 }), "2 of the last 7 days."],
    [
      "some days and a rest",
      kept(minutes, { [today]: 5 }, { rests: [{ startedOn: monday, endedOn: wednesday }] }),
      "1 of the last 7 days, and 2 of rest.",
    ],
    ["a gap", kept(minutes, {}, { begun: true }), "Good to see you. One small step brings it back."],
    ["nothing yet", kept(minutes), "It begins with the first one."],
    [
      "a rest that goes on",
      kept(minutes, {}, { begun: true, rests: [{ startedOn: "2026-10-01", endedOn: null }] }),
      "It rests, and rest counts.",
    ],
  ])("after %s it is said kindly", (_name, goal, said) => {
    expect(saySteady(goal, today)).toBe(said);
  });

  test.each([
    ["strong", { helpedAt: null, finished: false, begun: true, strength: 70 }, true],
    ["not so strong", { helpedAt: null, finished: false, begun: true, strength: 69 }, false],
    ["finished", { helpedAt: null, finished: true, begun: true, strength: 5 }, true],
    ["finished without one", { helpedAt: null, finished: true, begun: false, strength: 0 }, false],
    ["answered", { helpedAt: new Date(), finished: true, begun: true, strength: 90 }, false],
  ])("a goal that is %s asks what helped, or does not", (_name, goal, asks) => {
    expect(asksWhatHelped(goal)).toBe(asks);
  });
});
