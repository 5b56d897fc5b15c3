import type { Metadata } from "next";
import { ConfirmAddressForm } from "@/components/accounts/confirm-address-form";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { findVerifyState, isOwnLink } from "@/lib/accounts/queries";
import { readAsVisitor } from "@/lib/viewer";

export const metadata: Metadata = { robots: { index: false } };

export default page("Confirm your e-mail", async ({ params }: PageProps<"/verify/[token]">) => {
  const { token } = await params;
  const { state, own, confirmed } = await readAsVisitor(async (visitor) => ({
    confirmed: Boolean(visitor.viewer?.verifiedAt),
    state: await findVerifyState(visitor, token),
    own: await isOwnLink(visitor, token, "verify"),
  }));
  switch (state) {
    case "waiting":
      return (
        <>
          <PageHeader
            title="Confirm your e-mail"
            sub="Then you can invite people and post in your circles."
          />
          <ConfirmAddressForm token={token} own={own} />
        </>
      );
    case "confirmed":
      return (
        <>
          <PageHeader
            title="Your e-mail is confirmed"
            sub="You can invite people and post in your circles now."
          />
          <p className="mt-8">
            <ButtonLink href="/today" variant="primary">
              Go to Today
            </ButtonLink>
          </p>
        </>
      );
    case "taken":
      return (
        <>
          <PageHeader
            title="You have another account with this address"
            sub="It was confirmed for that one already. Sign in with its password, or set a new one, to go on there. What you wrote in this one stays in it."
          />
          <p className="mt-8">
            <ButtonLink href="/forgot-password" variant="primary">
              Set a new password
            </ButtonLink>
          </p>
        </>
      );
    case "gone":
      return confirmed ? (
        <>
          <PageHeader
            title="Your e-mail is confirmed already"
            sub="This link is not needed any more. There is nothing left to do."
          />
          <p className="mt-8">
            <ButtonLink href="/today" variant="primary">
              Go to Today
            </ButtonLink>
          </p>
        </>
      ) : (
        <>
          <PageHeader
            title="This link does not work any more"
            sub="It was used, or its day is over. Nothing is lost: Settings sends you another."
          />
          <p className="mt-8">
            <ButtonLink href="/settings" variant="primary">
              Go to Settings
            </ButtonLink>
          </p>
        </>
      );
  }
});
