import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import WeekPage from "@/app/(member)/wins/week/[monday]/page";
import YearPage from "@/app/(member)/wins/year/[year]/page";
import { addDays, columnOf, type Day, dayIn, startOfDay, weekOf } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { sayWhatHelped } from "@/lib/helped/actions";
import { freshId } from "@/lib/ids";
import { lookBack, MOST_WINS } from "@/lib/look-backs/queries";
import {
  chosenParts,
  monthsOf,
  type Part,
  parts,
  type Span,
  sayDays,
  usual,
  weekIn,
  yearIn,
} from "@/lib/look-backs/rules";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { anExperiment } from "../factories-of-learning";
import { aPost, aReply } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { aWinPicture } from "../factories-of-wins";
import { as, submit, visit } from "../people";

const back = (member: Member, span: Span, chosen: readonly Part[] = usual, today = span.until) =>
  as(member, (viewer) => lookBack({ ...viewer, today }, span, chosen));

const week = (monday: Day): Span => ({ from: monday, until: addDays(monday, 7) });
const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const mondayOf = (member: Member): Day => weekOf(todayOf(member))[0] ?? "";

const openWeek = (member: Member | null, monday: string, asked: Record<string, string | string[]> = {}) =>
  visit(member, () =>
    WeekPage({ params: Promise.resolve({ monday }), searchParams: Promise.resolve(asked) }),
  );
const openYear = (member: Member | null, year: string, asked: Record<string, string | string[]> = {}) =>
  visit(member, () => YearPage({ params: Promise.resolve({ year }), searchParams: Promise.resolve(asked) }));

async function html(opened: ReturnType<typeof openWeek>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

describe("an address", () => {
  test.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11-16", "2026-11-16"],
    ["2026-11-24", null],
    ["2026-11-30", null],
    ["2026-02-30", null],
    ["1999-11-22", null],
    ["20261123", null],
    ["week", null],
  ])("names a week by a Monday that has come: %s", (text, from) => {
    expect(weekIn(text, "2026-11-26")?.from ?? null).toBe(from);
  });

  test.each([
    ["2026", "2026-01-01"],
    ["2025", "2025-01-01"],
    ["2027", null],
    ["1999", null],
    ["02026", null],
    ["year", null],
  ])("names a year that has begun: %s", (text, from) => {
    expect(yearIn(text, "2026-11-26")?.from ?? null).toBe(from);
  });

  test.each([
    [{}, usual],
    [{ chosen: "1" }, []],
    [{ chosen: "1", part: "wins" }, ["wins"]],
    [{ chosen: "1", part: ["names", "wins", "nonsense", "__proto__"] }, ["wins", "names"]],
    [{ part: ["setbacks"] }, usual],
  ])("says what was ticked: %j", (asked, chosen) => {
    expect(chosenParts(asked)).toEqual(chosen);
  });
});

describe("looking back on a week", () => {
  test("counts what was done in it, and nothing of the days around it", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    const [applications, walks] = [await aGoal(juniper), await aGoal(juniper, { category: "routine" })];
    for (const day of ["2026-10-04", "2026-10-05", "2026-10-05", "2026-10-11", "2026-10-12"])
      await anEffort(juniper, applications, day);
    await anEffort(juniper, walks, "2026-10-07");
    await aWin(juniper, "Before.", "2026-10-04");
    await aWin(juniper, "Asked.", "2026-10-08");
    await aWin(juniper, "After.", "2026-10-12");
    const post = await aPost(heron, circle, { createdAt: new Date("2026-10-09T10:00:00Z") });
    for (const at of ["2026-10-09T11:00:00Z", "2026-10-09T12:00:00Z"])
      await aReply(juniper, post, { createdAt: new Date(at) });
    await aReply(juniper, await aPost(juniper, circle), { createdAt: new Date("2026-10-06T12:00:00Z") });
    expect(await back(juniper, week("2026-10-05"))).toEqual({
      days: ["2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09", "2026-10-11"],
      answered: 1,
      efforts: [
        { category: "applications", label: "Applications", times: 3 },
        { category: "routine", label: "Wellbeing", times: 1 },
      ],
      wins: [expect.objectContaining({ body: "Asked.", picture: null })],
      helped: [],
      goals: [],
      hasOlderWins: false,
      setbacks: 0,
      feelings: [],
    });
  });

  test("keeps what was said in a circle that was left, and shows nothing of anybody else's", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(heron, [juniper]);
    const span = week(mondayOf(juniper));
    await aReply(juniper, await aPost(heron, circle));
    await leave(juniper, circle);
    expect(await back(juniper, span)).toMatchObject({ days: [todayOf(juniper)], answered: 1 });
    await aWin(juniper, "Asked.");
    expect(await back(heron, span)).toMatchObject({ answered: 0, wins: [] });
  });

  test("leaves out what was deleted", async () => {
    const juniper = await aMember();
    const span = week(mondayOf(juniper));
    const goal = await aGoal(juniper);
    await anEffort(juniper, goal);
    await aWin(juniper);
    await asMember(juniper.id, async (db) => {
      await db.goal.updateMany({ data: { deletedAt: new Date() } });
      await db.win.updateMany({ data: { deletedAt: new Date() } });
    });
    expect(await back(juniper, span)).toMatchObject({ days: [], efforts: [], wins: [] });
  });
});

