import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";
import { excerptOf } from "@/lib/excerpt";

type Row = {
  key: string;
  label: string;
  count: number;
  /** Where its share most likely lies, between 0 and 1; null where nobody can tell. */
  interval: { low: number; high: number } | null;
};

/** A row, in the height of its letters: its name, its bar, and the line under the bar. */
const ROW = 3.4;
/** What a small phone has room for beside nothing else. */
const LONGEST = 28;

// Across in percent and down in letters: lines and letters stay as they are, however wide the page is.
const across = scaleLinear([0, 1], [0, 86]);
const percent = (share: number) => `${Math.round(across(share) * 100) / 100}%`;
const em = (height: number) => `${Math.round(height * 100) / 100}em`;

type Props = {
  title: string;
  says: string;
  rows: Row[];
  /** So many cases a track has room for at least: a single one is a short bar on it, and not the whole of it. */
  room: number;
  /** How many cases there are, where one may be in several rows; else they are what the rows add up to. */
  whole?: number;
};

/**
 * How cases are spread over what they say: a bar each on a track that is all of them, with its count, and a thin
 * line under it for where the share most likely lies.
 */
export function ShareBars({ title, says, rows, room, whole }: Props) {
  const id = useId();
  const cases = Math.max(room, whole ?? rows.reduce((sum, { count }) => sum + count, 0));
  const down = scaleBand(
    rows.map(({ key }) => key),
    [0, ROW * rows.length],
  );
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
      width="100%"
      height={em(ROW * rows.length)}
      className="block fill-current text-sm"
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{says} The table below says each.</desc>
      {rows.map(({ key, label, count, interval }) => {
        const top = down(key) ?? 0;
        return (
          <g key={key}>
            <text y={em(top + 1)} className="[unicode-bidi:plaintext]">
              {excerptOf(label, LONGEST)}
            </text>
            <rect y={em(top + 1.45)} width={percent(1)} height="0.75em" rx="3" className="fill-empty" />
            <rect
              y={em(top + 1.45)}
              width={percent(count / cases)}
              height="0.75em"
              rx="3"
              className="fill-sage"
            />
            <text x="100%" y={em(top + 2.2)} textAnchor="end" className="tabular-nums">
              {count}
            </text>
            {interval && (
              <g className="stroke-current" strokeWidth="1.5">
                <line
                  x1={percent(interval.low)}
                  x2={percent(interval.high)}
                  y1={em(top + 2.55)}
                  y2={em(top + 2.55)}
                />
                {[interval.low, interval.high].map((end) => (
                  <line
                    key={end}
                    x1={percent(end)}
                    x2={percent(end)}
                    y1={em(top + 2.38)}
                    y2={em(top + 2.72)}
                  />
                ))}
              </g>
            )}
          </g>
        );
      })}
    </svg>
  );
}
