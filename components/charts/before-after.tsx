import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";
import { type Day, sayMonth } from "@/lib/dates";

const TALL = 7;
const ABOVE = 0.8;
const HEIGHT = ABOVE + TALL + 3.2;
/** A ring for before, and a smaller disc for after, which is seen inside it where nothing changed. */
const RING = 0.5;
const DISC = 0.3;

const percent = (share: number) => `${Math.round(share * 100) / 100}%`;
const em = (height: number) => `${Math.round(height * 100) / 100}em`;

type Month = { month: Day; count: number; before: number | null; after: number | null };

/**
 * How strong something was before and after, from 0 to 10, month by month: a ring, a disc, and a thin line from one
 * to the other. How many cases there were stands below.
 */
export function BeforeAfter({ title, says, months }: { title: string; says: string; months: Month[] }) {
  const id = useId();
  const x = scaleBand(
    months.map(({ month }) => month),
    [8, 100],
  );
  const y = scaleLinear([0, 10], [ABOVE + TALL, ABOVE]);
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
      {[0, 5, 10].map((strength) => (
        <g key={strength}>
          <text y={em(y(strength) + 0.35)}>{strength}</text>
          <line x1="8%" x2="100%" y1={em(y(strength))} y2={em(y(strength))} className="stroke-empty" />
        </g>
      ))}
      {months.map(({ month, count, before, after }) => {
        const middle = percent((x(month) ?? 0) + x.bandwidth() / 2);
        return (
          <g key={month} textAnchor="middle">
            {before !== null && after !== null && (
              <>
                {Math.abs(y(after) - y(before)) > RING && (
                  <line
                    x1={middle}
                    x2={middle}
                    y1={em(y(before) + Math.sign(y(after) - y(before)) * RING)}
                    y2={em(y(after))}
                    className="stroke-current"
                  />
                )}
                <circle
                  cx={middle}
                  cy={em(y(before))}
                  r={em(RING)}
                  className="fill-none stroke-current"
                  strokeWidth="1.5"
                />
                <circle cx={middle} cy={em(y(after))} r={em(DISC)} className="fill-sage" />
                <text x={middle} y={em(floor + 2.8)} className="tabular-nums">
                  {count}
                </text>
              </>
            )}
            <text x={middle} y={em(floor + 1.5)}>
              {sayMonth(month).charAt(0)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
