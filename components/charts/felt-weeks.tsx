import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";

const TALL = 7;
const ABOVE = 0.8;
const floor = ABOVE + TALL;
const HEIGHT = floor + 3;

const percent = (share: number) => `${Math.round(share * 100) / 100}%`;
const em = (height: number) => `${Math.round(height * 100) / 100}em`;

type Week = {
  key: string;
  label: string | null;
  /** 0 to 10, or nothing noted. */
  mean: number | null;
  /** Marked quietly below. */
  isMarked: boolean;
};

/** How strong something was, week by week, from 0 to 10: a dot a week, and below it a small line where there is a mark. */
export function FeltWeeks({ title, says, weeks }: { title: string; says: string; weeks: Week[] }) {
  const id = useId();
  const x = scaleBand(
    weeks.map(({ key }) => key),
    [9, 100],
  );
  const y = scaleLinear([0, 10], [floor, ABOVE]);
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
      <desc id={`${id}d`}>{says} The table below says each week.</desc>
      {[0, 5, 10].map((strength) => (
        <g key={strength}>
          <text y={em(y(strength) + 0.35)}>{strength}</text>
          <line x1="9%" x2="100%" y1={em(y(strength))} y2={em(y(strength))} className="stroke-empty" />
        </g>
      ))}
      {weeks.map(({ key, label, mean, isMarked }) => {
        const middle = percent((x(key) ?? 0) + x.bandwidth() / 2);
        return (
          <g key={key}>
            {mean !== null && <circle cx={middle} cy={em(y(mean))} r="0.32em" className="fill-sage" />}
            {isMarked && (
              <line
                x1={middle}
                x2={middle}
                y1={em(floor + 0.45)}
                y2={em(floor + 1.05)}
                className="stroke-control"
                strokeWidth="2"
              />
            )}
            {label && (
              <text x={percent(x(key) ?? 0)} y={em(floor + 2.5)}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
