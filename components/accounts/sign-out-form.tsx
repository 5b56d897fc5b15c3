import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { signOut } from "@/lib/accounts/actions";

export function SignOutForm() {
  return (
    <Form action={signOut}>
      <SubmitButton className="self-start" variant="quiet" pendingText="Signing out">
        Sign out
      </SubmitButton>
    </Form>
  );
}
