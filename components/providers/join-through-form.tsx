import { AliasAndAge } from "@/components/accounts/alias-and-age";
import { TimeZoneField } from "@/components/accounts/time-zone-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { joinThroughProvider } from "@/lib/providers/actions";

/** What a provider does not say: how circles will see somebody, and that they are of age. */
export function JoinThroughForm({ id }: { id: string }) {
  return (
    <Form action={joinThroughProvider}>
      <HiddenField name="id" value={id} />
      <TimeZoneField />
      <AliasAndAge />
      <SubmitButton pendingText="Joining">Join Onward</SubmitButton>
    </Form>
  );
}