describe("nothing is on it that would not hang on a wall, unless it is ticked", () => {
  async function aLife() {
    const juniper = await aMember();
    const win = await aWin(juniper, "Asked Heronworks for feedback.");
    await aWinPicture(juniper, win);
    await aSetback(juniper, { company: "Heronworks", kind: "final_round", feelings: { heavy: 8 } });
    await anExperiment(juniper, { change: "Called Heronworks first", verdict: "keep" });
    const goal = await aGoal(juniper, { title: "Letters to Heronworks", finishedAt: new Date() });
    await submit(juniper, sayWhatHelped, { goalId: goal.id, helped: "Mornings, before Heronworks opens." });
    return { juniper, monday: mondayOf(juniper) };
  }

  test("no setback, no feeling, no employer and no picture", async () => {
    const { juniper, monday } = await aLife();
    const page = await html(openWeek(juniper, monday));
    expect(page).toContain("Asked a company for feedback.");
    expect(page).toContain("Called a company first");
    const shown = page.replace(/<form.*?<\/form>/gs, "");
    expect(shown).not.toMatch(/Heronworks|heavy|setback|<img|Mornings|Letters/i);
  });

  test("with all of it ticked, all of it", async () => {
    const { juniper, monday } = await aLife();
    const page = await html(openWeek(juniper, monday, { chosen: "1", part: [...parts] }));
    expect(page).toContain("Asked Heronworks for feedback.");
    expect(page).toContain("heavy");
    expect(page).toContain("There was one setback, and you came through it.");
    expect(page).toContain("/api/win-pictures/");
    expect(page).toContain("Letters to Heronworks");
    expect(page).toContain("Mornings, before Heronworks opens.");
  });

  test("what helped with goals alone, without the names, and of its own week alone", async () => {
    const { juniper, monday } = await aLife();
    const asked = { chosen: "1", part: ["goals"] };
    const page = await html(openWeek(juniper, monday, asked));
    expect(page).toContain("Mornings, before a company opens.");
    expect(page).toContain("Letters to a company");
    expect(page.replace(/<form.*?<\/form>/gs, "")).not.toContain("Heronworks");
    expect(await html(openWeek(juniper, addDays(monday, -7), asked))).not.toContain("Mornings");
    await asMember(juniper.id, (db) => db.goal.updateMany({ data: { deletedAt: new Date() } }));
    expect(await html(openWeek(juniper, monday, asked))).not.toContain("Mornings");
  });

  test("no employer in what is said of a picture", async () => {
    const { juniper, monday } = await aLife();
    await aWinPicture(juniper, await aWin(juniper, "Went."), "The door of Heronworks");
    await aWinPicture(juniper, await aWin(juniper, "Came back."), null);
    const asked = { chosen: "1", part: ["wins", "pictures"] };
    const page = await html(openWeek(juniper, monday, asked));
    expect(page).toContain('alt="The door of a company"');
    expect(page).not.toContain("Heronworks");
    const named = await html(openWeek(juniper, monday, { ...asked, part: [...asked.part, "names"] }));
    expect(named).toContain('alt="The door of Heronworks"');
  });

  test("with nothing ticked, nothing", async () => {
    const { juniper, monday } = await aLife();
    const page = await html(openWeek(juniper, monday, { chosen: "1" }));
    expect(page).not.toContain("a company");
    expect(page).not.toContain("You showed up");
  });
});

