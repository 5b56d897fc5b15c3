import { Drawing, dotAt, em, middleOf, short, type Told, unstretched } from "@/components/charts/drawing";
import { MonthLetters } from "@/components/charts/month-letters";
import { onSheet, Scale } from "@/components/charts/scale";
import type { Day } from "@/lib/dates";

const TOP = 0.8;
const HIGH = 7;
const FLOOR = TOP + HIGH;

type Month = { month: Day; count: number; before: number | null; after: number | null };

/**
 * How strong something was before and after, from 0 to 10, month by month: a ring, a disc, and a thin line from one
 * to the other. How many cases there were stands below. The disc is smaller, and seen within the ring where nothing
 * changed.
 */
export function BeforeAfter({ months, ...told }: Told & { months: Month[] }) {
  const middle = (at: number) => middleOf(at, months.length);
  const felt = months.flatMap(({ before, after }, at) =>
    before === null || after === null ? [] : [{ x: middle(at), before: 10 - before, after: 10 - after }],
  );
  const rings = felt.map(({ x, before }) => dotAt(x, before)).join("");
  return (
    <Drawing {...told} each="each month" width="100%" height={em(FLOOR + 3.2)}>
      <Scale steps={[0, 5, 10]} top={TOP} high={HIGH}>
        <path
          d={felt.map(({ x, before, after }) => `M${short(x)} ${short(before)}V${short(after)}`).join("")}
          className="stroke-current"
          {...unstretched}
        />
        <path d={rings} className="stroke-current" strokeWidth="15" {...unstretched} />
        <path d={rings} className="stroke-paper" strokeWidth="12" {...unstretched} />
        <path
          d={felt.map(({ x, after }) => dotAt(x, after)).join("")}
          className="stroke-sage"
          strokeWidth="9"
          {...unstretched}
        />
      </Scale>
      <MonthLetters months={months} y={FLOOR + 1.5} placeOf={(at) => onSheet(middle(at))} />
      <g textAnchor="middle" className="tabular-nums">
        {months.map(
          ({ month, count, before }, at) =>
            before !== null && (
              <text key={month} x={onSheet(middle(at))} y={em(FLOOR + 2.8)}>
                {count}
              </text>
            ),
        )}
      </g>
    </Drawing>
  );
}
