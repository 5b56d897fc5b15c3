import { MonthColumns } from "@/components/charts/month-columns";
import { Section } from "@/components/ui/section";
import { sayMonth } from "@/lib/dates";
import type { MonthCount } from "@/lib/patterns/rules";
import { sayMonths } from "@/lib/patterns/sentences";

const TITLE = "By month";

/** When setbacks happened, over the last twelve months. */
export function MonthsPicture({ months }: { months: MonthCount[] }) {
  if (months.every(({ count }) => count === 0)) return null;
  return (
    <Section title={TITLE}>
      <MonthColumns
        title={TITLE}
        says={sayMonths(months)}
        months={months}
        table={{
          columns: ["Month", "Setbacks"],
          rows: months.map(({ month, count }) => [sayMonth(month), count]),
        }}
      />
    </Section>
  );
}
