import { Press } from "@/components/forms/press";
import { countPlannedStep } from "@/lib/efforts/actions";

type Props = { step: { id: string; words: string }; goal: { title: string } };

/** Offers, beside a step that is done, to count it for its goal. */
export const CountStep = ({ step, goal }: Props) => (
  <div className="flex">
    <Press
      action={countPlannedStep}
      about={{ stepId: step.id }}
      says={`Count it for ${goal.title}`}
      label={`Count it for ${goal.title}: ${step.words}`}
      icon="plus"
    />
  </div>
);
