import { ConfirmAgainForm } from "@/components/accounts/confirm-again-form";
import { LeaveAddressForm } from "@/components/accounts/leave-address-form";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { WaitingAddress } from "@/lib/addresses/queries";

/** The address that mail goes to, whether its member has confirmed it, and the one that is to take its place. */
export function EmailSection({
  email,
  confirmed,
  waiting,
}: {
  email: string;
  confirmed: boolean;
  waiting: WaitingAddress;
}) {
  return (
    <Section title="Your e-mail address">
      <p className="wrap-anywhere">{email}</p>
      {confirmed ? (
        <p className="mb-4 text-muted">Confirmed. No other member can see it.</p>
      ) : (
        <>
          <p className="mb-4 text-muted">
            Not confirmed yet. The mail we sent you tells how; then you can invite people and post in circles.
          </p>
          <div className="mb-3">
            <ConfirmAgainForm />
          </div>
        </>
      )}
      {waiting && (
        <div className="mb-4">
          <p className="mb-3 wrap-anywhere">
            Waiting: {waiting.email}, until its link is followed or {waiting.until} has passed.
          </p>
          <LeaveAddressForm />
        </div>
      )}
      <ButtonLink href="/settings/sign-in/e-mail">Change my address</ButtonLink>
    </Section>
  );
}
