import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { type Before, PlanFields, planFormClass, valuesOf } from "@/components/plans/plan-fields";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { changePlan } from "@/lib/plans/actions";
import type { PlanCard } from "@/lib/plans/queries";
import { planDraftKey } from "@/lib/plans/schema";

type Props = {
  plan: PlanCard;
  before: Before;
  draft: Kept | null;
  /** Whether somebody came to change it. */
  open: boolean;
};

/** What a plan says, folded away until it is to be changed. */
export function ChangePlan({ plan, before, draft, open }: Props) {
  const key = planDraftKey(plan.id);
  return (
    <div id="change">
      {draft && <KeptWords draftKey={key} />}
      <Form
        action={changePlan}
        label="Change this plan"
        className={planFormClass}
        draft={{ key, action: saveDraft, ...draft }}
      >
        <HiddenField name="planId" value={plan.id} />
        <FormFold summary="Change it" open={open || draft !== null}>
          <div className="flex flex-col gap-6">
            <PlanFields values={valuesOf(plan)} before={before} />
            <SubmitButton className="self-start" pendingText="Changing">
              Save the change
            </SubmitButton>
          </div>
        </FormFold>
      </Form>
    </div>
  );
}
