import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import EntriesPage from "@/app/(member)/numbers/entries/page";
import NumbersPage from "@/app/(member)/numbers/page";
import { addDays, type Day, sayDay, sayMonth } from "@/lib/dates";
import { sayTimes } from "@/lib/say-times";
import { aMember, type Member } from "../factories";
import { plainStrength, saidOf } from "../goals/plain-strength";
import { tablesIn } from "../patterns/tables";
import { visit } from "../people";
import { history, type Written, writeHistory } from "./some-history";

/*
 * Every picture and every figure on the page of numbers is what counting again, row by row and day by day, would say;
 * and every figure opens as many entries as it counts.
 */

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

async function html(member: Member, page: () => Promise<React.ReactNode>): Promise<string> {
  const answer = await visit(member, page);
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(createElement("div", null, answer.shown));
}

const numbersOf = (member: Member) =>
  html(member, () =>
    NumbersPage({ params: Promise.resolve({}), searchParams: Promise.resolve({ feelings: "1" }) }),
  );

const bare = (cell: string) => cell.replace(/<[^>]+>/g, "");
const days = (from: Day, count: number) => Array.from({ length: count }, (_, at) => addDays(from, at));
/** A picture of nothing is not drawn. */
const drawnIfAny = (rows: string[][], from: number) =>
  rows.some((row) => row.slice(from).some((cell) => cell !== "0")) ? rows : undefined;
/** Found by going back day by day, and not reckoned. */
const mondayOf = (day: Day): Day =>
  new Date(`${day}T12:00:00Z`).getUTCDay() === 1 ? day : mondayOf(addDays(day, -1));
const week = (day: Day, today: Day) => sayDay(day, today).replace(/^Monday, /, "");

function expectYear(table: string[][] | undefined, { today, goals, wins, words }: Written) {
  const shown = [
    ...goals.filter(({ gone }) => !gone).flatMap(({ efforts }) => efforts.map(({ day }) => day)),
    ...wins.filter(({ gone }) => !gone).map(({ day }) => day),
    ...words.filter(({ takenBack }) => !takenBack).map(({ day }) => day),
  ];
  const expected: string[][] = [];
  for (let monday = mondayOf(today); expected.length < 53; monday = addDays(monday, -7)) {
    const there = days(monday, 7).filter((day) => day <= today);
    expected.push([
      week(monday, today),
      ...there.map((day) => String(shown.filter((other) => other === day).length)),
    ]);
  }
  expect(table).toEqual(drawnIfAny(expected, 1));
}

function expectEffort(table: string[][] | undefined, { today, goals }: Written) {
  const there = goals.filter(({ gone }) => !gone);
  const expected: string[][] = [];
  for (let monday = mondayOf(today); expected.length < 26; monday = addDays(monday, -7)) {
    const counts = ["applications", "people", "skills", "routine"].map(
      (category) =>
        there
          .filter((goal) => goal.category === category)
          .flatMap(({ efforts }) => efforts)
          .filter(({ day }) => mondayOf(day) === monday).length,
    );
    expected.push([week(monday, today), ...[...counts, counts.reduce((a, b) => a + b, 0)].map(String)]);
  }
  expect(table?.map((row) => row.map(bare))).toEqual(drawnIfAny(expected, 1));
}

function expectCommitments(table: string[][] | undefined, { today, commitments }: Written) {
  const months: string[] = [];
  for (let day = today; months.length < 12; day = addDays(`${day.slice(0, 7)}-01`, -1))
    months.push(day.slice(0, 7));
  const expected = months.map((month) => {
    const counts = ["kept", "partly", "not_this_week", "changed"].map(
      (outcome) =>
        commitments.filter((one) => one.outcome === outcome && one.week.slice(0, 7) === month).length,
    );
    return [sayMonth(`${month}-01`), ...[...counts, counts.reduce((a, b) => a + b, 0)].map(String)];
  });
  expect(table?.map((row) => row.map(bare))).toEqual(drawnIfAny(expected, 1));
}

function expectFeelings(table: string[][] | undefined, { today, setbacks }: Written) {
  const there = setbacks.filter(({ gone }) => !gone);
  const expected: string[][] = [];
  for (let monday = mondayOf(today); expected.length < 26; monday = addDays(monday, -7)) {
    const of = there.filter(({ day }) => mondayOf(day) === monday);
    const felt = of.flatMap(({ feelings }) => feelings);
    const mean = Math.round((10 * felt.reduce((a, b) => a + b, 0)) / felt.length) / 10;
    expected.push([
      week(monday, today),
      String(felt.length),
      felt.length > 0 ? String(mean) : "none noted",
      String(of.length),
    ]);
  }
  const isAny = expected.some(([, noted, , setbacks]) => noted !== "0" || setbacks !== "0");
  expect(table?.map((row) => row.map(bare))).toEqual(isAny ? expected : undefined);
}

const cameTo = {
  after_applying: 1,
  after_screening: 2,
  after_interview: 3,
  final_round: 4,
  offer_withdrawn: 5,
} as Record<string, number>;

function expectStages(table: string[][] | undefined, { setbacks }: Written) {
  const came = setbacks.flatMap(({ gone, kind }) => (gone ? [] : (cameTo[kind ?? ""] ?? [])));
  if (came.length < 10) return expect(table).toBeUndefined();
  const counts = [1, 2, 3, 4, 5].map((stage) => came.filter((far) => far >= stage).length);
  expect(table?.map(([, count, share]) => [bare(count ?? ""), share])).toEqual(
    counts.map((count) => [String(count), `${Math.round((100 * count) / came.length)}%`]),
  );
}

