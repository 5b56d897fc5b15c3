import { BeforeAfter } from "@/components/charts/before-after";
import { Section } from "@/components/ui/section";
import { sayMonth } from "@/lib/dates";
import type { Feelings } from "@/lib/patterns/rules";
import { sayFeelings, sayStrength } from "@/lib/patterns/sentences";

const TITLE = "Feelings, before and after a reframe";

/** How strong feelings were before and after reframes, over the last twelve months. */
export function FeelingsPicture({ feelings }: { feelings: Feelings }) {
  if (feelings.reframes === 0) return null;
  return (
    <Section title={TITLE}>
      <BeforeAfter
        title={TITLE}
        says={sayFeelings(feelings)}
        also="A ring is how strong they were before, from 0 to 10, and a disc how strong afterwards. Below each month stands how many reframes there were."
        months={feelings.months.map(({ reframes, ...month }) => ({ ...month, count: reframes }))}
        table={{
          columns: ["Month", "Reframes", "Before", "After"],
          rows: feelings.months.map(({ month, reframes, before, after }) => [
            sayMonth(month),
            reframes,
            sayStrength(before),
            sayStrength(after),
          ]),
        }}
      />
    </Section>
  );
}
