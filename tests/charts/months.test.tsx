import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BeforeAfter } from "@/components/charts/before-after";
import { MonthColumns } from "@/components/charts/month-columns";
import { lastMonths } from "@/lib/patterns/rules";

const months = lastMonths("2026-11-26");
const heightsOf = (drawn: string) =>
  [...drawn.matchAll(/<rect [^>]* height="([\d.]+)em"/g)].map(([, height]) => Number(height));

test("a column is as tall as its month, and a month without any has none", () => {
  const counts = [0, 2, 4, ...Array.from({ length: 9 }, () => 0)];
  const drawn = renderToStaticMarkup(
    <MonthColumns
      title="By month"
      says="Six setbacks."
      months={months.map((month, at) => ({ month, count: counts[at] ?? 0 }))}
    />,
  );
  expect(heightsOf(drawn)).toEqual([3, 6]);
  expect(drawn.match(/>([A-Z])<\/text>/g)?.join("")).toBe(
    [..."DJFMAMJJASON"].map((letter) => `>${letter}</text>`).join(""),
  );
  expect(drawn).not.toContain(">0</text>");
});

test("one case alone is a low column, with room for three more above it", () => {
  const drawn = renderToStaticMarkup(
    <MonthColumns
      title="By month"
      says=""
      months={months.map((month, at) => ({ month, count: at === 3 ? 1 : 0 }))}
    />,
  );
  expect(heightsOf(drawn)).toEqual([1.5]);
});

test("before is a ring and after a smaller disc, on a line that goes up or down between them", () => {
  const felt = (before: number | null, after: number | null) => ({
    month: months[0] ?? "",
    count: 3,
    before,
    after,
  });
  const draw = (before: number | null, after: number | null) =>
    renderToStaticMarkup(<BeforeAfter title="Feelings" says="" months={[felt(before, after)]} />);
  const circles = (drawn: string) =>
    [...drawn.matchAll(/<circle cx="[^"]*" cy="([\d.]+)em" r="([\d.]+)em" class="([^"]*)"/g)].map(
      ([, cy, r, look]) => [Number(cy), Number(r), look],
    );
  // Ten is on top, at 0.8; each step of the scale is 0.7 tall.
  expect(circles(draw(10, 5))).toEqual([
    [0.8, 0.5, "fill-none stroke-current"],
    [4.3, 0.3, "fill-sage"],
  ]);
  expect(draw(10, 5)).toContain('y1="1.3em" y2="4.3em"');
  expect(draw(5, 10)).toContain('y1="3.8em" y2="0.8em"');
  expect(draw(5, 5)).not.toContain('class="stroke-current"');
  expect(circles(draw(null, null))).toEqual([]);
});
