import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { askForNewPassword } from "@/lib/accounts/actions";

/** For somebody who has come in by another way so far: the link proves that the mailbox is theirs. */
export function FirstPasswordForm({ email }: { email: string }) {
  return (
    <Form action={askForNewPassword}>
      <HiddenField name="email" value={email} />
      <SubmitButton pendingText="Sending">Send a link to {email}</SubmitButton>
    </Form>
  );
}
