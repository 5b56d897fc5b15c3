import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { setNewPassword } from "@/lib/accounts/actions";

export function ResetPasswordForm({ token }: { token: string }) {
  return (
    <Form action={setNewPassword}>
      <HiddenField name="token" value={token} />
      <TextField
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        required
        hint="At least 8 characters. A few words that do not belong together are easy to remember and hard to guess."
      />
      <SubmitButton pendingText="Saving">Save and sign in</SubmitButton>
    </Form>
  );
}