function expectStrength(table: string[][] | undefined, { today, goals }: Written) {
  const drawn = goals.filter(({ gone, efforts }) => !gone && efforts.length > 0);
  if (drawn.length === 0) return expect(table).toBeUndefined();
  const lines = drawn.map(({ efforts, before, ...goal }) => {
    const byDay: Record<Day, number> = {};
    for (const { day, amount } of efforts) byDay[day] = (byDay[day] ?? 0) + amount;
    const rhythms = [
      ...(before
        ? [
            {
              said: saidOf({ rhythm: "every_days", times: 1, everyDays: before.everyDays }),
              until: before.until,
            },
          ]
        : []),
      { said: saidOf(goal), until: null },
    ];
    // From the beginning, and not from where the picture begins.
    return plainStrength({ ...goal, efforts: byDay }, rhythms, today);
  });
  const expected = table?.map((_, back) => {
    const sunday = addDays(mondayOf(today), 6 - 7 * back);
    const day = sunday < today ? sunday : today;
    return [
      sayDay(day, today),
      // All of these goals were there before the picture begins.
      ...lines.map((line) => String(line.get(day) ?? 0)),
    ];
  });
  expect(table).toHaveLength(26);
  expect(table).toEqual(expected);
}

/** What a goal counts is said in its unit, besides how often it was done. */
function expectAmounts(figures: RegExpExecArray[], { goals }: Written) {
  const said = figures.flatMap(([tag, label = ""]) =>
    label.startsWith("Goal ") ? [/"([^"]*)"/.exec(tag)?.[1]] : [],
  );
  const names = { minutes: ["minute", "minutes"], people: ["person", "people"] };
  expect(said).toEqual(
    goals.flatMap(({ gone, title, unit, efforts }) => {
      if (gone || efforts.length === 0) return [];
      const amount = efforts.reduce((sum, effort) => sum + effort.amount, 0);
      // A second number beside it says what the first one counts.
      if (unit === "times") return [`${title}: ${efforts.length}`];
      return [`${title}: ${sayTimes(efforts.length)}, ${amount} ${names[unit][amount === 1 ? 0 : 1]}`];
    }),
  );
}

/** How many entries a figure opens, page by page. */
async function entriesBehind(member: Member, href: string): Promise<number> {
  const asked = Object.fromEntries(new URL(href, "http://localhost").searchParams);
  let [count, before]: [number, string | undefined] = [0, undefined];
  do {
    const searchParams = Promise.resolve(before ? { ...asked, before } : asked);
    const page = await html(member, () => EntriesPage({ params: Promise.resolve({}), searchParams }));
    count += page.match(/<li /g)?.length ?? 0;
    before = /before=([^"&]+)"/.exec(page)?.[1];
  } while (before);
  return count;
}

/** The days that a figure opens. */
async function daysBehind(member: Member, href: string): Promise<number> {
  const asked = Object.fromEntries(new URL(href, "http://localhost").searchParams);
  const said = new Set<string>();
  let before: string | undefined;
  do {
    const searchParams = Promise.resolve(before ? { ...asked, before } : asked);
    const page = await html(member, () => EntriesPage({ params: Promise.resolve({}), searchParams }));
    for (const [, day = ""] of page.matchAll(/<p class="text-muted text-sm">(.*?): /g)) said.add(day);
    before = /before=([^"&]+)"/.exec(page)?.[1];
  } while (before);
  return said.size;
}

test.each(["Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo", "America/New_York"])(
  `pictures and figures count what is there, in %s (SEED=${seed})`,
  async (timeZone) => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(history, async (told) => {
        const [juniper, wren] = [await aMember({ timeZone }), await aMember({ timeZone, name: "Wren" })];
        const written = await writeHistory(juniper, told);
        // Somebody else's are the same: none of it may show.
        await writeHistory(wren, told);
        const page = await numbersOf(juniper);
        const tables = tablesIn(page);
        expectYear(tables["A year of days"], written);
        expectEffort(tables["Effort, week by week"], written);
        expectCommitments(tables["Commitments in your circles"], written);
        expectFeelings(tables["Feelings over time"], written);
        expectStages(tables["How far applications came"], written);
        expectStrength(tables["How strong each goal is"], written);

        const figures = [
          ...page.matchAll(
            /aria-label="([^"]*): (once|twice|\d+)(?: times)?(?:, [^"]*)?"[^>]*href="([^"]*)"/g,
          ),
        ];
        opened += figures.length;
        for (const [, label = "", count, href = ""] of figures) {
          const address = href.replaceAll("&amp;", "&");
          const behind = address.includes("what=shown")
            ? await daysBehind(juniper, address)
            : await entriesBehind(juniper, address);
          expect(behind, label).toBe({ once: 1, twice: 2 }[count as string] ?? Number(count));
        }
        expectAmounts(figures, written);
        for (const rows of Object.values(tables)) {
          for (const [, href = "", count] of rows
            .flat()
            .join()
            .matchAll(/href="([^"]*)"[^>]*>(\d+)</g))
            expect(await entriesBehind(juniper, href.replaceAll("&amp;", "&")), href).toBe(Number(count));
        }
      }),
      { numRuns: 8, seed },
    );
    expect(opened).toBeGreaterThan(0);
  },
  120_000,
);
