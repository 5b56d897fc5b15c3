import { PlanButton } from "@/components/plans/plan-button";
import { Notice } from "@/components/ui/notice";
import { bringPlanBack } from "@/lib/plans/actions";

/** Says that a plan was deleted, and takes it back. */
export function DeletedPlan({ planId }: { planId: string }) {
  return (
    <Notice
      title="Deleted"
      action={
        <PlanButton
          action={bringPlanBack}
          planId={planId}
          says="Undo"
          icon="undo-2"
          variant="quiet"
          label="Undo deleting the plan"
        />
      }
    >
      That can be undone right now, here.
    </Notice>
  );
}
