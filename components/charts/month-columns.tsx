import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";
import { type Day, sayMonth } from "@/lib/dates";

const TALL = 6;
/** Above the highest column stands its count, below all of them the months. */
const ABOVE = 1.4;
/** So many cases a column has room for at least: a single one is a low column, and not the highest there can be. */
const ROOM = 4;
const HEIGHT = ABOVE + TALL + 1.7;

const percent = (share: number) => `${Math.round(share * 100) / 100}%`;
const em = (height: number) => `${Math.round(height * 100) / 100}em`;

/** A column a month, each under its count. A month without any has neither. */
export function MonthColumns({
  title,
  says,
  months,
}: {
  title: string;
  says: string;
  months: { month: Day; count: number }[];
}) {
  const id = useId();
  const x = scaleBand(
    months.map(({ month }) => month),
    [0, 100],
  ).padding(0.3);
  const y = scaleLinear([0, Math.max(ROOM, ...months.map(({ count }) => count))], [0, TALL]);
  const floor = ABOVE + TALL;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
      width="100%"
      height={em(HEIGHT)}
      className="block fill-current text-xs"
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{says} The table below says each month.</desc>
      {months.map(({ month, count }) => {
        const left = x(month) ?? 0;
        const middle = percent(left + x.bandwidth() / 2);
        return (
          <g key={month} textAnchor="middle">
            {count > 0 && (
              <>
                <rect
                  x={percent(left)}
                  y={em(floor - y(count))}
                  width={percent(x.bandwidth())}
                  height={em(y(count))}
                  className="fill-sage"
                />
                <text x={middle} y={em(floor - y(count) - 0.35)} className="tabular-nums">
                  {count}
                </text>
              </>
            )}
            <text x={middle} y={em(floor + 1.3)}>
              {sayMonth(month).charAt(0)}
            </text>
          </g>
        );
      })}
      <line x2="100%" y1={em(floor)} y2={em(floor)} className="stroke-control" />
    </svg>
  );
}
