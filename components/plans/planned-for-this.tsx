import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PlanSentence } from "@/components/plans/plan-sentence";
import type { ButtonLook } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SectionHeading } from "@/components/ui/section";
import type { FormAction } from "@/lib/form-state";
import { didAsPlanned, leavePlanToday, openPlanAgain } from "@/lib/plans/actions";
import type { Firing } from "@/lib/plans/queries";
import { sayPlan } from "@/lib/plans/rules";

/** The plans that a setback called up, the first thing to see on its page. Without any, nothing. */
export function PlannedForThis({ firings }: { firings: Firing[] }) {
  if (firings.length === 0) return null;
  return (
    <Card label="You planned for this" className="mt-6">
      <SectionHeading>You planned for this</SectionHeading>
      <ul>
        {firings.map((firing) => (
          <li key={firing.planId} className="border-line border-t pt-4 pb-2 first:border-t-0 first:pt-3">
            <PlanSentence sentence={firing.sentence} />
            <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2.5">
              {firing.outcome === null ? (
                <>
                  <Press firing={firing} action={didAsPlanned} says="Done" icon="check" variant="primary" />
                  <Press firing={firing} action={leavePlanToday} says="Not today" variant="plain" />
                </>
              ) : (
                <>
                  <p className="text-muted">{said[firing.outcome]}</p>
                  <Press firing={firing} action={openPlanAgain} says="Undo" variant="plain" />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const said = {
  done: "Done, as you planned. That was you.",
  not_today: "Not today, and that is fine. The plan stays for another time.",
};

function Press({
  firing,
  action,
  says,
  ...look
}: { firing: Firing; action: FormAction; says: string } & ButtonLook) {
  return (
    <Form action={action} className={pressForm} label={`${says}: ${sayPlan(firing.sentence)}`}>
      <HiddenField name="planId" value={firing.planId} />
      <HiddenField name="setbackId" value={firing.setbackId} />
      <SubmitButton {...look}>{says}</SubmitButton>
    </Form>
  );
}
