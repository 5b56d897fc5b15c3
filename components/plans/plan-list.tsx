import { Press } from "@/components/forms/press";
import { PlanSentence } from "@/components/plans/plan-sentence";
import { TextLink } from "@/components/ui/link";
import { deletePlan } from "@/lib/plans/actions";
import type { PlanCard } from "@/lib/plans/queries";
import { sayPlan } from "@/lib/plans/rules";

/** Every plan as its sentence. */
export function PlanList({ plans }: { plans: PlanCard[] }) {
  return (
    <ul className="mt-6">
      {plans.map((plan) => (
        <li key={plan.id} className="border-line border-t py-5 first:border-t-0 first:pt-1">
          <PlanSentence sentence={plan.sentence} />
          <div className="mt-1.5 flex flex-wrap items-center gap-x-4">
            <TextLink
              href={`/plans/${plan.id}`}
              className="inline-flex min-h-11 items-center"
              aria-label={`Rehearse or change: ${sayPlan(plan.sentence)}`}
            >
              Rehearse or change
            </TextLink>
            <Press
              action={deletePlan}
              about={{ planId: plan.id }}
              says="Delete"
              label={`Delete the plan: ${sayPlan(plan.sentence)}`}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
