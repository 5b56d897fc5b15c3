import { Fragment } from "react";
import { Drawing, em, Plane, percent, short, type Told, unstretched } from "@/components/charts/drawing";
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
/** How long the longest bar is, in percent: the counts stand beside. */
const WIDE = 86;

type Props = Told & {
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
export function ShareBars({ rows, room, whole, ...told }: Props) {
  const cases = Math.max(room, whole ?? rows.reduce((sum, { count }) => sum + count, 0));
  const high = ROW * rows.length;
  const bar = (top: number, share: number, look: string) => (
    <rect y={em(top + 1.45)} width={percent(WIDE * share)} height="0.75em" rx="3" className={look} />
  );
  const whiskers = rows.flatMap(({ interval }, at) => {
    if (!interval) return [];
    const [low, high] = [short(100 * interval.low), short(100 * interval.high)];
    return `M${low} ${short(ROW * at + 2.55)}H${high}m0-.17v.34M${low} ${short(ROW * at + 2.38)}v.34`;
  });
  return (
    <Drawing {...told} width="100%" height={em(high)} className="text-sm">
      {rows.map(({ key, label, count }, at) => (
        <Fragment key={key}>
          <text y={em(ROW * at + 1)} className="[unicode-bidi:plaintext]">
            {excerptOf(label, LONGEST)}
          </text>
          {bar(ROW * at, 1, "fill-empty")}
          {bar(ROW * at, count / cases, "fill-sage")}
          <text x="100%" y={em(ROW * at + 2.2)} textAnchor="end" className="tabular-nums">
            {count}
          </text>
        </Fragment>
      ))}
      {whiskers.length > 0 && (
        <Plane wide={WIDE} high={high} rows={high}>
          <path d={whiskers.join("")} className="stroke-current" strokeWidth="1.5" {...unstretched} />
        </Plane>
      )}
    </Drawing>
  );
}
