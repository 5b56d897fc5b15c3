import { scaleBand, scaleThreshold } from "d3-scale";
import { useId } from "react";
import { CountsByWeek } from "@/components/charts/counts-by-week";
import { Fold } from "@/components/ui/fold";
import { type Day, sayDay } from "@/lib/dates";

const CELL = 14;
const GAP = 5;

type Level = "none" | "some" | "more";
const levelOf = scaleThreshold<number, Level>([1, 2], ["none", "some", "more"]);
const fills: Record<Level, string> = {
  none: "fill-empty stroke-empty",
  some: "fill-sage-half stroke-sage-half",
  more: "fill-sage stroke-sage",
};

/**
 * The days someone showed up: a column a week, Monday on top, today's week last. It counts days and no
 * streak, so nothing in it can break.
 *
 * @param days every day from a Monday up to today.
 */
export function ShowedUpCalendar({ days, today }: { days: { day: Day; count: number }[]; today: Day }) {
  const id = useId();
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(7 * week, 7 * week + 7),
  );
  const spans = (cells: number) => cells * (CELL + GAP) - GAP;
  const band = (cells: number) =>
    scaleBand<number>(
      Array.from({ length: cells }, (_, index) => index),
      [0, spans(cells)],
    ).paddingInner(GAP / (CELL + GAP));
  const [x, y] = [band(weeks.length), band(7)];

  // One path for each level: three elements instead of eighty-four.
  const paths: Record<Level, string> = { none: "", some: "", more: "" };
  let showedUp = 0;
  for (const [column, week] of weeks.entries()) {
    for (const [row, { count }] of week.entries()) {
      if (count > 0) showedUp += 1;
      paths[levelOf(count)] += square(x(column) ?? 0, y(row) ?? 0);
    }
  }
  const summary = `Last ${weeks.length} weeks: ${showedUp} ${showedUp === 1 ? "day" : "days"}.`;

  return (
    <figure>
      <svg
        role="img"
        aria-labelledby={`${id}t`}
        aria-describedby={`${id}d`}
        viewBox={`0 0 ${spans(weeks.length)} ${spans(7)}`}
        className="block h-auto w-56 max-w-full max-md:w-70"
      >
        <title id={`${id}t`}>Days you showed up</title>
        <desc id={`${id}d`}>{summary} The table below says which.</desc>
        {(Object.keys(paths) as Level[]).map((level) => (
          <path
            key={level}
            d={paths[level]}
            className={fills[level]}
            strokeWidth={2 * R}
            strokeLinejoin="round"
          />
        ))}
      </svg>
      <figcaption className="mt-2 text-muted text-sm">
        {summary}
        <Fold summary="Show as table" look="link">
          <CountsByWeek
            label="Days you showed up, as a table"
            caption="How often you showed up, day by day, newest week first"
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

const R = 4;
const S = CELL - 2 * R;
// The line around it makes it as large as it should be, and its corners round: no corner has to be spelt out.
const square = (x: number, y: number) => `M${x + R} ${y + R}h${S}v${S}h-${S}z`;
