import { DateField } from "@/components/forms/date-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { addDays, type Day } from "@/lib/dates";
import { logEffort } from "@/lib/efforts/actions";
import { DAYS_BACK, type Rhythm } from "@/lib/goals/rules";
import { sayUnit } from "@/lib/goals/units";
import { freshId } from "@/lib/ids";

type Props = { goal: { id: string; title: string } & Pick<Required<Rhythm>, "unit" | "usual">; today: Day };

/** For effort that was not logged when it happened, and for more or less than is usual. */
export function LogAnotherDay({ goal, today }: Props) {
  return (
    <Form action={logEffort} label={`Log another day: ${goal.title}`}>
      <HiddenField name="id" value={freshId()} />
      <HiddenField name="goalId" value={goal.id} />
      <div className="flex flex-wrap gap-x-5 gap-y-3">
        <DateField
          name="day"
          label="Day"
          hint={`Up to ${DAYS_BACK} days back.`}
          defaultValue={addDays(today, -1)}
          min={addDays(today, -DAYS_BACK)}
          max={today}
          required
        />
        {goal.unit !== "times" && (
          <TextField
            name="amount"
            label={`How many ${sayUnit(goal.unit)}`}
            hint="For today too."
            type="number"
            inputMode="numeric"
            min={1}
            defaultValue={goal.usual}
            className="max-w-40"
            required
          />
        )}
      </div>
      <SubmitButton variant="quiet" className="self-start" pendingText="Logging">
        Log that day
      </SubmitButton>
    </Form>
  );
}
