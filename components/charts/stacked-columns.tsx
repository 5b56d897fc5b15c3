import { scaleBand, scaleLinear } from "d3-scale";
import { type ReactNode, useId } from "react";

const TALL = 8;
const ABOVE = 0.9;
const floor = ABOVE + TALL;
const HEIGHT = floor + 1.8;
const LEFT = 9;

const percent = (share: number) => `${Math.round(share * 100) / 100}%`;
const em = (height: number) => `${Math.round(height * 100) / 100}em`;

type Column = {
  key: string;
  /** Below it, where it has a name. */
  label: string | null;
  /** From the bottom up, in the order of the names. */
  counts: number[];
};

/**
 * Columns of up to four kinds that lie on each other. Each kind has a pattern of its own, beside its colour: filled,
 * striped, dotted, and an outline. Which is which stands below.
 */
export function StackedColumns({
  title,
  says,
  names,
  columns,
}: {
  title: string;
  says: string;
  names: string[];
  columns: Column[];
}) {
  const id = useId();
  const x = scaleBand(
    columns.map(({ key }) => key),
    [LEFT, 100],
  ).padding(0.22);
  const highest = Math.max(4, ...columns.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  const y = scaleLinear([0, highest], [0, TALL]).nice(3);
  const fill = (kind: number) => [undefined, `url(#${id}s)`, `url(#${id}o)`][kind];
  return (
    <>
      <svg
        role="img"
        aria-labelledby={`${id}t`}
        aria-describedby={`${id}d`}
        width="100%"
        height={em(HEIGHT)}
        className="block fill-current text-xs"
      >
        <title id={`${id}t`}>{title}</title>
        <desc id={`${id}d`}>{says} The table below says each.</desc>
        <defs>
          <pattern
            id={`${id}s`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="fill-paper" />
            <rect width="3" height="6" className="fill-sage" />
          </pattern>
          <pattern id={`${id}o`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" className="fill-paper" />
            <circle cx="3" cy="3" r="1.6" className="fill-current" />
          </pattern>
        </defs>
        {y.ticks(3).map((tick) => (
          <g key={tick}>
            <text y={em(floor - y(tick) + 0.35)} className="tabular-nums">
              {tick}
            </text>
            <line
              x1={percent(LEFT)}
              x2="100%"
              y1={em(floor - y(tick))}
              y2={em(floor - y(tick))}
              className={tick === 0 ? "stroke-control" : "stroke-empty"}
            />
          </g>
        ))}
        {columns.map(({ key, label, counts }) => {
          const left = x(key) ?? 0;
          let below = 0;
          return (
            <g key={key}>
              {counts.map((count, kind) => {
                if (count === 0) return null;
                below += count;
                return (
                  <rect
                    key={names[kind]}
                    x={percent(left)}
                    width={percent(x.bandwidth())}
                    y={em(floor - y(below))}
                    height={em(y(count))}
                    className={looks[kind]}
                    fill={fill(kind)}
                    strokeWidth="1"
                  />
                );
              })}
              {label && (
                <text x={percent(left)} y={em(floor + 1.4)}>
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {names.map((name, kind) => (
          <li key={name} className="flex items-center gap-2">
            <Swatch>
              <rect x="1" y="1" width="14" height="14" className={looks[kind]} fill={fill(kind)} />
            </Swatch>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

const looks = ["fill-sage stroke-sage", "stroke-sage", "stroke-current", "fill-paper stroke-control"];

const Swatch = ({ children }: { children: ReactNode }) => (
  <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 flex-none text-ink">
    {children}
  </svg>
);
