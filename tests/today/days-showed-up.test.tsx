import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DaysShowedUp } from "@/components/today/days-showed-up";
import { calendarDays } from "@/lib/today/rules";

const SUNDAY = "2026-11-22";
const THURSDAY = "2026-11-19";

const draw = (today: string, days: { day: string; count: number }[]) =>
  renderToStaticMarkup(
    <DaysShowedUp
      days={calendarDays(today, new Map(days.map(({ day, count }) => [day, count])))}
      today={today}
    />,
  );
const once = [{ day: THURSDAY, count: 1 }];

test("twelve weeks end with today, and show no day that has not come", () => {
  const full = draw(SUNDAY, once);
  expect(full.match(/scope="row"/g)).toHaveLength(12);
  expect(full).toContain(">31 August</th>");
  expect(full.match(/<td>/g)).toHaveLength(84);
  expect(draw(THURSDAY, once).match(/<td>/g)).toHaveLength(81);
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

test("who has not shown up yet sees no empty picture, and no verdict", () => {
  const drawn = draw(SUNDAY, []);
  expect(drawn).not.toContain("<svg");
  expect(drawn).toContain("Days without count against nothing.");
});
