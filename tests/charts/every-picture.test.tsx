import { globSync, readFileSync } from "node:fs";
import type { ReactElement } from "react";
import { describe, expect, test } from "vitest";
import { BeforeAfter } from "@/components/charts/before-after";
import { CalendarOfDays } from "@/components/charts/calendar-of-days";
import { FeltWeeks } from "@/components/charts/felt-weeks";
import { MonthColumns } from "@/components/charts/month-columns";
import { PeopleByWeek } from "@/components/charts/people-by-week";
import { ShareBars } from "@/components/charts/share-bars";
import { StackedColumns } from "@/components/charts/stacked-columns";
import { WeekDots } from "@/components/charts/week-dots";
import { WeekTable } from "@/components/goals/week-table";
import { StrengthPicture } from "@/components/numbers/strength-picture";
import { BeforeAfter as BeforeAfterReframe } from "@/components/reframes/before-after";
import { addDays } from "@/lib/dates";
import { draw, shapesIn } from "./drawn";

/* What every picture of Onward has in common, whatever it draws. */

const today = "2026-11-26";
const told = {
  title: "A picture",
  says: "So it is.",
  table: { columns: ["What", "Count"], rows: [["One", 1]] },
};
const days = Array.from({ length: 368 }, (_, at) => ({ day: addDays("2025-11-24", at), count: at % 3 }));

const pictures: Record<string, ReactElement> = {
  "before-after": (
    <BeforeAfter {...told} months={[{ month: "2026-11-01", count: 2, before: 8, after: 3.5 }]} />
  ),
  "calendar-of-days": (
    <CalendarOfDays title="A picture" says="So it is." days={days} today={today} across={27} />
  ),
  "felt-weeks": <FeltWeeks {...told} weeks={[{ key: "a", label: "Nov", mean: 5, isMarked: true }]} />,
  "month-columns": <MonthColumns {...told} months={[{ month: "2026-11-01", count: 2 }]} />,
  "people-by-week": <PeopleByWeek {...told} weeks={[{ key: "a", short: "26/11", heard: 2, there: 5 }]} />,
  "share-bars": (
    <ShareBars
      {...told}
      room={10}
      rows={[{ key: "a", label: "Clerk", count: 12, interval: { low: 0.5, high: 0.9 } }]}
    />
  ),
  "stacked-columns": (
    <StackedColumns
      {...told}
      names={["One", "Two", "Three", "Four"]}
      columns={[{ key: "a", label: "Nov", counts: [1, 2, 3, 4] }]}
    />
  ),
  "strength-line": (
    <StrengthPicture
      title="A picture"
      today={today}
      goals={[
        {
          id: "a",
          title: "Letters",
          rhythm: "day",
          times: 1,
          unit: "times",
          usual: 1,
          everyDays: null,
          weekdays: [],
          since: "2026-11-01",
          efforts: { "2026-11-20": 1 },
          rests: [],
          former: [],
        },
      ]}
    />
  ),
  "week-dots": (
    <figure>
      <WeekDots label="A picture" days={[{ name: "Monday", state: "filled" }]} />
      <figcaption>
        <WeekTable title="A picture" weeks={[{ title: "Letters", dots: [{ state: "filled" }] }]} />
      </figcaption>
    </figure>
  ),
  "reframes/before-after": <BeforeAfterReframe feelings={[{ word: "ashamed", before: 8, after: 4 }]} />,
};

test("no picture is missing here", () => {
  const drawing = globSync("components/charts/*.tsx").filter((file) =>
    /<(Drawing|Sheet)\b|role="img"/.test(
      readFileSync(file, "utf8").replace(/export function[\s\S]*?\{/g, ""),
    ),
  );
  for (const file of drawing) {
    const name = /charts\/(.*)\.tsx/.exec(file)?.[1] ?? "";
    if (name !== "drawing") expect(Object.keys(pictures)).toContain(name);
  }
  expect(drawing.length).toBeGreaterThanOrEqual(9);
});

test("a picture is drawn on a sheet, and nobody draws one by hand", () => {
  const byHand = globSync("{app,components}/**/*.tsx").filter((file) =>
    /<svg\b/.test(readFileSync(file, "utf8")),
  );
  expect(byHand.sort()).toEqual([
    "components/charts/drawing.tsx",
    // The names of its kinds have a small square each.
    "components/charts/stacked-columns.tsx",
    // In the browser: a page has one for each goal.
    "components/charts/week-dots.tsx",
    "components/layout/mark.tsx",
    "components/ui/icon.tsx",
    "components/ui/qr-code.tsx",
  ]);
});

test("wherever a week stands in dots, it stands as a table, too", () => {
  const parts = ["components/goals/goal-dots.tsx", "components/goals/goal-line.tsx"];
  const withDots = globSync("{app,components}/**/*.tsx").filter(
    (file) => !parts.includes(file) && /<(WeekDots|GoalDots|GoalLine)\b/.test(readFileSync(file, "utf8")),
  );
  expect(withDots.length).toBeGreaterThanOrEqual(5);
  for (const file of withDots) expect(readFileSync(file, "utf8"), file).toContain("<WeekTable");
});

describe.each(Object.entries(pictures))("%s", (name, picture) => {
  const drawn = draw(picture);

  test("has a title, and words that it is described by", () => {
    const sheets = [
      ...drawn.matchAll(/<svg role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/g),
    ];
    expect(sheets.length).toBeGreaterThan(0);
    for (const [, title = "", words = ""] of sheets) {
      expect(drawn).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`));
      expect(drawn).toMatch(new RegExp(`<desc id="${words}">[^<]+</desc>`));
    }
    if (name !== "week-dots") expect(drawn).toMatch(/ The table below says \w+[^<]*\.<\/desc>/);
  });

  test("has a sentence and a table below it, with a name and rows", () => {
    expect(drawn).toMatch(/<figcaption[^>]*>.*<details.*Show as table.*<table.*<\/figcaption>/s);
    expect(drawn).toMatch(/<section aria-label="[^"]+, as a table" tabindex="0"/i);
    expect(drawn).toMatch(/<caption[^>]*>[^<]+<\/caption>/);
    expect(drawn.match(/scope="col"/g)?.length).toBeGreaterThan(1);
    expect(drawn).toContain('scope="row"');
  });

  test("keeps still, is drawn in roles, and stays on one page of paper", () => {
    expect(drawn).not.toMatch(
      /<animate|transition|animation|gentle(?! group-open)|#[0-9a-f]{6}|rgb\(|style=/,
    );
    if (name !== "week-dots") expect(drawn).toContain("break-inside-avoid");
  });

  test("has lines that are as thick as they say, and dots that are round, however wide it is", () => {
    for (const [sheet] of drawn.matchAll(/<svg[^>]*preserveAspectRatio="none".*?<\/svg>/gs)) {
      expect(sheet.replace(/<path[^>]*>/g, "")).not.toMatch(/<(text|circle|ellipse|rect|line)\b/);
      for (const [path] of sheet.matchAll(/<path[^>]*\bstroke-[^>]*>/g))
        expect(path).toContain('vector-effect="non-scaling-stroke"');
    }
  });

  test("costs a few shapes, however much it draws", () => {
    const drawing = drawn.replace(/<figcaption.*/s, "");
    expect(shapesIn(drawing).length).toBeLessThanOrEqual(12);
    expect(drawing).not.toMatch(/<(circle|line|ellipse)\b/);
  });
});
