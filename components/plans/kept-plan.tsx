import { PlanNudge } from "@/components/plans/plan-nudge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { PlanCard } from "@/lib/plans/queries";

/** Says that a plan is kept and when it comes back, and offers one small thing more. */
export function KeptPlan({ plan }: { plan: PlanCard }) {
  return (
    <Notice
      title="Kept for that day"
      action={
        <ButtonLink href={`/plans/${plan.id}`} variant="quiet">
          Rehearse it once
        </ButtonLink>
      }
    >
      <p>
        {plan.obstacle === null
          ? "When you log a setback that it is for, it is the first thing you see."
          : "Only you notice when it is time. Saying it once makes it easier to remember."}
      </p>
      {plan.nudge && <PlanNudge plan={plan} />}
    </Notice>
  );
}
