import { CheckField } from "@/components/forms/check-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { chooseNudgeMails } from "@/lib/nudges/actions";

/** Whether a mail says that something waits. */
export function NudgeMailsForm({ mails }: { mails: boolean }) {
  return (
    <Form action={chooseNudgeMails}>
      <CheckField
        name="mails"
        label="Tell me by mail when something waits in my circles"
        hint="At most one mail a day, and none in your quiet hours. It says that something waits, and never what."
        defaultChecked={mails}
      />
      <SubmitButton className="self-start" pendingText="Saving">
        Save
      </SubmitButton>
    </Form>
  );
}
