import { WhoAskedField } from "@/components/accounts/who-asked-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { takeNewAddress } from "@/lib/addresses/actions";

/**
 * A press, and not the link alone: mail scanners follow links.
 *
 * @param own whether the link is of the account that is signed in here; everybody else enters its password.
 */
export function NewAddressForm({ token, own }: { token: string; own: boolean }) {
  return (
    <Form action={takeNewAddress}>
      <HiddenField name="token" value={token} />
      {!own && <WhoAskedField hint="The one of the account whose address this becomes." />}
      <SubmitButton pendingText="Changing">Use this address from now on</SubmitButton>
    </Form>
  );
}
