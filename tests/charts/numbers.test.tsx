import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { FeltWeeks } from "@/components/charts/felt-weeks";
import { StackedColumns } from "@/components/charts/stacked-columns";
import { StrengthLine } from "@/components/charts/strength-line";
import { YearOfDays } from "@/components/charts/year-of-days";
import { addDays } from "@/lib/dates";

const monday = "2025-11-24";
const today = "2026-11-26";
const year = Array.from({ length: 368 }, (_, at) => ({ day: addDays(monday, at), count: at % 3 }));

const columns = [
  { key: "a", label: "Nov", counts: [1, 2, 3, 4] },
  { key: "b", label: null, counts: [0, 0, 0, 10] },
];

const drawings = {
  year: <YearOfDays title="A year" says="Many days." days={year} today={today} />,
  columns: (
    <StackedColumns title="Effort" says="A lot." names={["One", "Two", "Three", "Four"]} columns={columns} />
  ),
  line: <StrengthLine title="Letters" says="64 of 100." points={[0, 20, 64]} />,
  felt: (
    <FeltWeeks
      title="Feelings"
      says="Some."
      weeks={[
        { key: "a", label: "Nov", mean: 5, isMarked: true },
        { key: "b", label: null, mean: null, isMarked: false },
      ]}
    />
  ),
};

test.each(Object.entries(drawings))(
  "%s: a picture with a title and words that it is described by",
  (_, drawing) => {
    const drawn = renderToStaticMarkup(drawing);
    const [, title = "", words = ""] =
      /<svg role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(drawn) ?? [];
    expect(drawn).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`));
    expect(drawn).toMatch(new RegExp(`<desc id="${words}">[^<]+ The table below says [^<]+</desc>`));
    // Nothing moves, and nothing is drawn in a colour of its own.
    expect(drawn).not.toMatch(/<animate|transition|#[0-9a-f]{6}|rgb\(/);
  },
);

describe("a year of days", () => {
  test("is three paths, whose squares grow with what was done", () => {
    const drawn = renderToStaticMarkup(drawings.year);
    const paths = [...drawn.matchAll(/<path d="([^"]*)"/g)].map(([, path = ""]) => path);
    expect(paths).toHaveLength(3);
    const sides = paths.map((path) => Number(/h(\d+)/.exec(path)?.[1]));
    expect(sides).toEqual([...sides].sort((a, b) => a - b));
    expect(new Set(sides).size).toBe(3);
    expect(paths.reduce((sum, path) => sum + (path.match(/M/g)?.length ?? 0), 0)).toBe(year.length);
  });
});

describe("columns that lie on each other", () => {
  const drawn = renderToStaticMarkup(drawings.columns);
  const rects = [
    ...drawn.matchAll(/<rect x="([\d.]+)%" width="[\d.]+%" y="([\d.]+)em" height="([\d.]+)em"/g),
  ].map(([, x, y, height]) => ({ x: Number(x), y: Number(y), height: Number(height) }));

  test("are as high as what they count, one on the other", () => {
    const first = rects.filter(({ x }) => x === rects[0]?.x);
    expect(first).toHaveLength(4);
    const unit = (first[0]?.height ?? 0) / 1;
    for (const [at, { height }] of first.entries()) expect(height / unit).toBeCloseTo(at + 1, 1);
    for (const [at, rect] of first.entries())
      if (at > 0) expect(rect.y + rect.height).toBeCloseTo(first[at - 1]?.y ?? 0, 1);
    // Ten of one kind are as high as one, two, three and four together.
    expect(rects[4]?.height).toBeCloseTo(
      first.reduce((sum, { height }) => sum + height, 0),
      1,
    );
  });

  test("tell their kinds apart without colour: filled, striped, dotted and an outline", () => {
    const looks = [
      ...drawn.matchAll(/<rect x="1" y="1" width="14" height="14" class="([^"]*)"( fill="[^"]*")?/g),
    ].map(([, look, fill = ""]) => look + fill);
    expect(new Set(looks).size).toBe(4);
    expect(drawn.match(/<pattern /g)).toHaveLength(2);
    for (const name of ["One", "Two", "Three", "Four"]) expect(drawn).toContain(`${name}</li>`);
  });
});

test("a line goes from 0 below to 100 above, and ends in a dot", () => {
  const drawn = renderToStaticMarkup(drawings.line);
  expect(drawn).toContain('d="M0 100L50 80L100 36"');
  expect(drawn).toContain('d="M100 36h0.01"');
  expect(drawn.match(/vector-effect="non-scaling-stroke"/g)).toHaveLength(3);
});

test("setbacks are a small line below, and weeks without a feeling have no dot", () => {
  const drawn = renderToStaticMarkup(drawings.felt);
  expect(drawn.match(/<circle/g)).toHaveLength(1);
  expect(drawn.match(/class="stroke-control"/g)).toHaveLength(1);
});
