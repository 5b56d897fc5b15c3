import { NewPasswordField } from "@/components/accounts/new-password-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextLink } from "@/components/ui/link";
import { changePassword } from "@/lib/passwords/actions";

export function ChangePasswordForm({ email }: { email: string }) {
  return (
    <>
      <Form action={changePassword}>
        {/* So that a password manager knows whose passwords these are. */}
        <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
        <TextField
          name="currentPassword"
          label="Your password until now"
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPasswordField label="New password" />
        <SubmitButton pendingText="Changing">Change my password</SubmitButton>
      </Form>
      <p className="mt-8 text-muted">
        You do not know it any more? <TextLink href="/forgot-password">Set a new one by mail</TextLink>
      </p>
    </>
  );
}
