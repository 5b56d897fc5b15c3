import { ProofField } from "@/components/accounts/proof-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { changeAddress } from "@/lib/addresses/actions";

export function ChangeAddressForm({ hasPassword }: { hasPassword: boolean }) {
  return (
    <Form action={changeAddress}>
      <TextField name="email" label="New e-mail address" type="email" autoComplete="email" required />
      <ProofField hasPassword={hasPassword} />
      <SubmitButton pendingText="Sending">Send me a link there</SubmitButton>
    </Form>
  );
}
