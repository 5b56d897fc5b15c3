import { DateField } from "@/components/forms/date-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { addDays, type Day } from "@/lib/dates";
import { logEffort } from "@/lib/efforts/actions";
import { DAYS_BACK } from "@/lib/goals/rules";
import { freshId } from "@/lib/ids";

type Props = { goal: { id: string; title: string }; today: Day };

/** For effort that was not logged when it happened. */
export function LogAnotherDay({ goal, today }: Props) {
  return (
    <Form action={logEffort} label={`Log another day: ${goal.title}`}>
      <HiddenField name="id" value={freshId()} />
      <HiddenField name="goalId" value={goal.id} />
      <DateField
        name="day"
        label="Day"
        hint={`Up to ${DAYS_BACK} days back.`}
        defaultValue={addDays(today, -1)}
        min={addDays(today, -DAYS_BACK)}
        max={today}
        required
      />
      <SubmitButton variant="quiet" className="self-start" pendingText="Logging">
        Log that day
      </SubmitButton>
    </Form>
  );
}
