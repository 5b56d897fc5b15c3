import { dotAt, Sheet, short, unstretched } from "@/components/charts/drawing";

/**
 * One line from 0 to 100 over some weeks, ending in a dot. Lines of several goals stand below each other and not in one
 * picture, so that no colour has to tell them apart.
 */
export function StrengthLine({ title, says, points }: { title: string; says: string; points: number[] }) {
  const x = (at: number) => short((100 * at) / Math.max(1, points.length - 1));
  const path = points.map((strength, at) => `${at === 0 ? "M" : "L"}${x(at)} ${100 - strength}`).join("");
  return (
    <Sheet
      title={title}
      says={says}
      each="each week"
      viewBox="0 -8 100 116"
      preserveAspectRatio="none"
      className="h-20 w-full overflow-visible"
    >
      <path d="M0 0H100M0 50H100M0 100H100" className="stroke-empty" {...unstretched} />
      <path
        d={path}
        className="fill-none stroke-sage"
        strokeWidth="2.5"
        strokeLinejoin="round"
        {...unstretched}
      />
      <path
        d={dotAt(x(points.length - 1), 100 - (points.at(-1) ?? 0))}
        className="stroke-sage"
        strokeWidth="9"
        {...unstretched}
      />
    </Sheet>
  );
}
