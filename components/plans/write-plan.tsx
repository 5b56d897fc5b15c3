import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { type Before, PlanFields, type PlanValues, planFormClass } from "@/components/plans/plan-fields";
import { saveDraft } from "@/lib/drafts/actions";
import { writePlan } from "@/lib/plans/actions";

type Props = {
  id: string;
  values: PlanValues;
  before: Before;
  draft: Omit<FormDraft, "key" | "action"> | null;
};

export function WritePlan({ id, values, before, draft }: Props) {
  return (
    <div id="plan" className="mt-8">
      <Form
        action={writePlan}
        label="Write a plan"
        className={planFormClass}
        draft={{ key: "plan", action: saveDraft, ...draft }}
      >
        <HiddenField name="id" value={id} />
        <PlanFields values={values} before={before} />
        <SubmitButton pendingText="Keeping">Keep this plan</SubmitButton>
      </Form>
    </div>
  );
}
