import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { leaveNewAddress } from "@/lib/addresses/actions";

export function LeaveAddressForm() {
  return (
    <Form action={leaveNewAddress}>
      <SubmitButton variant="quiet" pendingText="Leaving it">
        Leave it, keep my address
      </SubmitButton>
    </Form>
  );
}
