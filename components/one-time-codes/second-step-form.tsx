import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextLink } from "@/components/ui/link";
import { takeSecondStep } from "@/lib/one-time-codes/actions";

export function SecondStepForm() {
  return (
    <>
      <Form action={takeSecondStep}>
        <TextField
          name="code"
          label="Code"
          autoComplete="one-time-code"
          required
          hint="The six digits that your app shows now, or one of your recovery codes."
        />
        <SubmitButton pendingText="Signing in">Sign in</SubmitButton>
      </Form>
      <p className="mt-8 text-muted">
        Somebody else's account? <TextLink href="/sign-in">Start again</TextLink>
      </p>
    </>
  );
}
