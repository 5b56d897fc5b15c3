import { useId } from "react";
import { CountsByWeek } from "@/components/charts/counts-by-week";
import { Fold } from "@/components/ui/fold";
import { type Day, sayDay, sayMonth } from "@/lib/dates";

const CELL = 18;
/** So many weeks stand in one row, and the rest in the row below: a phone has room for as many. */
const ACROSS = 27;
const ABOVE = 20;
const BAND = ABOVE + 7 * CELL + 14;

/** Larger and darker: a day without, with one, and with more than one. */
const looks = [
  { size: 5, look: "fill-none stroke-control" },
  { size: 10, look: "fill-sage-half stroke-sage" },
  { size: 14, look: "fill-sage stroke-sage" },
];

/**
 * A year of days someone showed up, a column a week, Monday on top, in two rows. How often shows in the size of a day
 * as in its colour. It counts days and no streak, so nothing in it can break.
 *
 * @param days every day from a Monday up to today.
 */
export function YearOfDays({
  title,
  says,
  days,
  today,
}: {
  title: string;
  says: string;
  days: { day: Day; count: number }[];
  today: Day;
}) {
  const id = useId();
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(7 * week, 7 * week + 7),
  );
  const at = (week: number) => ({
    x: (week % ACROSS) * CELL,
    y: Math.floor(week / ACROSS) * BAND + ABOVE,
  });
  // One path for each level: three elements instead of several hundred.
  const paths = ["", "", ""];
  for (const [column, week] of weeks.entries()) {
    for (const [row, { count }] of week.entries()) {
      const level = Math.min(count, 2);
      const { x, y } = at(column);
      paths[level] += square(x + CELL / 2, y + (row + 0.5) * CELL, looks[level]?.size ?? 0);
    }
  }
  return (
    <figure className="break-inside-avoid">
      <svg
        role="img"
        aria-labelledby={`${id}t`}
        aria-describedby={`${id}d`}
        viewBox={`0 0 ${ACROSS * CELL} ${Math.ceil(weeks.length / ACROSS) * BAND - 14}`}
        className="block h-auto w-full max-w-words fill-current"
      >
        <title id={`${id}t`}>{title}</title>
        <desc id={`${id}d`}>{says} The table below says which.</desc>
        {paths.map((path, level) => (
          <path key={looks[level]?.size} d={path} className={looks[level]?.look} strokeWidth="1.5" />
        ))}
        {weeks.map((week, column) => {
          const first = week.find(({ day }) => day.endsWith("-01"));
          // The first week of a row is named where a month does not begin beside it.
          if (!first || column % ACROSS > ACROSS - 2) return null;
          const { x, y } = at(column);
          return (
            <text key={first.day} x={x} y={y - 5} className="text-[15px]">
              {sayMonth(first.day).slice(0, 3)}
            </text>
          );
        })}
      </svg>
      <figcaption className="mt-2 text-muted text-sm">
        {says} A larger square is a day with more than one thing; a small one counts against nothing.
        <Fold summary="Show as table" look="link">
          <CountsByWeek
            label={`${title}, as a table`}
            caption={title}
            weeks={weeks.toReversed().map((week) => ({
              began: sayDay(week[0]?.day ?? today, today).replace(/^Monday, /, ""),
              counts: week.map(({ count }) => count),
            }))}
          />
        </Fold>
      </figcaption>
    </figure>
  );
}

const square = (x: number, y: number, size: number) =>
  `M${x - size / 2} ${y - size / 2}h${size}v${size}h-${size}z`;
