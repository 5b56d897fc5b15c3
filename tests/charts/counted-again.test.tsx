import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BeforeAfter } from "@/components/charts/before-after";
import { CalendarOfDays } from "@/components/charts/calendar-of-days";
import { FeltWeeks } from "@/components/charts/felt-weeks";
import { MonthColumns } from "@/components/charts/month-columns";
import { PeopleByWeek } from "@/components/charts/people-by-week";
import { ShareBars } from "@/components/charts/share-bars";
import { StackedColumns } from "@/components/charts/stacked-columns";
import { StrengthLine } from "@/components/charts/strength-line";
import { addDays, monthsUpTo } from "@/lib/dates";
import { columnsIn, dotsIn, draw, partAt, pathOf, shapesIn, squaresIn, tableOf } from "./drawn";

/* What a picture shows, read back from its shapes, is what was counted. */

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const again = <T,>(of: fc.Arbitrary<T>, holds: (one: T) => void) =>
  fc.assert(fc.property(of, holds), { seed, numRuns: 60 });
const told = { title: "A picture", says: "So it is.", table: { columns: ["What"], rows: [] } };
const months = monthsUpTo("2026-11-26");
const inMonths = <T,>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 12, maxLength: 12 });
const strength = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10);

describe(`columns of months (SEED=${seed})`, () => {
  test("are as high as their months, and a month without any has none", () => {
    again(inMonths(fc.nat(40)), (counts) => {
      const drawn = draw(
        <MonthColumns {...told} months={months.map((month, at) => ({ month, count: counts[at] ?? 0 }))} />,
      );
      const high = counts.map(() => 0);
      for (const column of columnsIn(pathOf(drawn, "fill-sage"))) {
        high[partAt(column.x, 12)] = column.high;
        expect(column.bottom).toBe(Math.max(4, ...counts));
      }
      expect(high).toEqual(counts);
      // And each has its number above it.
      expect([...drawn.matchAll(/>(\d+)<\/text>/g)].map(([, count]) => Number(count))).toEqual(
        counts.filter((count) => count > 0),
      );
      expect(drawn).toContain(">DJFMAMJJASON</text>");
      expect(/ x="([^"]*)"[^>]*>DJF/.exec(drawn)?.[1]?.split(" ")).toHaveLength(12);
    });
  });

  test("leave room above one case alone: it is a low column", () => {
    const drawn = draw(<MonthColumns {...told} months={[{ month: "2026-11-01", count: 1 }]} />);
    expect(drawn).toMatch(/viewBox="0 0 100 4" preserveAspectRatio="none"/);
    expect(columnsIn(pathOf(drawn, "fill-sage"))).toMatchObject([{ bottom: 4, high: 1 }]);
  });
});

test("columns that lie on each other begin where the one below ends, and are as high as they count", () => {
  const counts = fc.array(fc.array(fc.nat(15), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 26,
  });
  again(counts, (stacks) => {
    const drawn = draw(
      <StackedColumns
        {...told}
        names={["One", "Two", "Three", "Four"]}
        columns={stacks.map((counts, at) => ({ key: `${at}`, label: null, counts }))}
      />,
    );
    const ground = Number(/viewBox="0 0 100 ([\d.]+)"/.exec(drawn)?.[1]);
    expect(ground).toBeGreaterThanOrEqual(Math.max(...stacks.map((one) => one.reduce((a, b) => a + b))));
    const kinds = ["fill-sage stroke-sage", "stroke-sage", "stroke-current", "fill-paper stroke-control"];
    const read = stacks.map(() => [0, 0, 0, 0]);
    for (const [kind, look] of kinds.entries()) {
      const path = shapesIn(drawn).find((shape) => shape.look === look && /v-/.test(shape.path))?.path ?? "";
      for (const { x, bottom, high } of columnsIn(path)) {
        const at = partAt(x + 0.01, stacks.length);
        const below = stacks[at]?.slice(0, kind).reduce((a, b) => a + b, 0) ?? 0;
        expect(bottom).toBeCloseTo(ground - below, 5);
        (read[at] ?? [])[kind] = high;
      }
    }
    expect(read).toEqual(stacks);
  });
});

