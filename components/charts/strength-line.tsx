import { useId } from "react";

/**
 * One line from 0 to 100 over some weeks, ending in a dot. Lines of several goals stand below each other and not in one
 * picture, so that no colour has to tell them apart.
 */
export function StrengthLine({ title, says, points }: { title: string; says: string; points: number[] }) {
  const id = useId();
  const x = (at: number) => Math.round((1000 * at) / Math.max(1, points.length - 1)) / 10;
  const last = points.at(-1) ?? 0;
  const path = points.map((strength, at) => `${at === 0 ? "M" : "L"}${x(at)} ${100 - strength}`).join("");
  const end = points.length === 1 ? 0 : 100;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
      viewBox="0 -8 100 116"
      preserveAspectRatio="none"
      className="block h-20 w-full overflow-visible fill-none"
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{says} The table below says each week.</desc>
      <path d="M0 0H100M0 50H100M0 100H100" className="stroke-empty" vectorEffect="non-scaling-stroke" />
      <path
        d={path}
        className="stroke-sage"
        strokeWidth="2.5"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${end} ${100 - last}h0.01`}
        className="stroke-sage"
        strokeWidth="9"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
