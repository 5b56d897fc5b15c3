import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PasskeySignInForm } from "@/components/passkeys/passkey-sign-in-form";
import { TextLink } from "@/components/ui/link";
import { signIn } from "@/lib/accounts/actions";
import { onwards } from "@/lib/accounts/rules";

/** @param next where the member was going. */
export function SignInForm({ next }: { next: string }) {
  return (
    <>
      <Form action={signIn}>
        <HiddenField name="next" value={next} />
        <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton pendingText="Signing in">Sign in</SubmitButton>
      </Form>
      <div className="mt-6">
        <PasskeySignInForm next={next} />
      </div>
      <div className="mt-8 grid gap-2 text-muted">
        <p>
          <TextLink href="/forgot-password">I forgot my password</TextLink>
        </p>
        <p>
          New here? <TextLink href={`/join${onwards(next)}`}>Join Onward</TextLink>
        </p>
      </div>
    </>
  );
}
