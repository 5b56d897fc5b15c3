import {
  Drawing,
  dotAt,
  em,
  middleOf,
  Plane,
  percent,
  type Told,
  unstretched,
} from "@/components/charts/drawing";

/** A person, in the height of the letters. */
const ROW = 1.45;
/** So many rows there are room for at least, so that a small circle's picture is not a single line. */
const ROOM = 4;

type Week = { key: string; short: string; heard: number; there: number };

/**
 * How many came, of those who were there, week by week: a dot a person, the filled ones at the bottom. Which dot is
 * whose nobody can tell.
 */
export function PeopleByWeek({ weeks, ...told }: Told & { weeks: Week[] }) {
  const rows = Math.max(ROOM, ...weeks.map(({ there }) => there));
  const middle = (at: number) => middleOf(at, weeks.length);
  const dots = (from: (week: Week) => number, to: (week: Week) => number) =>
    weeks
      .flatMap((week, at) =>
        Array.from({ length: to(week) - from(week) }, (_, person) =>
          dotAt(middle(at), rows - from(week) - person - 0.5),
        ),
      )
      .join("");
  return (
    <Drawing {...told} each="each week" width="100%" height={em(ROW * rows + 1.9)}>
      <Plane high={ROW * rows} rows={rows}>
        <path
          d={dots(
            ({ heard }) => heard,
            ({ there }) => there,
          )}
          className="stroke-empty"
          strokeWidth="13"
          {...unstretched}
        />
        <path
          d={dots(
            () => 0,
            ({ heard }) => heard,
          )}
          className="stroke-sage"
          strokeWidth="13"
          {...unstretched}
        />
        <path d={`M0 ${rows}H100`} className="stroke-control" {...unstretched} />
      </Plane>
      <g textAnchor="middle" className="tabular-nums">
        {weeks.map(({ key, short }, at) => (
          <text key={key} x={percent(middle(at))} y={em(ROW * rows + 1.4)}>
            {short}
          </text>
        ))}
      </g>
    </Drawing>
  );
}
