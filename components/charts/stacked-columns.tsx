import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { Drawing, em, short, type Told, unstretched } from "@/components/charts/drawing";
import { onSheet, Scale } from "@/components/charts/scale";

const TOP = 0.9;
const HIGH = 8;
/** How wide a column is, of the room that it has. */
const WIDE = 0.75;

type Column = {
  key: string;
  /** Below it, where it has a name. */
  label: string | null;
  /** From the bottom up, in the order of the names. */
  counts: number[];
};

/**
 * Columns of up to four kinds that lie on each other. Each kind has a pattern of its own, beside its colour: filled,
 * striped across, striped upright, and an outline. Stripes, unlike dots, stay what they are on a plane that is
 * stretched. Which is which stands below.
 */
export function StackedColumns({ names, columns, ...told }: Told & { names: string[]; columns: Column[] }) {
  const id = useId();
  const highest = Math.max(4, ...columns.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  const y = scaleLinear([0, highest], [0, 1]).nice(3);
  const steps = y.ticks(3);
  const rows = steps.at(-1) ?? highest;
  const room = 100 / columns.length;
  const wide = short(room * WIDE);
  const paths = names.map((_, kind) =>
    columns
      .map(({ counts }, at) => {
        const count = counts[kind] ?? 0;
        const below = counts.slice(0, kind).reduce((sum, one) => sum + one, 0);
        return count > 0 ? `M${short(at * room)} ${rows - below}v-${count}h${wide}v${count}z` : "";
      })
      .join(""),
  );
  // Stripes across are as thick whatever the scale is; upright, three of them fill a column.
  const across = short((0.32 * rows) / HIGH);
  const upright = short(room / 4);
  const fills = [undefined, `url(#${id}a)`, `url(#${id}u)`];
  return (
    <Drawing
      {...told}
      width="100%"
      height={em(TOP + HIGH + 1.8)}
      legend={
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {names.map((name, kind) => (
            <li key={name} className="flex items-center gap-2">
              <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 flex-none text-ink">
                <path
                  d={swatches[kind]}
                  className={`${looks[kind]} ${kind === 1 || kind === 2 ? "fill-none" : ""}`}
                  strokeWidth={kind === 3 ? 1 : 2}
                />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      }
    >
      <defs>
        <pattern id={`${id}a`} width="100" height={across} patternUnits="userSpaceOnUse">
          <path d={`M0 0h100v${short(across / 2)}h-100z`} className="fill-sage" />
        </pattern>
        <pattern id={`${id}u`} width={upright} height={rows} patternUnits="userSpaceOnUse">
          <path d={`M0 0h${short(upright / 2)}v${rows}h-${short(upright / 2)}z`} className="fill-current" />
        </pattern>
      </defs>
      <Scale steps={steps} top={TOP} high={HIGH}>
        {paths.map(
          (path, kind) =>
            path && (
              <path key={names[kind]} d={path} className={looks[kind]} fill={fills[kind]} {...unstretched} />
            ),
        )}
      </Scale>
      {columns.map(
        ({ key, label }, at) =>
          label && (
            <text key={key} x={onSheet(at * room)} y={em(TOP + HIGH + 1.4)}>
              {label}
            </text>
          ),
      )}
    </Drawing>
  );
}

const looks = ["fill-sage stroke-sage", "stroke-sage", "stroke-current", "fill-paper stroke-control"];
const box = "M1 1h14v14h-14z";
const swatches = [box, `${box}M1 5.6h14M1 10.3h14`, `${box}M5.6 1v14M10.3 1v14`, box];
