import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { sendConfirmationAgain } from "@/lib/accounts/actions";

export function ConfirmAgainForm() {
  return (
    <Form action={sendConfirmationAgain}>
      <SubmitButton className="self-start" variant="quiet" pendingText="Sending">
        Send it again
      </SubmitButton>
    </Form>
  );
}
