import { ProofField } from "@/components/accounts/proof-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { linkProvider } from "@/lib/providers/actions";

/** A press, and not the way back from the provider alone: another site could have sent somebody on that way. */
export function LinkForm({ name, hasPassword }: { name: string; hasPassword: boolean }) {
  return (
    <Form action={linkProvider}>
      <ProofField hasPassword={hasPassword} />
      <SubmitButton pendingText="Adding">Add {name}</SubmitButton>
    </Form>
  );
}
