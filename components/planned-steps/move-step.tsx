import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Fold } from "@/components/ui/fold";
import { type Day, sayDay } from "@/lib/dates";
import { movePlannedStep } from "@/lib/planned-steps/actions";
import type { PlannedStep } from "@/lib/planned-steps/queries";
import { daysToMoveTo } from "@/lib/planned-steps/rules";

type Props = { step: PlannedStep; monday: Day; today: Day };

/** Another day for a step, by a menu: whoever drags it sends this form, too. */
export function MoveStep({ step, monday, today }: Props) {
  return (
    <Fold summary="Move" look="link">
      <Form
        action={movePlannedStep}
        label={`Move: ${step.words}`}
        className="flex flex-col items-start gap-3"
      >
        <HiddenField name="stepId" value={step.id} />
        <SelectField
          name="day"
          label="To"
          choices={daysToMoveTo(monday).map((day) => ({ value: day, label: sayDay(day, today) }))}
          defaultValue={step.day}
        />
        <SubmitButton variant="quiet" pendingText="Moving">
          Move it
        </SubmitButton>
      </Form>
    </Fold>
  );
}
