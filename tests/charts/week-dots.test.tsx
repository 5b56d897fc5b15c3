import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Dot, sayWeek, WeekDots } from "@/components/charts/week-dots";

const week: Dot[] = [
  { name: "Monday", state: "filled" },
  { name: "Tuesday", state: "empty" },
  { name: "Wednesday", state: "resting" },
  { name: "Thursday", state: "partly", today: true },
  { name: "Friday", state: "empty" },
  { name: "Saturday", state: "empty" },
  { name: "Sunday", state: "empty" },
];

test("the dots say in words what they show", () => {
  expect(sayWeek(week)).toBe(
    "Monday: done. Tuesday: not logged. Wednesday: resting. Thursday, today: partly done. Friday: to come. Saturday: to come. Sunday: to come.",
  );
});

test("a day that is today and still open is not one that was missed", () => {
  expect(sayWeek([{ name: "Monday", state: "empty", today: true }])).toBe("Monday, today: still open.");
});

test("a week is a picture with a title and words, in a few shapes", () => {
  const drawn = renderToStaticMarkup(<WeekDots label="Applications, this week" days={week} />);
  expect(drawn).toContain('role="img"');
  expect(drawn).toContain(">Applications, this week</title>");
  expect(drawn).toContain("Monday: done.");
  expect(drawn.match(/<path/g)).toHaveLength(4);
});
