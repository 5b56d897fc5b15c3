import { BeforeAfter } from "@/components/charts/before-after";
import { TableTwin } from "@/components/charts/table-twin";
import { Section } from "@/components/ui/section";
import { sayMonth } from "@/lib/dates";
import type { Feelings } from "@/lib/patterns/rules";
import { sayFeelings, sayStrength } from "@/lib/patterns/sentences";

const TITLE = "Feelings, before and after a reframe";

/** How strong feelings were before and after reframes, over the last twelve months. */
export function FeelingsPicture({ feelings }: { feelings: Feelings }) {
  if (feelings.reframes === 0) return null;
  const says = sayFeelings(feelings);
  return (
    <Section title={TITLE}>
      <figure className="max-w-words break-inside-avoid">
        <BeforeAfter
          title={TITLE}
          says={says}
          months={feelings.months.map(({ reframes, ...month }) => ({ ...month, count: reframes }))}
        />
        <figcaption className="mt-1 text-muted text-sm">
          {says} A ring is how strong they were before, from 0 to 10, and a disc how strong afterwards. Below
          each month stands how many reframes there were.
          <TableTwin
            title={TITLE}
            columns={["Month", "Reframes", "Before", "After"]}
            rows={feelings.months.map(({ month, reframes, before, after }) => ({
              key: month,
              cells: [sayMonth(month), String(reframes), sayStrength(before), sayStrength(after)],
            }))}
          />
        </figcaption>
      </figure>
    </Section>
  );
}
