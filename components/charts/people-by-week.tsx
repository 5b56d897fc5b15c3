import { scaleBand } from "d3-scale";
import { useId } from "react";

/** A person, in the height of the letters. */
const ROW = 1.35;
const DOT = 0.44;
const BELOW = 1.9;

const percent = (share: number) => `${Math.round(share * 100) / 100}%`;
const em = (height: number) => `${Math.round(height * 100) / 100}em`;

/**
 * How many came, of those who were there, week by week: a dot a person, the filled ones at the bottom. Which dot is
 * whose nobody can tell.
 *
 * @param most so many rows there are room for at least, so that a small circle's picture is not a single line.
 */
export function PeopleByWeek({
  title,
  says,
  weeks,
  most = 4,
}: {
  title: string;
  says: string;
  weeks: { key: string; short: string; heard: number; there: number }[];
  most?: number;
}) {
  const id = useId();
  const x = scaleBand(
    weeks.map(({ key }) => key),
    [0, 100],
  );
  const floor = ROW * Math.max(most, ...weeks.map(({ there }) => there));
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
      width="100%"
      height={em(floor + BELOW)}
      className="block fill-current text-sm"
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{says} The table below says each week.</desc>
      {weeks.map(({ key, short, heard, there }) => {
        const middle = percent((x(key) ?? 0) + x.bandwidth() / 2);
        return (
          <g key={key}>
            {Array.from({ length: there }, (_, at) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: dots are nobody in particular.
                key={at}
                cx={middle}
                cy={em(floor - ROW * (at + 0.5))}
                r={em(DOT)}
                className={at < heard ? "fill-sage" : "fill-empty"}
              />
            ))}
            <text x={middle} y={em(floor + 1.4)} textAnchor="middle" className="text-xs tabular-nums">
              {short}
            </text>
          </g>
        );
      })}
      <line x2="100%" y1={em(floor + 0.15)} y2={em(floor + 0.15)} className="stroke-line" />
    </svg>
  );
}
