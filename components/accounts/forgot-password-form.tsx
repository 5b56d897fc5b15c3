import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { askForNewPassword } from "@/lib/accounts/actions";

export function ForgotPasswordForm() {
  return (
    <Form action={askForNewPassword}>
      <TextField name="email" label="E-mail" type="email" autoComplete="email" required />
      <SubmitButton pendingText="Sending">Send me a link</SubmitButton>
    </Form>
  );
}
