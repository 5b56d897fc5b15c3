import { AliasAndAge } from "@/components/accounts/alias-and-age";
import { NewPasswordField } from "@/components/accounts/new-password-field";
import { TimeZoneField } from "@/components/accounts/time-zone-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextLink } from "@/components/ui/link";
import { join } from "@/lib/accounts/actions";
import { onwards } from "@/lib/accounts/rules";

/** @param next where a new member goes; an invitation, often. */
export function JoinForm({ id, next }: { id: string; next: string }) {
  return (
    <>
      <Form action={join}>
        <HiddenField name="id" value={id} />
        <HiddenField name="next" value={next} />
        <TimeZoneField />
        <TextField
          name="email"
          label="E-mail"
          type="email"
          autoComplete="email"
          required
          hint="For signing in and for mail from Onward. No other member sees it."
        />
        <NewPasswordField label="Password" />
        <AliasAndAge />
        <SubmitButton pendingText="Joining">Join Onward</SubmitButton>
      </Form>
      <div className="mt-8 grid gap-2 text-muted">
        <p>
          Already a member? <TextLink href={`/sign-in${onwards(next)}`}>Sign in</TextLink>
        </p>
        <p>
          <TextLink href="/privacy">What is stored, and who can read it</TextLink>
        </p>
      </div>
    </>
  );
}