describe("looking back on a year", () => {
  test("has all of it and none of the years around it", async () => {
    const juniper = await aMember();
    const goal = await aGoal(juniper);
    for (const day of ["2023-12-31", "2024-01-01", "2024-02-29", "2024-12-31", "2025-01-01"])
      await anEffort(juniper, goal, day);
    const { days } = await back(juniper, { from: "2024-01-01", until: "2025-01-01" });
    expect(days).toEqual(["2024-01-01", "2024-02-29", "2024-12-31"]);
    expect(monthsOf("2024", days).map(({ count }) => count)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  test("of more wins than a page holds has the newest, and says so", async () => {
    const juniper = await aMember();
    const winsOf = (day: Day, count: number) =>
      asMember(juniper.id, (db) =>
        db.win.createMany({
          data: Array.from({ length: count }, (_, at) => ({
            id: freshId(),
            userId: juniper.id,
            body: `${day} ${at}`,
            day: columnOf(day),
          })),
        }),
      );
    await winsOf("2024-01-02", 3);
    await winsOf("2024-06-30", MOST_WINS - 3);
    const year = { from: "2024-01-01", until: "2025-01-01" };
    expect(await back(juniper, year)).toMatchObject({ hasOlderWins: false });
    await winsOf("2024-12-31", 1);
    const { wins, hasOlderWins } = await back(juniper, year);
    expect(wins).toHaveLength(MOST_WINS);
    expect(wins[0]?.body).toBe("2024-01-02 1");
    expect(wins.at(-1)?.body).toBe("2024-12-31 0");
    expect(hasOlderWins).toBe(true);
    expect(await html(openYear(juniper, "2024"))).toContain(`The newest ${MOST_WINS} of them.`);
    expect(await back(juniper, week("2024-12-30"))).toMatchObject({ hasOlderWins: false });
  });

  test("is shown to its member, and one that has not begun is not there", async () => {
    const juniper = await aMember();
    await aWin(juniper, "Asked for feedback.");
    const year = todayOf(juniper).slice(0, 4);
    const page = await html(openYear(juniper, year));
    expect(page).toContain(`Your ${year}`);
    expect(page).toContain("Asked for feedback.");
    expect(page).toContain("You showed up on 1 day");
    for (const wrong of [String(Number(year) + 1), "1999", "x"])
      expect(await openYear(juniper, wrong)).toEqual({ notFound: true });
    expect(await openWeek(juniper, "2026-10-06")).toEqual({ notFound: true });
    expect(await openYear(null, year)).toHaveProperty("went");
  });
});

// The first and the last moment of days on which clocks change, or that are not there at all.
describe.each([
  ["Pacific/Apia", "2011-12-26", "which went from Thursday to Saturday"],
  ["Pacific/Apia", "2012-03-26", "in which summer ended"],
  ["Asia/Kathmandu", "2026-10-05", "5:45 ahead"],
  ["America/Sao_Paulo", "2018-10-29", "in which a Sunday had no midnight"],
  ["America/Sao_Paulo", "2018-02-12", "in which a Saturday had 25 hours"],
  ["America/New_York", "2026-03-02", "in which Sunday had 23 hours"],
  ["America/New_York", "2026-10-26", "in which Sunday had 25 hours"],
])("in %s, a week from %s, %s", (timeZone, monday) => {
  test("words in a circle are of the day on which they were said", async () => {
    const juniper = await aMember({ timeZone });
    const circle = await aCircle(juniper);
    const starts = weekOf(monday).map((day) => startOfDay(day, timeZone));
    const end = startOfDay(addDays(monday, 7), timeZone);
    const moments = [...starts, end].flatMap((start) => [new Date(start.getTime() - 1), start]);
    const expected: Day[] = [];
    for (const at of moments) {
      const day = dayIn(timeZone, at);
      if (day >= monday && day < addDays(monday, 7) && !expected.includes(day)) expected.push(day);
    }
    for (const createdAt of moments) await aPost(juniper, circle, { createdAt });
    expect((await back(juniper, week(monday))).days).toEqual(expected.sort());
    // What lies just outside is the neighbours'.
    const before = await back(juniper, week(addDays(monday, -7)));
    expect(before.days).toEqual([addDays(monday, -1)]);
    expect((await back(juniper, week(addDays(monday, 7)))).days).toEqual([addDays(monday, 7)]);
  });
});

test.each([
  [[], "2026-11-26", "These were days of rest, and rest counts."],
  [["2026-11-23"], "2026-11-23", "You showed up on 1 of 1 day."],
  [["2026-11-23", "2026-11-25"], "2026-11-26", "You showed up on 2 of 4 days."],
  [["2026-11-23"], "2026-12-20", "You showed up on 1 of 7 days."],
])("the days of a week in one sentence: %j", (days, today, said) => {
  expect(sayDays(days, week("2026-11-23"), today)).toBe(said);
});

test("a win for the wall is one of the day that its member says, wherever they are", async () => {
  const juniper = await aMember({ timeZone: "Pacific/Apia" });
  await aWin(juniper, "Asked.", "2026-10-11");
  await asMember(juniper.id, (db) => db.win.updateMany({ data: { day: columnOf("2026-10-05") } }));
  expect((await back(juniper, week("2026-10-05"))).wins).toHaveLength(1);
});
