import { ConfirmAgainForm } from "@/components/accounts/confirm-again-form";
import { Notice } from "@/components/ui/notice";

/**
 * Says, to whom it concerns, what waits for a confirmed address. Not that there is a link: in the mail to an
 * address that is another account's there is none (docs/decisions/0004).
 */
export function VerifyNotice({ verifiedAt }: { verifiedAt: Date | null }) {
  if (verifiedAt) return null;
  return (
    <Notice title="Please confirm your e-mail" action={<ConfirmAgainForm />}>
      The mail we sent you tells how. Inviting, posting and adding ways to sign in wait for it; everything
      else works already.
    </Notice>
  );
}
