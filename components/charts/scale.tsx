import type { ReactNode } from "react";
import { em, Plane, percent, short, unstretched } from "@/components/charts/drawing";

const LEFT = 9;

/**
 * A scale from 0 upwards, a line a step, and what is drawn on it. On its plane a unit of the scale is one down, so
 * that what is strong or often is as far from the ground as it says: `heightOf`.
 *
 * @param steps from 0 to the highest, as they are said beside the lines.
 * @param top, high where it begins and how high it is, in the height of the letters.
 */
export function Scale({
  steps,
  top,
  high,
  children,
}: {
  steps: number[];
  top: number;
  high: number;
  children: ReactNode;
}) {
  const highest = steps.at(-1) ?? 0;
  const lines = steps.slice(1).map((step) => `M0 ${short(highest - step)}H100`);
  return (
    <>
      {steps.map((step) => (
        <text key={step} y={em(top + high * (1 - step / highest) + 0.35)} className="tabular-nums">
          {step}
        </text>
      ))}
      <Plane left={LEFT} top={top} high={high} rows={highest}>
        <path d={lines.join("")} className="stroke-empty" {...unstretched} />
        <path d={`M0 ${highest}H100`} className="stroke-control" {...unstretched} />
        {children}
      </Plane>
    </>
  );
}

/** Where on a sheet something stands that stands at `x` on the plane of a scale. */
export const onSheet = (x: number) => percent(LEFT + (x * (100 - LEFT)) / 100);