test("columns tell their kinds apart without colour: filled, striped across, striped upright and an outline", () => {
  const drawn = draw(
    <StackedColumns
      {...told}
      names={["One", "Two", "Three", "Four"]}
      columns={[{ key: "a", label: "Nov", counts: [1, 1, 1, 1] }]}
    />,
  );
  const looks = shapesIn(drawn).filter(({ path }) => path.includes("v-1h"));
  expect(looks.map(({ fill }) => fill.replace(/url\(#.*?(.)\)/, "$1"))).toEqual(["", "a", "u", ""]);
  expect(looks[0]?.look).toContain("fill-sage");
  expect(looks[3]?.look).toContain("fill-paper");
  const swatches = shapesIn(drawn.slice(drawn.indexOf("<ul")));
  expect(new Set(swatches.map(({ path, look }) => path + look)).size).toBe(4);
  for (const name of ["One", "Two", "Three", "Four"]) expect(drawn).toContain(`${name}</li>`);
});

test("a dot of a week is as high as its feelings, and a week without any has none; setbacks are small lines below", () => {
  const weeks = fc.array(fc.record({ mean: fc.option(strength), isMarked: fc.boolean() }), {
    minLength: 1,
    maxLength: 26,
  });
  again(weeks, (weeks) => {
    const drawn = draw(
      <FeltWeeks {...told} weeks={weeks.map((week, at) => ({ ...week, key: `${at}`, label: null }))} />,
    );
    const means: (number | null)[] = weeks.map(() => null);
    for (const { x, y } of dotsIn(pathOf(drawn, "stroke-sage")))
      means[partAt(x, weeks.length)] = Math.round(10 * (10 - y)) / 10;
    expect(means).toEqual(weeks.map(({ mean }) => mean));
    const marks = [...pathOf(drawn, "stroke-control").matchAll(/M([\d.]+) 10\.8v\.7/g)];
    expect(marks.map(([, x]) => partAt(Number(x), weeks.length))).toEqual(
      weeks.flatMap(({ isMarked }, at) => (isMarked ? [at] : [])),
    );
  });
});

test("before is a ring and after a smaller disc, on a line that goes up or down between them", () => {
  again(inMonths(fc.option(fc.tuple(strength, strength))), (felt) => {
    const drawn = draw(
      <BeforeAfter
        {...told}
        months={felt.map((one, at) => ({
          month: months[at] ?? "",
          count: one ? at + 1 : 0,
          before: one?.[0] ?? null,
          after: one?.[1] ?? null,
        }))}
      />,
    );
    const shapes = shapesIn(drawn);
    const dots = (thick: number) =>
      dotsIn(
        shapes[
          [...drawn.matchAll(/<path [^>]*>/g)].findIndex(([path]) => path.includes(`stroke-width="${thick}"`))
        ]?.path ?? "",
      ).map(({ x, y }) => [partAt(x, 12), Math.round(10 * (10 - y)) / 10]);
    const expected = (which: 0 | 1) => felt.flatMap((one, at) => (one ? [[at, one[which]]] : []));
    expect(dots(15)).toEqual(expected(0));
    expect(dots(12)).toEqual(expected(0));
    expect(dots(9)).toEqual(expected(1));
    const lines = [...drawn.matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g)].map(([, from, to]) => [
      Number(from),
      Number(to),
    ]);
    expect(lines).toEqual(
      felt.flatMap((one) => (one ? [one.map((strength) => Math.round(10 * (10 - strength)) / 10)] : [])),
    );
    expect(
      [...drawn.matchAll(/em">(\d+)<\/text>/g)].slice(-expected(0).length).map(([, count]) => Number(count)),
    ).toEqual(expected(0).map(([at]) => (at ?? 0) + 1));
  });
});

test("people are a dot each, those who were heard at the bottom", () => {
  const weeks = fc.array(
    fc.nat(8).chain((there) => fc.record({ there: fc.constant(there), heard: fc.nat(there) })),
    { minLength: 1, maxLength: 8 },
  );
  again(weeks, (weeks) => {
    const drawn = draw(
      <PeopleByWeek {...told} weeks={weeks.map((week, at) => ({ ...week, key: `${at}`, short: "26/11" }))} />,
    );
    const rows = Math.max(4, ...weeks.map(({ there }) => there));
    const stand = (look: string) => {
      const at = weeks.map((): number[] => []);
      for (const { x, y } of dotsIn(pathOf(drawn, look))) at[partAt(x, weeks.length)]?.push(rows - y - 0.5);
      return at;
    };
    const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
    expect(stand("stroke-sage")).toEqual(weeks.map(({ heard }) => upTo(0, heard)));
    expect(stand("stroke-empty")).toEqual(weeks.map(({ heard, there }) => upTo(heard, there)));
  });
});

test("a line goes from 0 below to 100 above, and ends in a dot", () => {
  again(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 26 }), (points) => {
    const drawn = draw(<StrengthLine title="Letters" says="64 of 100." points={points} />);
    const line = [...pathOf(drawn, "fill-none stroke-sage").matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    expect(line.map(([, , y]) => 100 - Number(y))).toEqual(points);
    expect(line.map(([, x]) => Math.round((Number(x) * Math.max(1, points.length - 1)) / 100))).toEqual(
      points.map((_, at) => at),
    );
    expect(dotsIn(pathOf(drawn, "stroke-sage"))).toEqual([
      { x: points.length === 1 ? 0 : 100, y: 100 - (points.at(-1) ?? 0) },
    ]);
  });
});

describe("a calendar of days", () => {
  const from = "2025-11-24";
  const draws = (counts: number[], across?: number) => {
    const days = counts.map((count, at) => ({ day: addDays(from, at), count }));
    const today = days.at(-1)?.day ?? from;
    return draw(
      <CalendarOfDays
        title="A year"
        says="Many days."
        days={days}
        today={today}
        {...(across && { across })}
      />,
    );
  };
  const daysIn = (path: string, across: number) =>
    squaresIn(path).map(({ x, y }) => {
      const band = across < 53 ? 22 + 7 * 18 + 10 : 1e6;
      const down = across < 53 ? y - 22 : y;
      const row = Math.floor((down + 4) / band);
      return 7 * (row * across + Math.floor(x / 18)) + Math.floor((down - row * band) / 18);
    });

  test("fills a day in part for one thing and whole for more, and has every day once", () => {
    again(fc.array(fc.nat(3), { minLength: 1, maxLength: 371 }), (counts) => {
      for (const across of [27, undefined]) {
        const [empty, some, more] = shapesIn(draws(counts, across)).map(({ path }) =>
          daysIn(path, across ?? 53),
        );
        const which = (fits: (count: number) => boolean) =>
          counts.flatMap((count, at) => (fits(count) ? [at] : []));
        expect(empty).toEqual(which((count) => count < 2));
        expect(some).toEqual(which((count) => count === 1));
        expect(more).toEqual(which((count) => count > 1));
      }
    });
  });

  test("has a table that says the same, the newest week first, and no day that has not come", () => {
    again(fc.array(fc.nat(3), { minLength: 1, maxLength: 371 }), (counts) => {
      const rows = tableOf(draws(counts, 27)).toReversed();
      expect(rows.flat().map(Number)).toEqual(counts);
      for (const row of rows.slice(0, -1)) expect(row).toHaveLength(7);
    });
    expect(draws([2, 0])).toMatch(/<th scope="row"[^>]*>24 November<\/th><td>2<\/td><td>0<\/td>/);
  });

  test("tells days apart by how much of them is filled, without a colour", () => {
    const drawn = draws([0, 1, 2]);
    const side = (look: number) => {
      const line = Number([...drawn.matchAll(/stroke-width="(\d+)"/g)][look]?.[1]);
      return line + (squaresIn(shapesIn(drawn)[look]?.path ?? "")[0]?.side ?? 0);
    };
    expect([side(0), side(1), side(2)]).toEqual([14, 8, 14]);
  });
});

describe("bars of shares", () => {
  const row = (count: number, at = 0) => ({ key: `${at}`, label: `Row ${at}`, count, interval: null });
  const widths = (drawn: string) =>
    [...drawn.matchAll(/<rect [^>]*width="([\d.]+)%"/g)].map(([, width]) => Number(width));

  test("are as long as their share of the cases, on a track that is all of them", () => {
    again(fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), (counts) => {
      const cases = Math.max(
        10,
        counts.reduce((a, b) => a + b, 0),
      );
      const drawn = draw(<ShareBars {...told} rows={counts.map(row)} room={10} />);
      for (const [at, wide] of widths(drawn).entries())
        expect(wide).toBeCloseTo(at % 2 === 0 ? 86 : (86 * (counts[(at - 1) / 2] ?? 0)) / cases, 1);
      expect(widths(drawn)).toHaveLength(2 * counts.length);
    });
  });

  test("one case alone is a short bar on a track with room for ten, and ten fill it", () => {
    const of = (count: number) => widths(draw(<ShareBars {...told} rows={[row(count)]} room={10} />));
    expect([of(1), of(9), of(10), of(30)]).toEqual([
      [86, 8.6],
      [86, 77.4],
      [86, 86],
      [86, 86],
    ]);
  });

  test("have a thin line where the share most likely lies, with an end on each side", () => {
    const drawn = draw(
      <ShareBars
        {...told}
        rows={[row(5), { ...row(15, 1), interval: { low: 0.25, high: 0.5 } }]}
        room={10}
      />,
    );
    // The second row begins at 3.4, and the plane is as wide as a track.
    expect(drawn).toContain('width="86%" height="6.8em" viewBox="0 0 100 6.8"');
    expect(pathOf(drawn, "stroke-current")).toBe("M25 5.95H50m0-.17v.34M25 5.78v.34");
  });

  test("a long name is cut between words, so that a small phone has room for it", () => {
    const label = "Coordinator of all that moves between three countries";
    expect(draw(<ShareBars {...told} rows={[{ ...row(1), label }]} room={10} />)).toContain(
      ">Coordinator of all that …</text>",
    );
  });
});
