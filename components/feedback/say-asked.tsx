import { DateField } from "@/components/forms/date-field";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import type { Day } from "@/lib/dates";
import { sayAsked } from "@/lib/feedback/actions";

type Props = { requestId: string; today: Day; followUpOn: Day };

/** One press says that it is on its way, today; another day waits in a fold. */
export function SayAsked({ requestId, today, followUpOn }: Props) {
  return (
    <Form
      action={sayAsked}
      label="I asked"
      className="flex flex-col gap-3 [&>[role=status]]:sr-only [&>button]:self-start"
    >
      <HiddenField name="requestId" value={requestId} />
      <SubmitButton variant="quiet" icon="check" pendingText="Noting it">
        I asked
      </SubmitButton>
      <FormFold summary="On another day, or remind me at another time" look="link">
        <div className="flex flex-col gap-6">
          <DateField name="askedOn" label="The day I asked" defaultValue={today} max={today} required />
          <DateField
            name="followUpOn"
            label="A good day for one reminder"
            hint="You will see it in Feedback then, once. Leave it empty if you do not want to."
            defaultValue={followUpOn}
          />
        </div>
      </FormFold>
    </Form>
  );
}
