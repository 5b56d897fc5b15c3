import { WhoAskedField } from "@/components/accounts/who-asked-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { confirmAddress } from "@/lib/accounts/actions";

/**
 * A press, and not the link alone: mail scanners follow links.
 *
 * @param own whether the link is of the account that is signed in here; everybody else enters its password.
 */
export function ConfirmAddressForm({ token, own }: { token: string; own: boolean }) {
  return (
    <Form action={confirmAddress}>
      <HiddenField name="token" value={token} />
      {!own && <WhoAskedField hint="The one that you joined with." />}
      <SubmitButton pendingText="Confirming">Confirm my e-mail</SubmitButton>
    </Form>
  );
}
