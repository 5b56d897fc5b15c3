import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import PatternsPage from "@/app/(member)/patterns/page";
import { addDays, dayIn, sayMonth } from "@/lib/dates";
import { type SetbackKind, setbackKinds } from "@/lib/setbacks/schema";
import { aMember } from "../factories";
import { tablesIn } from "../patterns/tables";
import { someReasons, someReframes, someSetbacks } from "../patterns/what-happened";
import { visit } from "../people";

/* Every figure on the page of patterns is what counting again by hand would say. */

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const word = fc.option(
  fc.constantFrom(
    "Clerk",
    "clerk",
    "CLERK",
    "Driver",
    "driver",
    "Buyer",
    "Planner",
    "Porter",
    "Cook",
    "Élan",
  ),
);
const whose = fc.option(fc.constantFrom("mine" as const, "theirs" as const, "chance" as const));
const reason = fc.record({ whose, letGo: fc.boolean(), gone: fc.integer({ min: 0, max: 5 }) });
const strength = fc.integer({ min: 0, max: 10 });
const reframe = fc.record({
  daysAgo: fc.nat(420),
  gone: fc.integer({ min: 0, max: 5 }),
  felt: fc.array(fc.record({ before: strength, after: fc.option(strength) }), { maxLength: 3 }),
});
const setback = fc.record({
  kind: fc.option(fc.constantFrom(...setbackKinds)),
  daysAgo: fc.nat(420),
  role: word,
  industry: word,
  source: word,
  gone: fc.integer({ min: 0, max: 5 }),
  reasons: fc.array(reason, { maxLength: 2 }),
  reframes: fc.array(reframe, { maxLength: 2 }),
});

test.each(["Pacific/Apia", "America/New_York"])(
  `patterns count what is there, in %s (SEED=${seed})`,
  async (timeZone) => {
    await fc.assert(
      fc.asyncProperty(fc.array(setback, { minLength: 1, maxLength: 40 }), async (happened) => {
        const [juniper, wren] = [await aMember({ timeZone }), await aMember({ timeZone })];
        const now = new Date();
        const today = dayIn(timeZone, now);
        // A row in six was deleted.
        const deletedAt = (gone: number) => (gone === 0 ? now : null);
        const momentOf = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000);
        // Somebody else's are the same, and twice: none of it may show.
        for (const [member, rows] of [
          [juniper, happened],
          [wren, [...happened, ...happened]],
        ] as const) {
          const ids = await someSetbacks(
            member,
            rows.map(({ reasons: _, reframes: __, daysAgo, gone, ...told }) => ({
              ...told,
              day: addDays(today, -daysAgo),
              deletedAt: deletedAt(gone),
            })),
          );
          const of = (at: number) => ids[at] ?? "";
          await someReasons(
            member,
            rows.flatMap(({ reasons }, at) =>
              reasons.map(({ whose, letGo, gone }) => ({
                setbackId: of(at),
                whose,
                letGoAt: letGo ? now : null,
                deletedAt: deletedAt(gone),
              })),
            ),
          );
          await someReframes(
            member,
            rows.flatMap(({ reframes }, at) =>
              reframes.map(({ daysAgo, gone, felt }) => ({
                setbackId: of(at),
                createdAt: momentOf(daysAgo),
                deletedAt: deletedAt(gone),
                felt,
              })),
            ),
          );
        }

        const answer = await visit(juniper, async () => PatternsPage());
        if (!("shown" in answer)) throw new Error("the page was not shown");
        const tables = tablesIn(renderToStaticMarkup(createElement("div", null, answer.shown)));

        const there = happened.filter(({ gone }) => gone > 0);
        const table = (name: string) => tables[name] ?? [];
        const said = <T>(values: (T | null)[]) => values.filter((value) => value !== null);
        const sharesOf = (rows: [string, number][]) => {
          const cases = rows.reduce((sum, [, count]) => sum + count, 0);
          return cases === 0 ? [] : rows.map(([label, count]) => [label, ...cellsOf(count, cases)]);
        };

        const kinds = said(there.map(({ kind }) => kind));
        expect(table("How far it got")).toEqual(
          sharesOf(
            setbackKinds.flatMap((kind): [string, number][] => {
              const count = kinds.filter((other) => other === kind).length;
              return count > 0 ? [[places[kind], count]] : [];
            }),
          ),
        );

        const months = there.map(({ daysAgo }) => addDays(today, -daysAgo).slice(0, 7));
        const last = monthsUpTo(today);
        const byMonth = last.map((month) => [
          sayMonth(`${month}-01`),
          String(months.filter((other) => other === month).length),
        ]);
        expect(table("By month")).toEqual(byMonth.some(([, count]) => count !== "0") ? byMonth : []);

        for (const [name, field] of Object.entries({
          Role: "role",
          Industry: "industry",
          "Where you found the job": "source",
        } as const)) {
          const counts: Record<string, number> = {};
          for (const value of said(there.map((row) => row[field]))) {
            counts[value.toLowerCase()] = (counts[value.toLowerCase()] ?? 0) + 1;
          }
          const [most, others] = mostNamed(counts);
          const expected = sharesOf([
            ...most,
            ...(others.length > 0
              ? [
                  [`${others.length} others`, others.reduce((sum, [, count]) => sum + count, 0)] as [
                    string,
                    number,
                  ],
                ]
              : []),
          ]);
          expect(table(name).map(([label = "", ...cells]) => [label.toLowerCase(), ...cells])).toEqual(
            expected,
          );
        }

        const sorted = there.flatMap(({ reasons }) => reasons).filter(({ gone }) => gone > 0);
        const reasons = sorted.filter(({ letGo }) => !letGo).map(({ whose }) => whose);
        // Letting go of what was not theirs never leaves a picture of what was.
        const isLeftAlone =
          !reasons.some((whose) => whose === "theirs" || whose === "chance") &&
          sorted.some(({ whose }) => whose === "theirs" || whose === "chance");
        expect(table("Whose the reasons were")).toEqual(
          isLeftAlone
            ? []
            : sharesOf(
                (["mine", "theirs", "chance"] as const).map((whose) => [
                  whose.charAt(0).toUpperCase() + whose.slice(1),
                  reasons.filter((other) => other === whose).length,
                ]),
              ),
        );

        const reframes = there
          .flatMap(({ reframes }) => reframes)
          .filter(({ gone }) => gone > 0)
          .map(({ daysAgo, felt }) => ({
            month: dayIn(timeZone, momentOf(daysAgo)).slice(0, 7),
            felt: felt.filter(({ after }) => after !== null),
          }))
          .filter(({ month, felt }) => felt.length > 0 && last.includes(month));
        const strengthOf = (of: typeof reframes, when: "before" | "after") => {
          const each = of.map(({ felt }) => average(felt.map((one) => one[when] ?? 0)));
          return each.length === 0 ? "–" : String(Math.round(average(each) * 10) / 10);
        };
        expect(table("Feelings, before and after a reframe")).toEqual(
          reframes.length === 0
            ? []
            : last.map((month) => {
                const of = reframes.filter((reframe) => reframe.month === month);
                const strengths = [strengthOf(of, "before"), strengthOf(of, "after")];
                return [sayMonth(`${month}-01`), String(of.length), ...strengths];
              }),
        );
      }),
      { numRuns: 12, seed },
    );
  },
  60_000,
);

