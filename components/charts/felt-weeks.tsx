import { Drawing, dotAt, em, middleOf, short, type Told, unstretched } from "@/components/charts/drawing";
import { onSheet, Scale } from "@/components/charts/scale";

const TOP = 0.8;
const HIGH = 7;

type Week = {
  key: string;
  label: string | null;
  /** 0 to 10, or nothing noted. */
  mean: number | null;
  /** Marked quietly below. */
  isMarked: boolean;
};

/** How strong something was, week by week, from 0 to 10: a dot a week, and below it a small line where there is a mark. */
export function FeltWeeks({ weeks, ...told }: Told & { weeks: Week[] }) {
  const middle = (at: number) => middleOf(at, weeks.length);
  const dots = weeks.map(({ mean }, at) => (mean === null ? "" : dotAt(middle(at), 10 - mean)));
  const marks = weeks.map(({ isMarked }, at) => (isMarked ? `M${short(middle(at))} 10.8v.7` : ""));
  return (
    <Drawing {...told} each="each week" width="100%" height={em(TOP + HIGH + 3)}>
      <Scale steps={[0, 5, 10]} top={TOP} high={HIGH}>
        <path d={dots.join("")} className="stroke-sage" strokeWidth="9" {...unstretched} />
        <path d={marks.join("")} className="stroke-control" strokeWidth="2" {...unstretched} />
      </Scale>
      {weeks.map(
        ({ key, label }, at) =>
          label && (
            <text key={key} x={onSheet((100 * at) / weeks.length)} y={em(TOP + HIGH + 2.5)}>
              {label}
            </text>
          ),
      )}
    </Drawing>
  );
}
