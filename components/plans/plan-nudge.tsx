import { TextLink } from "@/components/ui/link";
import type { PlanCard } from "@/lib/plans/queries";
import { nudgeWords } from "@/lib/plans/rules";

/** A question about a step that is vague or large. It can be left alone. */
export function PlanNudge({ plan }: { plan: Pick<PlanCard, "id" | "nudge"> }) {
  return (
    plan.nudge && (
      <p className="mt-1.5">
        {nudgeWords[plan.nudge]}{" "}
        <TextLink href={`/plans/${plan.id}?change=1#change`}>Make it smaller</TextLink>, or leave it as it is.
      </p>
    )
  );
}
