import { ChangeIt } from "@/components/drafts/change-it";
import { type Before, PlanFields, planFormClass, valuesOf } from "@/components/plans/plan-fields";
import type { KeptWords } from "@/lib/drafts/queries";
import { changePlan } from "@/lib/plans/actions";
import type { PlanCard } from "@/lib/plans/queries";
import { planDraftKey } from "@/lib/plans/schema";

type Props = {
  plan: PlanCard;
  before: Before;
  draft: KeptWords | null;
  /** Whether somebody came to change it. */
  open: boolean;
};

export function ChangePlan({ plan, before, draft, open }: Props) {
  return (
    <div id="change">
      <ChangeIt
        action={changePlan}
        label="Change this plan"
        about={{ planId: plan.id }}
        draft={draft}
        draftKey={planDraftKey(plan.id)}
        open={open}
        className={planFormClass}
      >
        <PlanFields values={valuesOf(plan)} before={before} />
      </ChangeIt>
    </div>
  );
}
