import { NewPasswordField } from "@/components/accounts/new-password-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { setNewPassword } from "@/lib/accounts/actions";

export function ResetPasswordForm({ token }: { token: string }) {
  return (
    <Form action={setNewPassword}>
      <HiddenField name="token" value={token} />
      <NewPasswordField label="New password" />
      <SubmitButton pendingText="Saving">Save and sign in</SubmitButton>
    </Form>
  );
}
