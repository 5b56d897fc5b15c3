import { LearningPlanButton } from "@/components/learning/plan-button";
import { Notice } from "@/components/ui/notice";
import { bringLearningPlanBack } from "@/lib/learning/actions";

/** Says that a plan was deleted, and takes it back. */
export function DeletedLearningPlan({ planId }: { planId: string }) {
  return (
    <Notice
      title="Deleted"
      action={
        <LearningPlanButton
          action={bringLearningPlanBack}
          planId={planId}
          says="Undo"
          icon="undo-2"
          variant="quiet"
          label="Undo deleting what you wanted to learn"
        />
      }
    >
      That can be undone right now, here. A goal that it became stays in Goals.
    </Notice>
  );
}
