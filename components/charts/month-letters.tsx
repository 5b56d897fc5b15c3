import { em } from "@/components/charts/drawing";
import { type Day, sayMonth } from "@/lib/dates";

/** The first letter of each month below what is drawn of it: one text, each of whose letters has a place of its own. */
export function MonthLetters({
  months,
  y,
  placeOf,
}: {
  months: { month: Day }[];
  y: number;
  placeOf: (at: number) => string;
}) {
  return (
    <text x={months.map((_, at) => placeOf(at)).join(" ")} y={em(y)} textAnchor="middle">
      {months.map(({ month }) => sayMonth(month).charAt(0)).join("")}
    </text>
  );
}
