import { CountStep } from "@/components/planned-steps/count-step";
import { MoveStep } from "@/components/planned-steps/move-step";
import { WhatWhenWhere } from "@/components/planned-steps/what-when-where";
import { TextLink } from "@/components/ui/link";
import type { Day } from "@/lib/dates";
import type { StepOfWeek } from "@/lib/planned-steps/queries";

type Props = { step: StepOfWeek; monday: Day; today: Day };

/** A step of a week: what, when and where, done or open, and another day for it. */
export function StepLine({ step, monday, today }: Props) {
  const { id: stepId, words, done, goal } = step;
  return (
    <li
      id={`step-${stepId}`}
      data-step={stepId}
      data-takes-focus
      className="border-line border-t py-2.5 first:border-t-0"
    >
      <WhatWhenWhere step={step} goal={goal} />
      {done && goal && !goal.counted && !goal.halted && <CountStep step={step} goal={goal} />}
      <div className="flex flex-wrap items-start gap-x-5" data-print="no">
        <MoveStep step={step} monday={monday} today={today} />
        <TextLink
          href={`/week/${stepId}`}
          className="inline-flex min-h-11 items-center text-muted text-sm"
          aria-label={`Change or delete: ${words}`}
        >
          Change or delete
        </TextLink>
      </div>
    </li>
  );
}
