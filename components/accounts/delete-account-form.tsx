import { ProofField } from "@/components/accounts/proof-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { deleteAccount } from "@/lib/deletions/actions";

export function DeleteAccountForm({ hasPassword }: { hasPassword: boolean }) {
  return (
    <Form action={deleteAccount}>
      <ProofField hasPassword={hasPassword} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingText="One moment">Delete my account</SubmitButton>
        <ButtonLink href="/settings">Keep my account</ButtonLink>
      </div>
    </Form>
  );
}
