import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { PasskeyButton } from "@/components/passkeys/passkey-button";
import { beginPasskeySignIn, signInWithPasskey } from "@/lib/passkeys/actions";

/** @param next where the member was going. */
export function PasskeySignInForm({ next }: { next: string }) {
  return (
    <Form action={signInWithPasskey} label="Sign in with a passkey">
      <HiddenField name="next" value={next} />
      <PasskeyButton
        question={beginPasskeySignIn}
        of="known"
        variant="quiet"
        pendingText="Asking your passkey"
      >
        Use a passkey
      </PasskeyButton>
    </Form>
  );
}
