import { ChangeIt } from "@/components/drafts/change-it";
import { LearningPlanFields } from "@/components/learning/learning-plan-fields";
import type { KeptWords } from "@/lib/drafts/queries";
import { changeLearningPlan } from "@/lib/learning/actions";
import type { LearningPlanCard } from "@/lib/learning/queries";
import { learningPlanDraftKey } from "@/lib/learning/schema";

export function ChangeLearningPlan({ plan, draft }: { plan: LearningPlanCard; draft: KeptWords | null }) {
  const steps: LearningPlanCard["steps"] = [];
  for (const step of plan.steps) steps[step.place] = step;
  return (
    <ChangeIt
      action={changeLearningPlan}
      label="Change this"
      about={{ learningPlanId: plan.id }}
      draft={draft}
      draftKey={learningPlanDraftKey(plan.id)}
    >
      <LearningPlanFields values={{ skill: plan.skill, steps }} />
    </ChangeIt>
  );
}
