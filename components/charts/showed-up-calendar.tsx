import { scaleBand, scaleThreshold } from "d3-scale";
import { useId } from "react";
import { Fold } from "@/components/ui/fold";
import { type Day, sayDay, sayWeekday } from "@/lib/dates";

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
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on small phones it scrolls, by keyboard too. */}
          <section aria-label="Days you showed up, as a table" tabIndex={0} className="overflow-x-auto">
            <table className="relative text-center text-sm tabular-nums">
              <caption className="sr-only">How often you showed up, day by day, newest week first</caption>
              <thead>
                <tr>
                  <th scope="col" className="pr-2 text-start font-medium">
                    Week of
                  </th>
                  {WEEKDAYS.map((name) => (
                    <th key={name} scope="col" className="min-w-6 font-medium">
                      <span aria-hidden="true">{name.charAt(0)}</span>
                      <span className="sr-only">{name}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeks.toReversed().map((week) => (
                  <tr key={week[0]?.day} className="border-line border-t">
                    <th scope="row" className="whitespace-nowrap py-1 pr-2 text-start font-normal">
                      {sayDay(week[0]?.day ?? today, today).replace(/^Monday, /, "")}
                    </th>
                    {week.map(({ day, count }) => (
                      <td key={day}>{count}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Fold>
      </figcaption>
    </figure>
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map(sayWeekday);

const R = 4;
const S = CELL - 2 * R;
// The line around it makes it as large as it should be, and its corners round: no corner has to be spelt out.
const square = (x: number, y: number) => `M${x + R} ${y + R}h${S}v${S}h-${S}z`;
