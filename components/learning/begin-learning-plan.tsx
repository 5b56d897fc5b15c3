import { KeptWords } from "@/components/drafts/kept-words";
import { CheckField } from "@/components/forms/check-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { LearningPlanFields } from "@/components/learning/learning-plan-fields";
import { YouSaid } from "@/components/reasons/you-said";
import { saveDraft } from "@/lib/drafts/actions";
import { beginLearningPlan } from "@/lib/learning/actions";
import { NEW_LEARNING_PLAN } from "@/lib/learning/schema";

type Props = {
  id: string;
  /** The id of the goal, if it becomes one. */
  goalId: string;
  /** The reason to begin with. What there is to learn in it is for its member to say, so no field holds it. */
  reason?: string | undefined;
  draft: Omit<FormDraft, "key" | "action"> | null;
};

export function BeginLearningPlan({ id, goalId, reason, draft }: Props) {
  return (
    <section id="plan" aria-label="What to learn" className="scroll-mt-6">
      {reason && <YouSaid words={reason} ask="What could you learn or practise for it?" />}
      {draft && <KeptWords draftKey={NEW_LEARNING_PLAN} />}
      <div className="mt-8">
        <Form
          action={beginLearningPlan}
          label="Something to learn"
          draft={{ key: NEW_LEARNING_PLAN, action: saveDraft, ...draft }}
        >
          <HiddenField name="id" value={id} />
          <HiddenField name="goalId" value={goalId} />
          <LearningPlanFields values={{}} />
          <CheckField
            name="makeGoal"
            label="Make a goal of it, too"
            hint="Twice a week, in Goals. You can make it smaller there, let it rest or change it."
          />
          <SubmitButton className="self-start" pendingText="Keeping">
            Keep this
          </SubmitButton>
        </Form>
      </div>
    </section>
  );
}