const places: Record<SetbackKind, string> = {
  after_applying: "After applying",
  after_screening: "After a screening",
  after_interview: "After an interview",
  final_round: "After the final round",
  silence: "Silence",
  offer_withdrawn: "An offer withdrawn",
  laid_off: "Laid off",
  passed_over: "Passed over",
};

const average = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The twelve months up to a day's, as "2026-11". */
function monthsUpTo(today: string): string[] {
  let [year = 0, month = 0] = today.split("-").map(Number);
  const months: string[] = [];
  while (months.length < 12) {
    months.unshift(`${year}-${String(month).padStart(2, "0")}`);
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return months;
}

/** The five that are named most, by the alphabet, and the others. */
function mostNamed(counts: Record<string, number>): [[string, number][], [string, number][]] {
  const left = Object.entries(counts);
  const most: [string, number][] = [];
  while (most.length < 5 && left.length > 0) {
    let best = 0;
    for (const [at, [name, count]] of left.entries()) {
      const [bestName, bestCount] = left[best] ?? ["", 0];
      if (count > bestCount || (count === bestCount && name < bestName)) best = at;
    }
    most.push(...left.splice(best, 1));
  }
  return [most.sort(([one], [other]) => (one < other ? -1 : 1)), left];
}

/** Count, and from ten cases on share and both ends of the interval: where the share is 1.959964 standard errors of them away. */
function cellsOf(count: number, cases: number): string[] {
  if (cases < 10) return [String(count)];
  const share = count / cases;
  const z2 = 1.959964 ** 2;
  // (share - p)² = z² p (1 - p) / cases, solved for p.
  const [a, b, c] = [1 + z2 / cases, -(2 * share + z2 / cases), share * share];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const percent = (part: number) => `${Math.round(part * 100)}%`;
  return [
    String(count),
    percent(share),
    `${percent((-b - root) / (2 * a))} to ${percent((-b + root) / (2 * a))}`,
  ];
}
