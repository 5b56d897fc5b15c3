import {
  Drawing,
  em,
  middleOf,
  Plane,
  percent,
  short,
  type Told,
  unstretched,
} from "@/components/charts/drawing";
import { MonthLetters } from "@/components/charts/month-letters";
import type { Day } from "@/lib/dates";

const HIGH = 6;
/** Above the highest column stands its count, below all of them the months. */
const TOP = 1.4;
const FLOOR = TOP + HIGH;
/** So many cases a column has room for at least: a single one is a low column, and not the highest there can be. */
const ROOM = 4;
/** How wide a column is, of the room that it has. */
const WIDE = 0.7;

/** A column a month, each under its count. A month without any has neither. */
export function MonthColumns({ months, ...told }: Told & { months: { month: Day; count: number }[] }) {
  const highest = Math.max(ROOM, ...months.map(({ count }) => count));
  const wide = short((100 * WIDE) / months.length);
  const middle = (at: number) => middleOf(at, months.length);
  return (
    <Drawing {...told} each="each month" width="100%" height={em(FLOOR + 1.7)}>
      <Plane top={TOP} high={HIGH} rows={highest}>
        <path
          d={months
            .map(({ count }, at) =>
              count > 0 ? `M${short(middle(at) - wide / 2)} ${highest}v-${count}h${wide}v${count}z` : "",
            )
            .join("")}
          className="fill-sage"
        />
        <path d={`M0 ${highest}H100`} className="stroke-control" {...unstretched} />
      </Plane>
      <MonthLetters months={months} y={FLOOR + 1.3} placeOf={(at) => percent(middle(at))} />
      <g textAnchor="middle" className="tabular-nums">
        {months.map(
          ({ month, count }, at) =>
            count > 0 && (
              <text key={month} x={percent(middle(at))} y={em(FLOOR - (HIGH * count) / highest - 0.35)}>
                {count}
              </text>
            ),
        )}
      </g>
    </Drawing>
  );
}
