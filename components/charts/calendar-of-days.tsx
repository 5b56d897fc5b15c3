import { Drawing, type Told } from "@/components/charts/drawing";
import { type Day, sayMonth, sayWeekday, sayWeekOf } from "@/lib/dates";

const CELL = 18;
/** Between the bands of a calendar that has several, and above each there is room for the names of months. */
const NAMES = 22;

/**
 * Days someone showed up: a column a week, Monday on top, today's week last. A day is an empty square that one thing
 * fills in part and more than one fills whole, so that no colour has to tell them apart. It counts days and no streak,
 * so nothing in it can break.
 *
 * @param days every day from a Monday up to today.
 * @param across so many weeks stand beside each other, and the rest below: a phone has room for as many. Without it
 * there is one row, which is short enough to need no names of months.
 */
export function CalendarOfDays({
  days,
  today,
  across,
  ...told
}: Omit<Told, "table"> & { days: { day: Day; count: number }[]; today: Day; across?: number }) {
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(7 * week, 7 * week + 7),
  );
  const perRow = across ?? weeks.length;
  const above = across ? NAMES : 0;
  const band = above + 7 * CELL + 10;
  const at = (week: number) => ({ x: (week % perRow) * CELL, y: Math.floor(week / perRow) * band + above });
  // One path for each look: three elements instead of several hundred.
  let [empty, some, more] = ["", "", ""];
  for (const [column, week] of weeks.entries()) {
    for (const [row, { count }] of week.entries()) {
      const { x, y } = at(column);
      const [left, top] = [x, y + row * CELL];
      if (count > 1) more += square(left, top, WHOLE);
      else empty += square(left, top, WHOLE);
      if (count === 1) some += square(left, top, PART);
    }
  }
  return (
    <Drawing
      {...told}
      each="which"
      viewBox={`0 0 ${perRow * CELL - GAP} ${Math.ceil(weeks.length / perRow) * band - 10 - GAP}`}
      className={across ? "h-auto w-full" : "h-auto w-56 max-w-full max-md:w-70"}
      table={{
        columns: [
          "Week of",
          ...[1, 2, 3, 4, 5, 6, 7].map(sayWeekday).map((name) => ({ letter: name.charAt(0), name })),
        ],
        rows: weeks
          .toReversed()
          .map((week) => [sayWeekOf(week[0]?.day ?? today, today), ...week.map(({ count }) => count)]),
      }}
    >
      <path d={empty} className="fill-empty stroke-empty" {...WHOLE.line} />
      <path d={some} className="fill-sage stroke-sage" {...PART.line} />
      <path d={more} className="fill-sage stroke-sage" {...WHOLE.line} />
      {across &&
        weeks.map((week, column) => {
          const first = week.find(({ day }) => day.endsWith("-01"));
          // A month's name that would stand over the edge is left out.
          if (!first || column % perRow > perRow - 2) return null;
          const { x, y } = at(column);
          return (
            // The sheet grows and shrinks with the page, and its letters should not.
            <text key={first.day} x={x} y={y - 7} className="text-[12px] max-md:text-[18px]">
              {sayMonth(first.day).slice(0, 3)}
            </text>
          );
        })}
    </Drawing>
  );
}

const GAP = 4;
/** How large a day is, and how round: the line around it makes it as large, so that no corner has to be spelt out. */
const sizeOf = (side: number, line: number) => ({
  inset: (CELL - GAP - side + line) / 2,
  side: side - line,
  line: { strokeWidth: line, strokeLinejoin: "round" as const },
});
const WHOLE = sizeOf(14, 6);
const PART = sizeOf(8, 4);

const square = (x: number, y: number, { inset, side }: typeof WHOLE) =>
  `M${x + inset} ${y + inset}h${side}v${side}h-${side}z`;
