import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { LearningPlanFields } from "@/components/learning/learning-plan-fields";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { changeLearningPlan } from "@/lib/learning/actions";
import type { LearningPlanCard } from "@/lib/learning/queries";
import { learningPlanDraftKey } from "@/lib/learning/schema";

/** What a plan says, folded away until it is to be changed. */
export function ChangeLearningPlan({ plan, draft }: { plan: LearningPlanCard; draft: Kept | null }) {
  const key = learningPlanDraftKey(plan.id);
  const steps: LearningPlanCard["steps"] = [];
  for (const step of plan.steps) steps[step.place] = step;
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={changeLearningPlan}
        label="Change this"
        className="flex flex-col gap-3"
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="learningPlanId" value={plan.id} />
        <FormFold summary="Change it" open={draft !== null}>
          <div className="flex flex-col gap-6">
            <LearningPlanFields values={{ skill: plan.skill, steps }} />
            <SubmitButton className="self-start" pendingText="Changing">
              Save the change
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </>
  );
}
