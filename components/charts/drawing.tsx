import { type ReactNode, type SVGProps, useId } from "react";
import type { Twin } from "@/components/charts/table-cells";
import { TableTwin } from "@/components/charts/table-twin";

/** What is said of a picture, whatever it draws. */
export type Told = {
  title: string;
  /** One sentence that says what it shows. */
  says: string;
  /** How it is read, or something more to know. */
  also?: ReactNode;
  table: Twin;
};

type Sheet = { title: string; says: string; each?: string } & Omit<SVGProps<SVGSVGElement>, "id" | "role">;

/** A picture, whole: what is drawn, the sentence that says what it shows, and the same as a table. */
export function Drawing({
  each = "each",
  legend,
  children,
  also,
  table,
  ...sheet
}: Told & Sheet & { legend?: ReactNode }) {
  return (
    <Captioned title={sheet.title} says={sheet.says} also={also} table={table}>
      <Sheet each={each} {...sheet}>
        {children}
      </Sheet>
      {legend}
    </Captioned>
  );
}

/** One or more sheets that have a sentence and a table together. */
export function Captioned({ title, says, also, table, children }: Told & { children: ReactNode }) {
  return (
    <figure className="max-w-words break-inside-avoid">
      {children}
      <figcaption className="mt-2 text-muted text-sm">
        {says} {also}
        <TableTwin title={title} {...table} />
      </figcaption>
    </figure>
  );
}

/**
 * What is drawn, by itself: it has a title, and is described by its sentence.
 *
 * @param each what the table below says: "each month".
 */
export function Sheet({ title, says, each = "each", children, className = "text-xs", ...rest }: Sheet) {
  const id = useId();
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
      className={`block fill-current ${className}`}
      {...rest}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>
        {says} The table below says {each}.
      </desc>
      {children}
    </svg>
  );
}

/**
 * A plane within a sheet that is stretched to the room there is, so that one path draws everything of a kind. Letters
 * stand beside it, not on it: they would be stretched, too. So would lines, each of which needs `unstretched`.
 *
 * @param left, top where it begins: in percent across, in the height of the letters down.
 * @param wide, high how large it is, in percent and in the height of the letters.
 * @param rows so many units it has from top to bottom; from left to right it has 100.
 */
export function Plane({
  left = 0,
  top = 0,
  wide = 100 - left,
  high,
  rows,
  children,
}: {
  left?: number;
  top?: number;
  wide?: number;
  high: number;
  rows: number;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is part of a sheet, which has one.
    <svg
      x={percent(left)}
      y={em(top)}
      width={percent(wide)}
      height={em(high)}
      viewBox={`0 0 100 ${short(rows)}`}
      preserveAspectRatio="none"
      overflow="visible"
    >
      {children}
    </svg>
  );
}

/** A line on a plane that is as thick as it says, and a dot that is round. */
export const unstretched = { vectorEffect: "non-scaling-stroke", strokeLinecap: "round" } as const;
/** Where a dot is drawn: a line of next to no length, with round ends. */
export const dotAt = (x: number, y: number) => `M${short(x)} ${short(y)}h.01`;

// Across in percent and down in letters: lines and letters stay as they are, however wide the page is.
export const percent = (share: number) => `${short(share)}%`;
export const em = (height: number) => `${short(height)}em`;
export const short = (number: number) => Math.round(number * 100) / 100;

/** Where the middle of one of so many equal parts lies, of a hundred. */
export const middleOf = (at: number, parts: number) => (100 * (at + 0.5)) / parts;
