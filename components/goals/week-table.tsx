import { TableTwin } from "@/components/charts/table-twin";
import type { Dot } from "@/components/charts/week-dots";
import { sayWeekday } from "@/lib/dates";

const states: Record<Dot["state"], string> = {
  filled: "done",
  partly: "partly",
  resting: "rest",
  empty: "-",
};
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => sayWeekday(weekday).slice(0, 3));

/** Weeks in dots as a table: a row for each, Monday first. */
export function WeekTable({
  title = "This week",
  first = "Goal",
  weeks,
}: {
  title?: string;
  first?: string;
  weeks: { title: string; dots: Pick<Dot, "state">[] }[];
}) {
  return (
    <TableTwin
      title={title}
      columns={[first, ...weekdays]}
      rows={weeks.map(({ title, dots }) => [title, ...dots.map(({ state }) => states[state])])}
    />
  );
}
