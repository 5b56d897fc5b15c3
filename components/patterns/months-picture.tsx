import { MonthColumns } from "@/components/charts/month-columns";
import { TableTwin } from "@/components/charts/table-twin";
import { Section } from "@/components/ui/section";
import { sayMonth } from "@/lib/dates";
import type { MonthCount } from "@/lib/patterns/rules";
import { sayMonths } from "@/lib/patterns/sentences";

const TITLE = "By month";

/** When setbacks happened, over the last twelve months. */
export function MonthsPicture({ months }: { months: MonthCount[] }) {
  if (months.every(({ count }) => count === 0)) return null;
  const says = sayMonths(months);
  return (
    <Section title={TITLE}>
      <figure className="max-w-words break-inside-avoid">
        <MonthColumns title={TITLE} says={says} months={months} />
        <figcaption className="mt-1 text-muted text-sm">
          {says}
          <TableTwin
            title={TITLE}
            columns={["Month", "Setbacks"]}
            rows={months.map(({ month, count }) => ({ key: month, cells: [sayMonth(month), String(count)] }))}
          />
        </figcaption>
      </figure>
    </Section>
  );
}
