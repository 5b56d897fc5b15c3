import { CountStep } from "@/components/planned-steps/count-step";
import { WhatWhenWhere } from "@/components/planned-steps/what-when-where";
import { Section } from "@/components/ui/section";
import type { PlannedStep } from "@/lib/planned-steps/queries";

type Props = {
  steps: (PlannedStep & { goal: { id: string; title: string; counted: boolean } | null })[];
};

/** What somebody planned for today. Where that is nothing, nothing is said of it. */
export function PlannedToday({ steps }: Props) {
  if (steps.length === 0) return null;
  return (
    <Section title="Planned for today" id="planned">
      <ul>
        {steps.map((step) => (
          <li key={step.id} data-takes-focus className="border-line border-t py-1.5 first:border-t-0">
            <WhatWhenWhere step={step} goal={step.goal} />
            {step.done && step.goal && !step.goal.counted && <CountStep step={step} goal={step.goal} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
