import { WhatWhenWhere } from "@/components/planned-steps/what-when-where";
import { Section } from "@/components/ui/section";
import type { PlannedStep } from "@/lib/planned-steps/queries";

type Props = { steps: PlannedStep[]; goals: { id: string; title: string }[] };

/** What somebody planned for today. Where that is nothing, nothing is said of it. */
export function PlannedToday({ steps, goals }: Props) {
  if (steps.length === 0) return null;
  return (
    <Section title="Planned for today" id="planned">
      <ul>
        {steps.map((step) => (
          <li key={step.id} className="border-line border-t py-1.5 first:border-t-0">
            <WhatWhenWhere step={step} goal={goals.find(({ id }) => id === step.goalId) ?? null} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
