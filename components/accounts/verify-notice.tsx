import { ConfirmAgainForm } from "@/components/accounts/confirm-again-form";
import { Notice } from "@/components/ui/notice";

/** Says, to whom it concerns, what waits for a confirmed address. */
export function VerifyNotice({ verifiedAt }: { verifiedAt: Date | null }) {
  if (verifiedAt) return null;
  return (
    <Notice title="Please confirm your e-mail" action={<ConfirmAgainForm />}>
      The link is in your mail. Inviting, posting and adding ways to sign in wait for it; everything else
      works already.
    </Notice>
  );
}
