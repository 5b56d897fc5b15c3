import type { Metadata } from "next";
import { NewAddressForm } from "@/components/accounts/new-address-form";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { findNewAddressState, isOwnLink } from "@/lib/accounts/queries";
import { readAsVisitor } from "@/lib/viewer";

export const metadata: Metadata = { robots: { index: false } };

export default page("Your new e-mail address", async ({ params }: PageProps<"/new-address/[token]">) => {
  const { token } = await params;
  const { state, own } = await readAsVisitor(async (visitor) => ({
    state: await findNewAddressState(visitor, token),
    own: await isOwnLink(visitor, token, "change_email"),
  }));
  switch (state) {
    case "waiting":
      return (
        <>
          <PageHeader
            title="Your new e-mail address"
            sub="From then on you sign in with this address. The old one is told, links that went there stop working, and every other device is signed out."
          />
          <NewAddressForm token={token} own={own} />
        </>
      );
    case "confirmed":
      return (
        <>
          <PageHeader
            title="Your address is changed"
            sub="From now on you sign in with it. Every other device was signed out."
          />
          <p className="mt-8">
            <ButtonLink href="/settings/sign-in" variant="primary">
              Go to Signing in
            </ButtonLink>
          </p>
        </>
      );
    case "taken":
    case "gone":
      return (
        <>
          <PageHeader
            title="This link does not work any more"
            sub="It was used, another address was asked for, its day is over, or another account has confirmed this one since. Nothing was changed."
          />
          <p className="mt-8">
            <ButtonLink href="/settings/sign-in/e-mail" variant="primary">
              Ask for a new link
            </ButtonLink>
          </p>
        </>
      );
  }
});
