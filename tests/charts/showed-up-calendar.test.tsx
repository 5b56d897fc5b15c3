import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ShowedUpCalendar } from "@/components/charts/showed-up-calendar";
import { calendarDays } from "@/lib/today/rules";

const SUNDAY = "2026-11-22";
const THURSDAY = "2026-11-19";

const draw = (today: string, days: { day: string; count: number }[]) =>
  renderToStaticMarkup(
    <ShowedUpCalendar
      days={calendarDays(today, new Map(days.map(({ day, count }) => [day, count])))}
      today={today}
    />,
  );

test("twelve weeks end with today, and show no day that has not come", () => {
  const full = draw(SUNDAY, []);
  expect(full.match(/scope="row"/g)).toHaveLength(12);
  expect(full).toContain(">31 August</th>");
  expect(full.match(/<td>/g)).toHaveLength(84);
  expect(draw(THURSDAY, []).match(/<td>/g)).toHaveLength(81);
});

test("it counts the days someone showed up, however often on each", () => {
  const days = [
    { day: SUNDAY, count: 5 },
    { day: "2026-11-20", count: 1 },
    { day: "2026-11-18", count: 0 },
    { day: "2026-01-01", count: 3 },
  ];
  expect(draw(SUNDAY, days)).toContain("Last 12 weeks: 2 days.");
  expect(draw(SUNDAY, days.slice(0, 1))).toContain("Last 12 weeks: 1 day.");
});

test("who has not shown up yet sees an empty calendar, and no verdict", () => {
  expect(draw(SUNDAY, [])).toContain("Last 12 weeks: 0 days.");
});

test("the picture has three shapes, and a table says the same day by day", () => {
  const drawn = draw(SUNDAY, [{ day: "2026-11-16", count: 2 }]);
  expect(drawn.match(/<path/g)).toHaveLength(3);
  expect(drawn).toContain("Show as table");
  expect(drawn).toMatch(/<th scope="row"[^>]*>16 November<\/th><td>2<\/td><td>0<\/td>/);
  expect(drawn.match(/<td>/g)).toHaveLength(84);
});
