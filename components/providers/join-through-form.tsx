import { TimeZoneField } from "@/components/accounts/time-zone-field";
import { CheckField } from "@/components/forms/check-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { joinThroughProvider } from "@/lib/providers/actions";

/** What a provider does not say: how circles will see somebody, and that they are of age. */
export function JoinThroughForm({ id }: { id: string }) {
  return (
    <Form action={joinThroughProvider}>
      <HiddenField name="id" value={id} />
      <TimeZoneField />
      <TextField
        name="name"
        label="Your name in circles"
        autoComplete="off"
        required
        hint="Take an alias. Circles are private, but word gets around, and an employer should not recognise you by your name."
      />
      <CheckField name="adult" label="I am 18 or older" required />
      <SubmitButton pendingText="Joining">Join Onward</SubmitButton>
    </Form>
  );
}
